import type { Random } from './random.ts'

/** Days from domestic abuse to its recording: mostly none. */
export function promptDays(random: Random): number {
  const luck = random.next()
  if (luck < 0.72) return 0
  return luck < 0.9 ? 1 + random.below(7) : Math.floor(random.wait(60))
}

/** Days from a sexual offence to its recording: half within weeks, a fifth after years. */
export function reportingDays(random: Random): number {
  const luck = random.next()
  if (luck < 0.38) return random.below(4)
  if (luck < 0.64) return 4 + random.below(60)
  return luck < 0.8 ? 64 + random.below(300) : pastDays(random)
}

/** Days from a non-recent offence to its recording: more than a year, often many. */
export function pastDays(random: Random): number {
  return 366 + Math.min(16_000, Math.floor(random.wait(3300)))
}

/** The day a record reached the extract: most within a week, some after months. */
export function knownAfter(random: Random, day: number): number {
  const luck = random.next()
  if (luck < 0.88) return day + random.below(6)
  return day + (luck < 0.97 ? 6 + random.below(40) : 46 + random.below(75))
}
