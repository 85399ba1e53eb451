import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Feed } from '../../shared/feeds/feed.ts'
import { inCoverage, type SubmissionCoverage } from './coverage.ts'
import type { RecordsTables } from './tables.ts'

export interface StageRequest {
  readonly feed: Feed
  readonly mode: 'replace' | 'amend'
  readonly coverage: SubmissionCoverage
  /** Submissions whose rows are not compared with: invented sample rows before real ones. */
  readonly ignoring: readonly number[]
}

/** What one area-month holds and what the staged file would do to it. Counts add up the `count` column. */
export interface SliceChange {
  readonly area: string
  readonly month: number
  readonly grain: 'month' | 'quarter'
  readonly heldRows: number
  readonly heldCount: number
  readonly addedRows: number
  readonly addedCount: number
  readonly withdrawnRows: number
  readonly withdrawnCount: number
  /** Withdrawn rows whose record the file no longer names at all. */
  readonly lostRows: number
}

/**
 * Compares `incoming` with what is held, as multisets: afterwards `fresh` holds the rows to add and `surplus` those to
 * withdraw; identical rows stay. Returns the change of every area-month touched or held in the slice.
 */
export async function stageSubmission(
  db: Kysely<RecordsTables>,
  request: StageRequest,
): Promise<SliceChange[]> {
  const table = sql.table(request.feed.id)
  const current = currentSlice(request)
  await dropStaged(db)
  const held = await sql`select 1 from ${table} where ${current} limit 1`.execute(db)
  if (held.rows.length === 0) {
    await sql`create temporary table surplus as select * from ${table} where 1 = 0`.execute(db)
    await sql`create temporary view fresh as select * from incoming`.execute(db)
  } else {
    // Most rows are in both: only those that differ are numbered, which costs far more than counting.
    await sql`create temporary table differing as
      select coalesce(c.row_key, i.row_key) as row_key, coalesce(c.n, 0) as held, coalesce(i.n, 0) as sent
      from (select row_key, count(*) as n from ${table} where ${current} group by row_key) c
      full join (select row_key, count(*) as n from incoming group by row_key) i on i.row_key = c.row_key
      where coalesce(c.n, 0) <> coalesce(i.n, 0)`.execute(db)
    await sql`create temporary table surplus as
      select c.* from (
        select h.*, d.sent, row_number() over (partition by h.row_key order by h.record_id) as nth
        from (select * from ${table} where ${current}) h join differing d on d.row_key = h.row_key
        where d.held > d.sent
      ) c where c.nth > c.sent`.execute(db)
    await sql`create temporary table fresh_rows as
      select i.* from (
        select n.*, d.held, row_number() over (partition by n.row_key order by n.seq) as nth
        from incoming n join differing d on d.row_key = n.row_key
        where d.sent > d.held
      ) i where i.nth > i.held`.execute(db)
    await sql`create temporary view fresh as select * from fresh_rows`.execute(db)
  }
  return sliceChanges(db, request.feed, current)
}

/** Forgets what an earlier file left on this connection, before its rows are replaced. */
export async function dropStaged(db: Kysely<RecordsTables>): Promise<void> {
  await sql`drop view if exists fresh`.execute(db)
  await sql`drop table if exists fresh_rows`.execute(db)
  await sql`drop table if exists surplus`.execute(db)
  await sql`drop table if exists differing`.execute(db)
}

/** The current rows that the file is compared with: its slice, or for an amendment the records it names. */
export function currentSlice({ feed, mode, coverage, ignoring }: StageRequest): RawBuilder<boolean> {
  const parts = [sql<boolean>`withdrawn_in is null`]
  if (ignoring.length > 0) parts.push(sql`added_in not in (${sql.join(ignoring)})`)
  if (mode === 'replace') parts.push(inCoverage(coverage))
  else {
    const key = sql.join(keyColumns(feed).map((name) => sql.id(name)))
    parts.push(sql`(${key}) in (select ${key} from incoming)`)
  }
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

/** The columns that name one record, with who sent it; the feed's own date is compared as month and grain. */
export function keyColumns(feed: Feed): string[] {
  return [
    ...new Set(['agency', ...feed.key.flatMap((name) => (name === feed.date ? ['month', 'grain'] : [name]))]),
  ]
}

async function sliceChanges(
  db: Kysely<RecordsTables>,
  feed: Feed,
  current: RawBuilder<boolean>,
): Promise<SliceChange[]> {
  const key = keyColumns(feed)
  const named = sql.join(
    key.map((name) => sql`s.${sql.id(name)} is not null`),
    sql` and `,
  )
  const sameRecord = sql.join(
    key.map((name) => sql`f.${sql.id(name)} = s.${sql.id(name)}`),
    sql` and `,
  )
  const { rows } = await sql<SliceChange>`
    select area, month, grain,
      sum(held_rows) as "heldRows", sum(held_count) as "heldCount",
      sum(added_rows) as "addedRows", sum(added_count) as "addedCount",
      sum(withdrawn_rows) as "withdrawnRows", sum(withdrawn_count) as "withdrawnCount",
      sum(named_lost) + greatest(sum(unnamed_withdrawn) - sum(unnamed_added), 0) as "lostRows"
    from (
      select area, month, grain, count(*) as held_rows, sum(count) as held_count, 0 as added_rows, 0 as added_count,
        0 as withdrawn_rows, 0 as withdrawn_count, 0 as named_lost, 0 as unnamed_withdrawn, 0 as unnamed_added
      from ${sql.table(feed.id)} where ${current} group by area, month, grain
      union all
      select area, month, grain, 0, 0, count(*), sum(count), 0, 0, 0, 0, count(*) filter (where not (${named}))
      from fresh s group by area, month, grain
      union all
      select area, month, grain, 0, 0, 0, 0, count(*), sum(count), 0, count(*) filter (where not (${named})), 0
      from surplus s group by area, month, grain
      union all
      select area, month, grain, 0, 0, 0, 0, 0, 0, count(*), 0, 0
      from surplus s where ${named} and not exists (select 1 from fresh f where ${sameRecord}) group by area, month, grain
    ) changes group by area, month, grain order by month, area, grain`.execute(db)
  return rows.map((row) => ({
    ...row,
    heldRows: Number(row.heldRows),
    heldCount: Number(row.heldCount),
    addedRows: Number(row.addedRows),
    addedCount: Number(row.addedCount),
    withdrawnRows: Number(row.withdrawnRows),
    withdrawnCount: Number(row.withdrawnCount),
    lostRows: Number(row.lostRows),
  }))
}
