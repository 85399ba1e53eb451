/** A figure as it was cited: written once, never changed, whatever later submissions, definitions or rules say. */
export interface CitationTable {
  /** Ten letters and digits, worked out from what is cited: the same figure has one link. */
  id: string
  metric: string
  /** JSON: codes of the areas that the figure shows. */
  areas: string
  disclosure: 'protected' | 'unprotected'
  /** JSON: `FigureRequest`, with its first and last month. */
  request: string
  /** Which of the figures that the request names, from 0. */
  place: number
  /** JSON: `Figure` without its reference. */
  figure: string
  cited_at: string
  cited_by: string
}
