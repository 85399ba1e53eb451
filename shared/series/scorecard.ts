import type { EditionMark } from '../editions/edition.ts'
import type { Polarity, Theme, Unit } from '../metrics/metric.ts'
import type { PointStatus } from './series.ts'
import type { SpannedChange } from './spannedChange.ts'

/** What the control chart says of the latest final points; `unjudged` with the reason why not. */
export type Variation =
  | { readonly kind: 'common' }
  | {
      readonly kind: 'improvement' | 'concern' | 'neutral'
      readonly direction: 'high' | 'low'
      readonly detail: string
    }
  | { readonly kind: 'unjudged'; readonly reason: string }

/** The marks of a small chart: 24 months, limits where the chart has them. Values are null where hidden or missing. */
export interface Sparkline {
  readonly periods: readonly string[]
  readonly values: readonly (number | null)[]
  readonly statuses: readonly PointStatus[]
  readonly types: readonly ('common' | 'improvement' | 'concern' | 'neutral')[]
  /** Mean and limits of the last segment; null where limits were refused. */
  readonly mean: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** One area's figure in a scorecard row; `beyondChance` at 99.8 % against the partnership. */
export interface AreaFigure {
  readonly area: string
  readonly name: string
  readonly value: number | null
  readonly status: PointStatus
  readonly beyondChance: 'higher' | 'lower' | null
}

/** How far the data behind a row can be relied on. */
export interface DataStatus {
  readonly kind: 'upToDate' | 'provisional' | 'late' | 'restated' | 'notSupplied'
  readonly detail: string
}

export interface ScorecardRow {
  readonly metric: string
  readonly name: string
  readonly theme: Theme
  readonly unit: Unit
  readonly noun: { readonly one: string; readonly many: string }
  readonly polarity: Polarity
  readonly headline: boolean
  readonly latest: {
    readonly period: string
    readonly value: number | null
    readonly status: PointStatus
    readonly reason?: string
  }
  /** Change on the same period last year; null without one. Points of a percentage for shares. */
  readonly change: {
    readonly base: number | null
    readonly difference: number | null
    readonly percent: number | null
    /** The changes of law or counting that lie between: part of the difference may be theirs. */
    readonly spanned: SpannedChange['events']
  }
  readonly spark: Sparkline
  readonly variation: Variation
  /** What the chart said before its newest final point; absent in editions published before this was kept. */
  readonly before?: Variation
  /** Rates per resident where the metric has them, else the share or count itself. */
  readonly areaBasis: { readonly label: string; readonly partnership: number | null }
  readonly areas: readonly AreaFigure[]
  readonly dataStatus: DataStatus
}

/** A ranked plain-English finding: what changed, with its evidence. */
export interface Finding {
  readonly metric: string
  readonly area: string
  readonly headline: string
  readonly detail: string
  readonly variation: Variation
  readonly spark: Sparkline
  /** Larger is more unusual; findings come in falling order. */
  readonly strength: number
}

/** A row with the finding that it gives rise to; null where it moves as it always has. */
export interface JudgedRow {
  readonly row: ScorecardRow
  readonly finding: Finding | null
}

/** The overview: what changed, ranked, and every metric in a row. */
export interface Scorecard {
  readonly area: { readonly code: string; readonly name: string }
  /** The months the latest value covers, first and last. */
  readonly period: { readonly from: string; readonly to: string; readonly label: string }
  readonly rows: readonly ScorecardRow[]
  readonly findings: readonly Finding[]
  readonly position: number
  /** The submission or date as at which these figures are; null is now. */
  readonly asAt: number | string | null
  readonly synthetic: boolean
  readonly disclosure: 'protected' | 'unprotected'
  /** The edition that these figures were read from; absent for live ones. */
  readonly edition?: EditionMark
}
