import type { Theme, Unit } from '../metrics/metric.ts'
import type { Sparkline } from '../series/scorecard.ts'
import type { FigureRequest } from '../figures/figureRequest.ts'
import type { Movement } from './movement.ts'
import type { PromiseState, SuccessMeasure } from './promise.ts'
import type { QuestionField, QuestionStatus } from './questionStatus.ts'

/** A text and the version that a change of it must name. */
export interface VersionedText {
  readonly value: string
  readonly version: number
}

/** A figure behind a question: how it is asked for, and the citation that froze it; null in a draft. */
export interface QuestionFigure {
  readonly place: number
  readonly request: FigureRequest
  readonly metric: string
  readonly citation: string | null
}

export interface PromiseEntry {
  readonly number: number
  readonly question: number
  readonly text: VersionedText
  /** The day it was given, YYYY-MM-DD. */
  readonly given: string
  readonly due: string
  readonly measure: SuccessMeasure | null
  readonly citation: string | null
  readonly state: PromiseState
  readonly overdue: boolean
}

/** A question of the ledger, as far as this reader may see it. */
export interface Question {
  readonly number: number
  readonly theme: Theme
  readonly status: QuestionStatus
  readonly suggestion: string | null
  readonly texts: Readonly<Record<QuestionField, VersionedText>>
  readonly figures: readonly QuestionFigure[]
  readonly promises: readonly PromiseEntry[]
  readonly createdBy: string
  readonly createdAt: string
  readonly askedAt: string | null
  /** Whether a promise is past its day and nobody has said what became of it. */
  readonly overdue: boolean
}

/** One figure with the period that it is of, in words. */
export interface FigureValue {
  readonly label: string
  readonly value: number
}

/** What became of a frozen figure. */
export interface FigureSince {
  readonly title: string
  readonly measure: string
  readonly unit: Unit
  readonly basis: 'count' | 'rate'
  readonly synthetic: boolean
  /** ISO 8601 UTC. */
  readonly frozenAt: string
  readonly link: string
  /** The latest figure that counted as final when it was frozen; null where there was none. */
  readonly frozen: FigureValue | null
  readonly now: FigureValue | null
  /** What was frozen and says something else now. */
  readonly restated: readonly { readonly label: string; readonly was: number; readonly now: number | null }[]
  readonly movement: Movement
  readonly spark: Sparkline | null
  /** The first period of the small chart that began after the day it is judged from; null where none did. */
  readonly from: string | null
  /** Where the figures of now come from: live, or an edition. */
  readonly nowFrom: string
}

/** Whether a promised figure has come to what was promised. */
export type TargetReading =
  | { readonly kind: 'met' | 'notMet'; readonly at: FigureValue }
  | { readonly kind: 'unknown'; readonly why: string }

/** What became of a promise that a figure can show. */
export interface PromiseSince {
  readonly promise: number
  readonly figure: FigureSince
  readonly target: TargetReading
}

/** One change, as it is told. */
export interface ScrutinyChange {
  readonly field: string
  readonly was: string
  readonly became: string
  readonly by: string
  readonly at: string
}
