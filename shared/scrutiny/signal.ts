import type { FeedId } from '../feeds/feed.ts'
import type { Unit } from '../metrics/metric.ts'
import type { Grain } from '../periods/period.ts'
import type { RestatementKind } from '../series/restatement.ts'
import type { SeriesQueryInput } from '../series/seriesQuery.ts'

/** What raised a signal; the order is that of the filter on the page. */
export const signalKinds = [
  'specialCause',
  'yearChange',
  'divergence',
  'outlier',
  'missedTarget',
  'forecast',
  'restated',
  'missingReturn',
  'promiseDue',
] as const
export type SignalKind = (typeof signalKinds)[number]

/** A place that a signal is about. */
export interface Place {
  readonly code: string
  readonly name: string
  readonly isWhole: boolean
}

/** One line of a breakdown; absent where a signal is about the whole figure. */
export interface SignalPart {
  readonly dimension: string
  readonly dimensionLabel: string
  readonly value: string
  readonly name: string
}

export type Direction = 'up' | 'down'

/** A figure that a signal rests on, with the query that gives it. */
export interface EvidenceFigure {
  readonly label: string
  readonly value: number
  readonly unit: Unit | 'rate'
  readonly query: SeriesQueryInput
}

/** A stretch of recent periods, its mean and that of what came before; `now` is the latest value. */
export interface ShiftFacts {
  readonly kind: 'specialCause'
  readonly length: number
  readonly since: string
  readonly now: number
  readonly after: number
  readonly before: number
  /** Periods behind the mean before. */
  readonly beforeLength: number
}

export interface YearChangeFacts {
  readonly kind: 'yearChange'
  readonly now: number
  readonly base: number
  readonly since: string
  /** How many periods were taken together. */
  readonly length: number
  /** Changes of counting or law between the two. */
  readonly spanned: readonly string[]
}

export interface OutlierFacts {
  readonly kind: 'outlier'
  readonly value: number
  readonly others: number
  readonly unit: Unit | 'rate'
  readonly per: number | null
}

export interface DivergenceFacts {
  readonly kind: 'divergence'
  readonly companion: string
  readonly length: number
  readonly since: string
  /** Means of the stretch and before it, of the measure and of its companion. */
  readonly own: { readonly after: number; readonly before: number }
  readonly other: { readonly after: number; readonly before: number }
  /** What the companion did: nothing beyond chance, or the opposite. */
  readonly companionDid: 'flat' | 'opposite'
}

export interface TargetFacts {
  readonly kind: 'missedTarget'
  readonly value: number
  readonly target: number
  readonly by: string | null
  readonly reason: string
}

export interface ForecastFacts {
  readonly kind: 'forecast'
  readonly now: number
  readonly target: number
  readonly crosses: string
  readonly mean: number
  readonly lower: number
  readonly upper: number
  readonly reason: string
}

export interface RestatedFacts {
  readonly kind: 'restated'
  readonly was: number
  readonly now: number
  /** Null where the rules changed and no submission did. */
  readonly submission: number | null
  readonly on: string | null
  readonly restatement: RestatementKind
  readonly reason: string | null
  /** Figures of the measure changed together with this one, itself included. */
  readonly figures: number
}

export interface MissingFacts {
  readonly kind: 'missingReturn'
  readonly agency: string
  readonly feed: FeedId
  readonly feedLabel: string
  readonly months: readonly string[]
  readonly dueOn: string
  readonly overdueDays: number
  /** Names of the measures that cannot be given without it. */
  readonly measures: readonly string[]
}

export interface PromiseFacts {
  readonly kind: 'promiseDue'
  readonly question: number
  readonly promise: number
  readonly text: string
  readonly due: string
  readonly askedOf: string
  readonly overdueDays: number
}

export type SignalFacts =
  | ShiftFacts
  | YearChangeFacts
  | OutlierFacts
  | DivergenceFacts
  | TargetFacts
  | ForecastFacts
  | RestatedFacts
  | MissingFacts
  | PromiseFacts

/** Something in the figures that a person may want to ask about. */
export interface Signal {
  /** Names what happened and where, without a number: the same next month if it goes on. */
  readonly id: string
  readonly metric: string
  readonly place: Place
  readonly part: SignalPart | null
  readonly grain: Grain
  /** The period it is about: of a stretch, the last. */
  readonly period: string
  readonly direction: Direction | null
  readonly facts: SignalFacts
  /** The chance of as much where nothing happens; null for facts, which leave nothing to chance. */
  readonly p: number | null
  /** How large it is against what was: 0.3 is 30 %. */
  readonly size: number
  /** 0 to 1: one that was there before, and how far it has grown, against one that is new. */
  readonly novelty: number
  /** People, or records of people, behind the figure of the latest quarter of a year. */
  readonly reach: number
  readonly evidence: readonly EvidenceFigure[]
}
