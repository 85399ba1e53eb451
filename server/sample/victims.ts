import { repeatVictims } from './plantedEvents.ts'
import { choose, weighted } from './weighted.ts'
import type { Weighted } from './weighted.ts'
import type { Random } from './random.ts'

/** An invented person: nobody's name, only a number, a sex and a day of birth. */
export interface Victim {
  readonly number: number
  readonly sex: string
  readonly born: number
}

type AgeRange = readonly [youngest: number, oldest: number]

const year = 365.25
const adults: Weighted<AgeRange> = weighted<AgeRange>([
  [[16, 17], 3.5],
  [[18, 24], 18],
  [[25, 34], 29.5],
  [[35, 44], 24],
  [[45, 54], 14],
  [[55, 64], 6.5],
  [[65, 90], 4.5],
])
const everyAge: Weighted<AgeRange> = weighted<AgeRange>([
  [[3, 12], 15],
  [[13, 15], 19],
  [[16, 17], 10],
  [[18, 24], 22],
  [[25, 34], 15],
  [[35, 44], 9],
  [[45, 54], 6],
  [[55, 80], 4],
])
const exploited: Weighted<AgeRange> = weighted<AgeRange>([
  [[10, 15], 16],
  [[16, 17], 18],
  [[18, 24], 26],
  [[25, 34], 22],
  [[35, 44], 12],
  [[45, 65], 6],
])
const kinds = {
  domestic: { ages: adults, female: 0.73 },
  sexual: { ages: everyAge, female: 0.85 },
  slavery: { ages: exploited, female: 0.34 },
}

/** Of a month's domestic abuse victims, how many have come before: highest in Wakefield, as published. */
const repeatShares: Readonly<Record<string, number>> = {
  E08000032: 0.41,
  E08000033: 0.38,
  E08000034: 0.39,
  E08000035: 0.42,
}
const wakefieldShare = 0.465
const monthsRemembered = 11

/** Makes victims, and brings those of domestic abuse back. */
export interface Victims {
  /** Somebody not seen before; `on` is the day it happened, from which the age counts. */
  readonly create: (kind: keyof typeof kinds, on: number) => Victim
  /** A victim of domestic abuse: somebody of the last 11 months in this area as often as planted, else somebody new. */
  readonly domestic: (area: string, on: number) => Victim
  /** Ends a month: whoever was seen in it may come back from now on. */
  readonly endMonth: () => void
}

/** The people of one sample, made as they are needed. */
export function createVictims(random: Random): Victims {
  let made = 0
  const seenNow = new Map<string, Victim[]>()
  const seenBefore = new Map<string, Victim[][]>()
  const owed = new Map<string, number>()

  const create: Victims['create'] = (kind, on) => {
    const { ages, female } = kinds[kind]
    const [youngest, oldest] = choose(random, ages)
    const age = youngest + random.next() * (oldest + 1 - youngest)
    made += 1
    return { number: made, sex: random.chance(female) ? 'female' : 'male', born: Math.floor(on - age * year) }
  }

  return {
    create,
    domestic: (area, on) => {
      const share = repeatVictims.areas.some((code) => code === area)
        ? wakefieldShare
        : (repeatShares[area] ?? 0.4)
      const due = (owed.get(area) ?? 0) + share
      const months = seenBefore.get(area) ?? []
      const before = months[random.below(months.length)] ?? []
      const again = due >= 1 ? before[random.below(before.length)] : undefined
      owed.set(area, due >= 1 ? due - 1 : due)
      const victim = again ?? create('domestic', on)
      const now = seenNow.get(area) ?? []
      now.push(victim)
      seenNow.set(area, now)
      return victim
    },
    endMonth: () => {
      for (const [area, now] of seenNow) {
        seenBefore.set(area, [...(seenBefore.get(area) ?? []), now].slice(-monthsRemembered))
      }
      seenNow.clear()
    },
  }
}

/** Whole years a victim had lived on a day. */
export function ageOn(day: number, { born }: Victim): number {
  return Math.max(0, Math.floor((day - born) / year))
}
