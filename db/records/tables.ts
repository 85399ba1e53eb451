import type { FeedId } from '../../shared/feeds/feed.ts'

/**
 * A row of a records table. The columns every feed has are named; a feed's own fields follow its declaration
 * (see `recordColumns`), so they are reached by name.
 */
export interface RecordTable {
  record_id: number
  agency: string
  area: string
  /** Year × 12 + month − 1 of the feed's own date. */
  month: number
  grain: 'month' | 'quarter'
  count: number
  row_key: string
  added_in: number
  withdrawn_in: number | null
  [field: string]: unknown
}

/** Which submissions these records hold, written in the same transaction as their rows. */
export interface AppliedSubmissionTable {
  number: number
  feed: FeedId
  rows_added: number
  rows_withdrawn: number
}

export type RecordsTables = Record<FeedId, RecordTable> & {
  applied_submission: AppliedSubmissionTable
  records_schema: { signature: string }
  /** Per connection: the rows of the file being applied, and what differs from what is held. */
  incoming: RecordTable & { seq: number }
  fresh: RecordTable & { seq: number }
  surplus: RecordTable
}
