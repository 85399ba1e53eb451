import { sql, type Kysely } from 'kysely'
import type { Feed, FeedId } from '../../shared/feeds/feed.ts'
import { acceptedColumns } from './recordColumns.ts'
import type { RecordsTables } from './tables.ts'

const rowsPerSubmission = 1_000_000_000

export interface ApplyRequest {
  readonly number: number
  readonly feed: Feed
  /** Every feed of the installation: all of them lose their sample rows. */
  readonly feeds: readonly FeedId[]
  /** Submissions that end with this one: the sample, when the first real file comes. */
  readonly withdrawing: readonly number[]
}

/**
 * Puts `fresh` in and takes `surplus` out under the submission's number, in one transaction with the note that it was
 * applied. Needs `stageSubmission` on the same connection before. Returns how many rows went in and out.
 */
export async function applySubmission(
  db: Kysely<RecordsTables>,
  request: ApplyRequest,
): Promise<{ added: number; withdrawn: number }> {
  const { number, feed } = request
  const table = sql.table(feed.id)
  const columns = sql.join(acceptedColumns(feed).map((column) => sql.id(column.name)))
  return db.transaction().execute(async (transaction) => {
    const out = await sql`update ${table} set withdrawn_in = ${number}
      where withdrawn_in is null and record_id in (select record_id from surplus)`.execute(transaction)
    const gone = request.withdrawing
    for (const other of gone.length > 0 ? request.feeds : []) {
      await sql`update ${sql.table(other)} set withdrawn_in = ${number}
        where withdrawn_in is null and added_in in (${sql.join(gone)})`.execute(transaction)
    }
    const into = await sql`insert into ${table} (record_id, ${columns}, row_key, added_in, withdrawn_in)
      select ${sql.lit(number * rowsPerSubmission)} + seq, ${columns}, row_key, ${sql.lit(number)}, null from fresh`.execute(
      transaction,
    )
    const counts = { added: Number(into.numAffectedRows ?? 0), withdrawn: Number(out.numAffectedRows ?? 0) }
    await transaction
      .insertInto('applied_submission')
      .values({ number, feed: feed.id, rows_added: counts.added, rows_withdrawn: counts.withdrawn })
      .execute()
    return counts
  })
}
