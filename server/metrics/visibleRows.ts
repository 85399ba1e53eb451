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
