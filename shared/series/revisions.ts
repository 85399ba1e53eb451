/** What a measure said after each submission of its feed, month by month, and by how much it usually changes. */
export interface Revisions {
  readonly metric: string
  readonly area: { readonly code: string; readonly name: string }
  /** The submissions, oldest first: the columns of the triangle. */
  readonly versions: readonly {
    readonly submission: number
    readonly asAt: string
    readonly agency: string
    /** Why the figures changed, where the sender said so. */
    readonly reason: string | null
  }[]
  /** Newest month first; a value for every version, null where nothing was known or shown. */
  readonly months: readonly { readonly month: string; readonly values: readonly (number | null)[] }[]
  readonly byAge: readonly RevisionAtAge[]
}

/** How figures of one age compare with what the same months say now. */
export interface RevisionAtAge {
  /** Whole months from the end of the month to the day the figures were known. */
  readonly age: number
  /** How many months were seen at this age and again later. */
  readonly months: number
  /** How many of them say something else now. */
  readonly changed: number
  /** The middle change from this age to now, in the measure's own unit. */
  readonly median: number
  /** The same as a percentage of the figure at this age; null for shares and other measures that are no counts. */
  readonly medianPercent: number | null
  /** The change furthest from nothing. */
  readonly largest: number
}
