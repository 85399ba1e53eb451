import type { EditionMark } from '../editions/edition.ts'
import type { Metric } from '../metrics/metric.ts'
import type { Restatement } from './restatement.ts'
import type { Variation } from './scorecard.ts'
import type { SeriesResult } from './series.ts'
import type { SpannedChange } from './spannedChange.ts'

export type PointType = 'common' | 'improvement' | 'concern' | 'neutral'
export type RuleCode = 'none' | 'astronomical' | 'trend' | 'two_of_three' | 'shift'

/** The control chart over a series' points, in the same order; null values where a point enters nothing. */
export interface ControlChartView {
  readonly profile: 'NHSRplotthedots' | 'Making Data Count'
  /** Set when limits are not drawn, with the reason to print. */
  readonly refused: string | null
  /** Says so when limits come from adjusted figures (per day, seasonal). */
  readonly adjustment: string | null
  readonly segments: readonly {
    readonly start: string
    readonly end: string
    readonly mean: number | null
    readonly lower: number | null
    readonly upper: number | null
    readonly reason: string | null
    readonly short: boolean
  }[]
  readonly points: readonly {
    readonly period: string
    readonly type: PointType
    readonly rule: RuleCode
    /** Limits at this point, back-transformed where adjusted. */
    readonly mean: number | null
    readonly lower: number | null
    readonly upper: number | null
  }[]
  readonly variation: Variation
}

/** An event that readers must know of: counting rule, law, lockdown, training. Shown as a lettered flag. */
export interface CalendarEvent {
  readonly month: string
  readonly title: string
  readonly kind: 'countingRule' | 'law' | 'lockdown' | 'event' | 'training' | 'note'
  readonly detail: string
  readonly certain: boolean
  /** Set where an analyst of the partnership wrote it; absent for the built-in calendar. */
  readonly note?: { readonly id: string; readonly by: string; readonly link: string | null }
}

/** A forecast after the last final point, or why none is given. */
export type ForecastView =
  | { readonly refused: string }
  | {
      readonly method: string
      readonly points: readonly {
        readonly period: string
        readonly mean: number
        readonly lower80: number
        readonly upper80: number
        readonly lower95: number
        readonly upper95: number
      }[]
    }

/** How recent months fill in over successive submissions, and what the provisional ones will probably come to (80 % range). */
export interface CompletionView {
  /** Learned from past months, or stated in the metric's definition while the history is short. */
  readonly source: 'learned' | 'stated'
  /** Months until a figure counts as filled in. */
  readonly lag: number
  readonly reason: string
  readonly estimates: readonly {
    readonly period: string
    readonly known: number
    readonly mean: number
    readonly lower80: number
    readonly upper80: number
    /** Share of the final figure usually known at this age, 0 to 1. */
    readonly share: number
  }[]
}

/** Where a metric's figures come from, month by month. */
export interface SourceView {
  readonly agency: string
  readonly submission: number
  readonly committedOn: string
  readonly asAt: string
  readonly profile: string
  readonly from: string
  readonly to: string
  /** Accepted rows; null for those who may not read counts of every area as they are. */
  readonly rows: number | null
  readonly synthetic: boolean
}

/** All a metric page needs for one query, computed from the same disclosed series. */
export interface MetricPage {
  readonly metric: Metric
  readonly result: SeriesResult
  /** For the first series; null when transform or data allow no chart at all. */
  readonly chart: ControlChartView
  readonly finding: { readonly headline: string; readonly detail: string; readonly textAlternative: string }
  readonly forecast: ForecastView
  /** Null where months do not fill in as counts do. */
  readonly completion: CompletionView | null
  readonly calendar: readonly CalendarEvent[]
  /** The periods whose comparison spans a change of law or counting, of the first series. */
  readonly spanned: readonly SpannedChange[]
  readonly restatements: readonly Restatement[]
  readonly sources: readonly SourceView[]
  /** The edition that these figures were read from; absent for live ones. */
  readonly edition?: EditionMark
}
