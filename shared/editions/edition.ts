import type { RestatementKind } from '../series/restatement.ts'
import type { PointStatus } from '../series/series.ts'
import type { Unit } from '../metrics/metric.ts'

/** What names an edition wherever its figures stand. */
export interface EditionMark {
  readonly number: number
  readonly title: string
  /** The day of the meeting it was made for, YYYY-MM-DD. */
  readonly meetingDate: string
  /** ISO 8601 UTC. */
  readonly publishedAt: string
}

/** An edition without its figures: what was published, by whom, and under which rules. */
export interface Edition extends EditionMark {
  readonly commentary: string
  readonly publishedBy: string
  /** Ids of the metrics in it, in the order of the catalogue. */
  readonly metrics: readonly string[]
  /** The newest submission that its figures include. */
  readonly position: number
  /** The population estimates that its rates rest on; null where the partnership has none. */
  readonly populationRelease: string | null
  /** How small counts were protected, as the policy stood. */
  readonly policy: { readonly threshold: number; readonly suppressZero: boolean; readonly rounding: number }
  readonly synthetic: boolean
}

/** A published figure that says something else now, at the same protection: quoted as `was` by these editions. */
export interface Erratum {
  readonly metric: string
  readonly metricName: string
  readonly unit: Unit
  readonly area: string
  readonly areaName: string
  readonly grain: 'month' | 'quarter'
  readonly period: string
  readonly was: number
  /** Null where there is no figure any more. */
  readonly now: number | null
  /** What the figure counted as when it was published. */
  readonly published: Extract<PointStatus, 'final' | 'provisional'>
  /** The submission after which it said what it says now; null where the definition or the rules changed instead. */
  readonly submission: number | null
  readonly on: string | null
  readonly kind: RestatementKind
  readonly reason: string | null
  readonly editions: readonly EditionMark[]
  /** Numbers of the scrutiny questions that quoted it; absent where nobody has looked. */
  readonly questions?: readonly number[]
}

/** One metric of an edition beside the same months as they stand now. */
export interface EditionComparison {
  readonly metric: string
  readonly metricName: string
  readonly unit: Unit
  /** The months of the published figure, as a label. */
  readonly period: string
  readonly published: { readonly value: number | null; readonly status: PointStatus }
  readonly live: { readonly value: number | null; readonly status: PointStatus }
}
