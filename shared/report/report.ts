import type { Figure, FigureTable } from '../figures/figure.ts'
import type { RichText } from './richText.ts'

/** One part of a report, in the order of reading. */
export type ReportBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'text'; readonly text: RichText }
  /** A figure of the dashboard, as its chart with the numbers beside it, or as its table alone. */
  | { readonly kind: 'figure'; readonly figure: Figure; readonly shows: 'chart' | 'table' }
  /** Facts that are no figure: a list of corrections, of definitions, of questions. */
  | {
      readonly kind: 'table'
      readonly title: string
      readonly table: FigureTable
      readonly note: string | null
    }

/**
 * A document that the dashboard makes: a meeting pack, a briefing. The page, the print and every file are made from it
 * and from nothing else, so they say the same.
 */
export interface Report {
  readonly title: string
  /** The meeting, or what else it is for. */
  readonly subtitle: string
  /** Whose report it is. */
  readonly board: string
  /** From which edition its figures are, or as known when. */
  readonly state: string
  /** When it was made, ISO 8601 UTC. */
  readonly made: string
  /** Whether any figure in it is invented. */
  readonly synthetic: boolean
  readonly blocks: readonly ReportBlock[]
}
