import { chiSquareUpperTail } from './chiSquareQuantile.ts'

/** Whether areas differ from each other by more than chance alone, so that funnel limits flag too many. */
export interface Overdispersion {
  /** Mean squared z-score after the outer tenth of areas at each end is drawn in; about 1 when chance is all. */
  readonly phi: number
  readonly chiSquare: number
  readonly degreesOfFreedom: number
  /** The chance of differences this large from chance alone. */
  readonly p: number
  /** Stated beside the funnel: p below 0.05 and phi above 1. */
  readonly present: boolean
}

interface Parts {
  readonly numerator: number
  readonly denominator: number
}

/** The share of areas at each end whose z-scores are drawn in before phi is taken. */
const tail = 0.1

/**
 * The chi-square test that areas share one underlying rate, and the winsorised overdispersion factor phi. Null with
 * fewer than two areas or an average at which nothing can vary.
 * Example: 10 events in each of five equal areas have phi 0 and p 1.
 * Source: Spiegelhalter (2005), Funnel plots for comparing institutional performance, section 4.
 */
export function overdispersion(
  statistic: 'rate' | 'proportion',
  areas: readonly Parts[],
): Overdispersion | null {
  if (areas.length < 2) return null
  const average = sum(areas.map((area) => area.numerator)) / sum(areas.map((area) => area.denominator))
  const perUnit = statistic === 'rate' ? average : average * (1 - average)
  if (!(perUnit > 0)) return null
  const scores = areas.map(
    (area) => (area.numerator - average * area.denominator) / Math.sqrt(perUnit * area.denominator),
  )
  const chiSquare = sum(scores.map((z) => z * z))
  const phi = sum(winsorised(scores).map((z) => z * z)) / areas.length
  const degreesOfFreedom = areas.length - 1
  const p = chiSquareUpperTail(chiSquare, degreesOfFreedom)
  return { phi, chiSquare, degreesOfFreedom, p, present: p < 0.05 && phi > 1 }
}

function winsorised(scores: readonly number[]): number[] {
  const sorted = scores.toSorted((a, b) => a - b)
  const [low, high] = [quantile(sorted, tail), quantile(sorted, 1 - tail)]
  return scores.map((z) => Math.min(high, Math.max(low, z)))
}

/** Between neighbouring values in proportion (R's type 7). */
function quantile(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p
  const below = sorted[Math.floor(at)] ?? 0
  const above = sorted[Math.ceil(at)] ?? below
  return below + (above - below) * (at - Math.floor(at))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
