import { sql, type RawBuilder } from 'kysely'

/** The submissions whose rows count; null means now, when nothing need be listed. */
export type Visible = readonly number[] | null

/** The rows as they were known when these submissions were held: put in by one of them and not taken out by one of them. */
export function visibleRows(visible: Visible): RawBuilder<boolean> {
  if (visible === null) return sql`withdrawn_in is null`
  if (visible.length === 0) return sql`1 = 0`
  const last = visible.at(-1) ?? 0
  const numbers = sql.join(visible.map((number) => sql.lit(number)))
  const isPrefix = visible.length === last
  return isPrefix
    ? sql`added_in <= ${sql.lit(last)} and (withdrawn_in is null or withdrawn_in > ${sql.lit(last)})`
    : sql`added_in in (${numbers}) and (withdrawn_in is null or withdrawn_in not in (${numbers}))`
}

/** A position, by what happened to one feed's rows since: `added` and `withdrawn` list submissions that count now but did not then. */
export interface Since {
  readonly earlier: readonly number[]
  readonly added: readonly number[]
  readonly withdrawn: readonly number[]
}

/**
 * The rows that differ between a position and now, as a table: put in later and still there, or there then and withdrawn
 * later. Two plain tests rather than one with `or`, because an engine skips blocks of rows by plain tests only.
 */
export function changedSince(
  table: RawBuilder<unknown>,
  { earlier, added, withdrawn }: Since,
): RawBuilder<unknown> {
  return sql`(
    select * from ${table} where withdrawn_in is null and added_in in (${list(added)})
    union all
    select * from ${table} where withdrawn_in in (${list(withdrawn)}) and added_in in (${list(earlier)})
  )`
}

/** What such a row adds to today's totals to give those of the position. */
export const signSince: RawBuilder<number> = sql`case when withdrawn_in is null then -1 else 1 end`

function list(numbers: readonly number[]): RawBuilder<unknown> {
  // No submission has the number 0, and a list may not be empty.
  return sql.join((numbers.length > 0 ? numbers : [0]).map((number) => sql.lit(number)))
}
