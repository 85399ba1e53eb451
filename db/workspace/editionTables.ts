/**
 * What the board was shown: written once, never changed. Its figures are values, so that neither later submissions nor
 * another catalogue, population or policy can move them.
 */
export interface EditionTable {
  number: number
  title: string
  /** YYYY-MM-DD. */
  meeting_date: string
  commentary: string
  /** JSON array of metric ids. */
  metrics: string
  /** The newest submission that the figures include. */
  position: number
  /** JSON: the partnership definition they were made with, populations and policy included. */
  partnership: string
  /** JSON: the definitions of the metrics as they stood. */
  definitions: string
  population_release: string | null
  /** 1 for invented figures. */
  synthetic: number
  published_at: string
  published_by: string
}

/** The stored answer to one question of a page, as a protected reader got it. */
export interface EditionFigureTable {
  edition: number
  /** What was asked: `overview`, `page` or `series`, and the question as JSON. */
  question: string
  /** The metric; empty for the overview. */
  metric: string
  /** JSON: the answer. */
  answer: string
}
