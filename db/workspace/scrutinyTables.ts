import type { Theme } from '../../shared/metrics/metric.ts'
import type { QuestionStatus } from '../../shared/scrutiny/questionStatus.ts'
import type { PromiseState } from '../../shared/scrutiny/promise.ts'
import type { RecommendationKind, RecommendationState } from '../../shared/scrutiny/recommendation.ts'

/** A question of the board. Its words are in `scrutiny_text`, its figures in `question_figure`. */
export interface QuestionTable {
  /** Rises by one; the board says "question 12". */
  number: number
  theme: Theme
  status: QuestionStatus
  /** The signal it came from; null for a question of somebody's own. */
  suggestion: string | null
  created_by: string
  /** ISO 8601 UTC, as every moment below. */
  created_at: string
  /** Null while it has never been asked, or where it was brought over from an older list without a date. */
  asked_at: string | null
}

/** A figure that a question rests on. */
export interface QuestionFigureTable {
  question: number
  /** From 0, in the order in which they are shown. */
  place: number
  /** JSON: `FigureRequest`. */
  request: string
  metric: string
  /** JSON array of the area codes that it may show; what an account's limits are held against. */
  areas: string
  /** The citation in which it was frozen when the question was asked; null in a draft. */
  citation: string | null
}

/** What was promised in answer to a question. Its words are in `scrutiny_text`. */
export interface PromiseTable {
  number: number
  question: number
  /** The day it was given, YYYY-MM-DD. */
  given: string
  due: string
  /** JSON: `SeriesQuery` of the figure that is to move; null where no figure can show it. */
  measure: string | null
  target: number | null
  direction: 'atLeast' | 'atMost' | null
  /** The figure when it was promised; null without a measure. */
  citation: string | null
  state: PromiseState
  settled_at: string | null
}

/** A text of which several people write: each saving names the version it was written over. */
export interface ScrutinyTextTable {
  /** What it belongs to: `question 12`, `promise 3`, `recommendation 4`, `briefing 2`. */
  subject: string
  field: string
  value: string
  version: number
  changed_by: string
  changed_at: string
}

/** One change, never altered and never deleted. */
export interface ScrutinyChangeTable {
  number: number
  subject: string
  field: string
  was: string
  became: string
  changed_by: string
  changed_at: string
}

/** What an inspectorate or a court asks for. Its words are in `scrutiny_text`. */
export interface RecommendationTable {
  number: number
  kind: RecommendationKind
  /** When it has to be done, YYYY-MM-DD; null where no day was set. */
  due: string | null
  state: RecommendationState
  /** JSON: the measures and areas that show it. */
  measures: string
  created_by: string
  created_at: string
}

/** A briefing for a meeting: which questions, in which order. Its words are in `scrutiny_text`. */
export interface BriefingTable {
  number: number
  meeting_date: string
  /** JSON array of question numbers. */
  questions: string
  /** Rises with each change of the choice of questions. */
  version: number
  created_by: string
  created_at: string
}
