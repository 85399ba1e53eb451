import { sql } from 'kysely'
import type { Feed } from '../../shared/feeds/feed.ts'
import { inCoverage, type SubmissionCoverage } from './coverage.ts'
import { acceptedColumns } from './recordColumns.ts'
import type { RecordsWriter } from './records.ts'
import { stageSubmission, type SliceChange } from './stageSubmission.ts'

export interface UndoRequest {
  readonly feed: Feed
  /** The submission whose rows go. */
  readonly undoes: number
  /** The slice that goes back to what it was before it. */
  readonly coverage: SubmissionCoverage
  /** Submissions whose rows do not come back: invented ones, once real ones have ended them. */
  readonly ended: readonly number[]
}

/**
 * Stages the way back: afterwards `fresh` holds the rows that the slice held before the submission and no longer holds,
 * `surplus` those it holds now and did not then. Rows that stayed all along are left alone. The same rows come in the
 * same order whenever this is replayed.
 */
export async function stageUndo(writer: RecordsWriter, request: UndoRequest): Promise<SliceChange[]> {
  const { feed, undoes, coverage, ended } = request
  const columns = sql.join(acceptedColumns(feed).map(({ name }) => sql.id(name)))
  const number = sql.lit(undoes)
  const notEnded =
    ended.length > 0 ? sql`and added_in not in (${sql.join(ended.map((one) => sql.lit(one)))})` : sql``
  await writer.holdIncoming(sql`
    select ${columns}, row_key, row_number() over (order by record_id) as seq from ${sql.table(feed.id)}
    where added_in < ${number} and (withdrawn_in is null or withdrawn_in >= ${number}) ${notEnded}
      and ${inCoverage(coverage)}`)
  return stageSubmission(writer.db, { feed, mode: 'replace', coverage, ignoring: ended })
}
