import { sql, type RawBuilder } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { RecordsTables } from '../../db/records/tables.ts'
import type { FeedId } from '../../shared/feeds/feed.ts'
import type { Condition, Measure, Part } from '../../shared/metrics/metric.ts'
import { conditionSql } from './condition.ts'
import { dimensionColumn, filterSql, type Dimension } from './dimension.ts'
import { visibleRows, type Visible } from './visibleRows.ts'

export type RecordsReader = ReadonlyKysely<RecordsTables>

/** Which records are looked at, and how they are told apart. */
export interface Selection {
  readonly feed: FeedId
  /** The column that places a record in a month: `month`, or `outcome_date_month` and the like. */
  readonly monthColumn: string
  readonly breakdown: readonly Dimension[]
  readonly filters: readonly { readonly dimension: Dimension; readonly values: readonly string[] }[]
  readonly visible: Visible
}

/** Totals of one area-month (or area-quarter) for one combination of breakdown values. */
export interface Cell {
  readonly area: string
  readonly month: number
  readonly grain: 'month' | 'quarter'
  readonly breakdown: readonly string[]
  readonly totals: readonly number[]
}

/** Adds additive parts up by month and area in one scan. A null total of a sum is 0: nothing to add. */
export async function aggregate(
  reader: RecordsReader,
  selection: Selection,
  parts: readonly Total[],
): Promise<Cell[]> {
  const month = sql.id(selection.monthColumn)
  const dimensions = selection.breakdown.map((dimension, position) => dimensionColumn(dimension, position))
  const dimensionNames = dimensions.map((_, position) => `d${position}`)
  const columns = [
    sql`${month} as month`,
    sql`grain`,
    sql`area`,
    ...dimensions.map(({ column }, position) => sql`${column} as ${sql.id(`d${position}`)}`),
    ...parts.map((part, position) => sql`${partSql(part)} as ${sql.id(`p${position}`)}`),
  ]
  const groups = sql.join([
    sql`1`,
    sql`2`,
    sql`3`,
    ...dimensions.map((_, position) => sql.raw(String(position + 4))),
  ])
  const where = [
    visibleRows(selection.visible),
    ...narrowing(parts),
    ...selection.filters.map(({ dimension, values }) => filterSql(dimension, values)),
  ]
  if (selection.monthColumn !== 'month') where.push(sql`${month} is not null`)
  const joins = dimensions.flatMap(({ join }) => (join ? [join] : []))
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(columns)} from ${sql.table(selection.feed)} ${sql.join(joins, sql.raw(' '))}
    where ${sql.join(where, sql.raw(' and '))} group by ${groups}`.execute(reader as never)
  return rows.map((row) => ({
    area: String(row['area']),
    month: Number(row['month']),
    grain: row['grain'] === 'quarter' ? 'quarter' : 'month',
    breakdown: dimensionNames.map((name) => String(row[name])),
    totals: parts.map((_, position) => Number(row[`p${position}`] ?? 0)),
  }))
}

/** A part of the catalogue, or one side of a mean gain: the weighted gains, or the weights they are divided by. */
export type Total =
  | Part
  | {
      readonly of: 'gain' | 'weight'
      readonly gain: Extract<Measure, { kind: 'meanGain' }>
      readonly where?: Condition
    }

/** A part's total as SQL. */
export function partSql(part: Total): RawBuilder<number> {
  const test = part.where ? sql` filter (where ${conditionSql(part.where)})` : sql``
  switch (part.of) {
    case 'count':
      return sql`sum(count)${test}`
    case 'sum':
      return sql`sum(${sql.id(part.field ?? '')})${test}`
    case 'distinct':
      return sql`count(distinct ${sql.id(part.field ?? '')})${test}`
    case 'gain':
    case 'weight': {
      const { before, after, weight } = part.gain
      const known = sql`${sql.id(before)} is not null and ${sql.id(after)} is not null and ${sql.id(weight)} is not null`
      const where = part.where ? sql`${known} and ${conditionSql(part.where)}` : known
      const each =
        part.of === 'weight'
          ? sql`${sql.id(weight)}`
          : sql`(${sql.id(after)} - ${sql.id(before)}) * ${sql.id(weight)}`
      return sql`sum(${each}) filter (where ${where})`
    }
  }
}

/** Where every part has a condition, rows that meet none of them need not be grouped. */
function narrowing(parts: readonly Total[]): RawBuilder<boolean>[] {
  const conditions = parts.flatMap((part) => (part.where ? [conditionSql(part.where)] : []))
  return parts.length > 0 && conditions.length === parts.length
    ? [sql`(${sql.join(conditions, sql.raw(' or '))})`]
    : []
}
