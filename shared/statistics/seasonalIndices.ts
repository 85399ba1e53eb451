import { mean } from './mean.ts'

/** How a season acts: by a share of the level, or by an amount. */
export type SeasonKind = 'multiplicative' | 'additive'

/** The usual season of a series; index i belongs to the place i in the year, counted from the first value given. */
export interface Season {
  readonly kind: SeasonKind
  /** About 1 (multiplicative) or 0 (additive); divide by it, or take it away, to adjust. */
  readonly indices: readonly number[]
  /** The part of the raw indices kept, 0 to 1: what is beyond chance. 0 means no season can be told from noise. */
  readonly kept: number
}

/** Years of a place in the year needed before its usual deviation is taken. */
const leastYears = 2

/**
 * The seasonal indices of consecutive values (null where missing) with `length` periods a year, by classical
 * decomposition: each value against a centred moving average of one year, carried on to both ends along its own
 * line, averaged by place in the year and centred. Two years 50, 150, 50, 150 of two halves have indices 0.5, 1.5.
 * The raw indices are drawn towards none by what chance alone would produce (1 − 1/F of an analysis of variance by
 * place), because indices of a series without a season are noise, and taking out noise narrows limits.
 * Null when some place in the year has fewer than two values with a year about them.
 * Source: Hyndman and Athanasopoulos, FPP3, 3.4; shrinkage after Miller and Williams (2003). Measured:
 * docs/decisions/2026-11-21-seasonal-adjustment.md.
 */
export function seasonalIndices(values: readonly (number | null)[], length: number): Season | null {
  const averages = extended(
    values.map((_, i) => centredAverage(values, i, length)),
    length / 2,
  )
  // A ratio means nothing about a level near 0, and a zero would count as no activity at all in every such month.
  const ratios =
    values.every((value) => value === null || value > 0) &&
    averages.every((average) => average === null || average > 0)
  const places: number[][] = Array.from({ length }, () => [])
  for (const [i, average] of averages.entries()) {
    const value = values[i] ?? null
    if (average === null || value === null) continue
    places[i % length]?.push(ratios ? value / average : value - average)
  }
  if (places.some((place) => place.length < leastYears)) return null
  const raw = places.map((place) => mean(place) ?? NaN)
  const centre = mean(raw) ?? NaN
  const kept = beyondChance(places)
  const none = ratios ? 1 : 0
  const indices = raw.map((index) => none + kept * (ratios ? index / centre - 1 : index - centre))
  if (!indices.every((index) => Number.isFinite(index) && (!ratios || index > 0))) return null
  return { kind: ratios ? 'multiplicative' : 'additive', indices, kept }
}

// A year and a half-weighted end on each side, so that every place in the year counts the same.
function centredAverage(values: readonly (number | null)[], at: number, length: number): number | null {
  const half = length / 2
  let sum = 0
  for (let i = at - half; i <= at + half; i++) {
    const value = values[i] ?? null
    if (value === null) return null
    sum += i === at - half || i === at + half ? value / 2 : value
  }
  return Number.isFinite(sum) ? sum / length : null
}

// Without the half years at the ends, 36 months would leave two values a place, and the latest month in none.
function extended(averages: readonly (number | null)[], half: number): (number | null)[] {
  const first = averages.findIndex((average) => average !== null)
  const last = averages.findLastIndex((average) => average !== null)
  const [from, to] = [averages[first] ?? null, averages[last] ?? null]
  if (from === null || to === null || first === last) return [...averages]
  const slope = (to - from) / (last - first)
  return averages.map((average, i) => {
    if (i < first && first - i <= half) return from - slope * (first - i)
    if (i > last && i - last <= half) return to + slope * (i - last)
    return average
  })
}

function beyondChance(places: readonly (readonly number[])[]): number {
  const all = places.flat()
  const grand = mean(all) ?? 0
  const between =
    sumOf(places, (place) => place.length * ((mean(place) ?? 0) - grand) ** 2) / (places.length - 1)
  const within =
    sumOf(places, (place) => sumOf(place, (value) => (value - (mean(place) ?? 0)) ** 2)) /
    (all.length - places.length)
  return between > 0 ? Math.max(0, 1 - within / between) : 0
}

function sumOf<Each>(of: readonly Each[], amount: (each: Each) => number): number {
  return of.reduce((sum, each) => sum + amount(each), 0)
}
