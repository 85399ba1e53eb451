import type { CrimeStream } from './crimeLevels.ts'
import { choose, weighted } from './weighted.ts'
import type { Weighted } from './weighted.ts'
import type { Random } from './random.ts'

interface Mix {
  readonly types: readonly (readonly [string, number])[]
  /** Mean days from recording to outcome. */
  readonly days: number
  /** Share that stays open for good. */
  readonly open: number
}

const domestic: Mix = {
  types: [
    ['1', 10.4],
    ['1A', 0.6],
    ['3', 1.6],
    ['8', 1.6],
    ['10', 1.2],
    ['14', 6],
    ['15', 24],
    ['16', 44],
    ['17', 0.5],
    ['18', 5.5],
    ['20', 1.4],
    ['21', 1],
    ['22', 2],
  ],
  days: 42,
  open: 0.01,
}
const sexual: Mix = {
  types: [
    ['1', 7.2],
    ['1A', 0.3],
    ['2', 0.4],
    ['3', 0.6],
    ['8', 0.8],
    ['9', 0.4],
    ['10', 1.5],
    ['11', 1],
    ['12', 0.4],
    ['13', 0.6],
    ['14', 17],
    ['15', 26],
    ['16', 27],
    ['18', 13],
    ['20', 2],
    ['21', 0.8],
    ['22', 1],
  ],
  days: 120,
  open: 0.03,
}
const slavery: Mix = {
  types: [
    ['1', 6],
    ['10', 1],
    ['14', 12],
    ['15', 26],
    ['16', 18],
    ['18', 27],
    ['20', 7],
    ['21', 3],
  ],
  days: 130,
  open: 0.05,
}

const mixes: Readonly<Record<CrimeStream, Mix>> = {
  domestic,
  courseOfConduct: domestic,
  rape: sexual,
  otherSexual: sexual,
  modernSlavery: slavery,
  honourBased: domestic,
}

// Re-extracts go back 15 months: a case that took longer would never be seen closed.
const longest = 380
const lists = new Map<string, Weighted<string>>()

/** What becomes of a crime and after how many days; null where it stays open. Outcome 22 exists from April 2019. */
export function outcomeOf(
  random: Random,
  crime: { readonly stream: CrimeStream; readonly month: string; readonly chargeFactor: number },
): { readonly type: string; readonly after: number } | null {
  const { types, days, open } = mixes[crime.stream]
  if (random.chance(open)) return null
  const with22 = crime.month >= '2019-04'
  const key = `${crime.stream}/${with22}/${crime.chargeFactor}`
  const list =
    lists.get(key) ?? weighted(types.map(([type, weight]) => [type, weight * factorOf(type)] as const))
  lists.set(key, list)
  return { type: choose(random, list), after: 1 + Math.min(longest, Math.floor(random.wait(days))) }

  function factorOf(type: string): number {
    if (type === '22' && !with22) return 0
    return type === '1' || type === '1A' ? crime.chargeFactor : 1
  }
}
