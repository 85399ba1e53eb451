import { sql } from 'kysely'
import type { Records } from '../../db/records/records.ts'
import type { FeedId } from '../../shared/feeds/feed.ts'
import { feeds } from '../../shared/feeds/feeds.ts'

/** What a records table holds, to compare before and after a rebuild. */
export interface FeedContents {
  readonly feed: FeedId
  readonly current: number
  readonly withdrawn: number
  /** Differs whenever any row, or the submissions that put it in or took it out, differ. */
  readonly fingerprint: string
}

/** Counts and fingerprints every feed's records. */
export async function contentsOf(records: Records): Promise<FeedContents[]> {
  const contents: FeedContents[] = []
  for (const { id } of feeds) {
    const { rows } = await sql<{ current: number; total: number; fingerprint: string | null }>`
      select count(*) filter (where withdrawn_in is null) as current, count(*) as total,
        md5(string_agg(row_key || ' ' || record_id || ' ' || added_in || ' ' || coalesce(cast(withdrawn_in as text), ''), ',' order by record_id)) as fingerprint
      from ${sql.table(id)}`.execute(records.read as never)
    const row = rows[0]
    const [current, total] = [Number(row?.current ?? 0), Number(row?.total ?? 0)]
    contents.push({ feed: id, current, withdrawn: total - current, fingerprint: row?.fingerprint ?? '' })
  }
  return contents
}
