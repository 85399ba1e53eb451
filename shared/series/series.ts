import type { SeriesQuery } from './seriesQuery.ts'

/**
 * What stands behind a point:
 * - `final`, `provisional`: supplied; provisional until it had time to fill.
 * - `missing`: nobody supplied it. `incomplete`: some months of the period, or some agencies, are missing.
 * - `notAvailable`: supplied, but the files do not hold what the metric needs.
 * - `notApplicable`: has no meaning here (supplied quarterly at monthly grain; first 12 months of a look-back).
 * - `suppressed`: hidden to protect people.
 */
export type PointStatus =
  | 'final'
  | 'provisional'
  | 'missing'
  | 'incomplete'
  | 'notAvailable'
  | 'notApplicable'
  | 'suppressed'

/** The value a point is compared with; change is value minus base, changePercent null without a base above 0. */
export interface Comparison {
  readonly label: string
  readonly value: number | null
  readonly change: number | null
  readonly changePercent: number | null
}

/**
 * One period of a series. `value` is null unless status is final or provisional (and then too when a ratio
 * has nothing to divide by). Counts carry numerator = value and denominator = null; rates and shares both parts.
 */
export interface Point {
  readonly period: string
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  /** 95 % interval of a rate, share or median; absent for plain counts. */
  readonly lower?: number
  readonly upper?: number
  readonly status: PointStatus
  /** Why there is no value, or why it needs care, as a sentence. */
  readonly reason?: string
  readonly monthsPresent?: number
  readonly monthsExpected?: number
  /** The sum of what has been supplied of an incomplete period. */
  readonly soFar?: number
  readonly comparison?: Comparison
}

export interface Series {
  /** The area code and the value of each breakdown dimension, e.g. `{ area: 'E08000035', kind: 'crime' }`. */
  readonly key: Readonly<Record<string, string>>
  /** The same in words, in the order of the key. */
  readonly labels: Readonly<Record<string, string>>
  readonly points: readonly Point[]
}

/** Everything needed to draw, tabulate, cite or export the answer to a query. */
export interface SeriesResult {
  readonly query: SeriesQuery
  readonly unit: string
  /** What one value is, e.g. "crimes recorded per month" or "crimes per 1,000 residents". */
  readonly measureLabel: string
  readonly series: readonly Series[]
  /** The newest submission number the figures include. */
  readonly position: number
  /** Invented figures, to be labelled everywhere. */
  readonly synthetic: boolean
  readonly disclosure: 'protected' | 'unprotected'
  /** Sentences a reader must see beside the figures (population used, parts that do not add up, rows left out). */
  readonly notes: readonly string[]
}
