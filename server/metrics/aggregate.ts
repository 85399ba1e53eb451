import { sql, type RawBuilder } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { RecordsTables } from '../../db/records/tables.ts'
import type { FeedId } from '../../shared/feeds/feed.ts'
import type { Condition, Measure, Part } from '../../shared/metrics/metric.ts'
import { conditionSql } from './condition.ts'
import { dimensionColumn, filterSql, type Dimension } from './dimension.ts'
import { changedSince, signSince, visibleRows, type Since, type Visible } from './visibleRows.ts'

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

/**
 * Adds additive parts up by month and area in one scan. A null total of a sum is 0: nothing to add.
 * `since` asks instead for the difference between the selection's position and now: what to add to today's totals.
 */
export async function aggregate(
  reader: RecordsReader,
  selection: Selection,
  request: { readonly parts: readonly Total[]; readonly since?: Since },
): Promise<Cell[]> {
  const { parts, since } = request
  const month = sql.id(selection.monthColumn)
  const dimensions = selection.breakdown.map((dimension, position) => dimensionColumn(dimension, position))
  const names = dimensions.map((_, position) => `d${position}`)
  const only = parts.length === 1 ? parts[0] : undefined
  const sign = since ? signSince : null
  const amounts = parts.map((part, position) => {
    const amount = only ? amountOf(part) : caseOf(part)
    return sql`${sign ? sql`(${sign}) * (${amount})` : amount} as ${sql.id(`a${position}`)}`
  })
  const inner = [
    sql`${month} as month`,
    sql`grain`,
    sql`area`,
    ...dimensions.map(({ column }, position) => sql`${column} as ${sql.id(`d${position}`)}`),
    ...amounts,
  ]
  const groups = ['month', 'grain', 'area', ...names].map((name) => sql.id(name))
  const totals = parts.map((_, position) => sql`sum(${sql.id(`a${position}`)}) as ${sql.id(`p${position}`)}`)
  const where = [
    ...(since ? [] : [visibleRows(selection.visible)]),
    ...(only ? conditionsOf(only) : []),
    ...selection.filters.map(({ dimension, values }) => filterSql(dimension, values)),
    ...(selection.monthColumn === 'month' ? [] : [sql<boolean>`${month} is not null`]),
  ]
  const table = sql.table(selection.feed)
  const source = since ? sql`${changedSince(table, since)} ${table}` : table
  const joins = dimensions.flatMap(({ join }) => (join ? [join] : []))
  // The tests stand in an inner projection, where the engine works out what they share once.
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join([...groups, ...totals])} from (
      select ${sql.join(inner)} from ${source} ${sql.join(joins, sql.raw(' '))}
      where ${where.length > 0 ? sql.join(where, sql.raw(' and ')) : sql`1 = 1`}
    ) amounts group by ${sql.join(groups)}`.execute(reader as never)
  return rows.map((row) => ({
    area: String(row['area']),
    month: Number(row['month']),
    grain: row['grain'] === 'quarter' ? 'quarter' : 'month',
    breakdown: names.map((name) => String(row[name])),
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

/** What a row adds where it meets the part's conditions. */
function amountOf(part: Total): RawBuilder<number> {
  switch (part.of) {
    case 'count':
      return sql`count`
    case 'sum':
      return sql`${sql.id(part.field ?? '')}`
    case 'distinct':
      throw new Error(`different values cannot be added up: ${part.field}`)
    case 'gain': {
      const { before, after, weight } = part.gain
      return sql`(${sql.id(after)} - ${sql.id(before)}) * ${sql.id(weight)}`
    }
    case 'weight':
      return sql`${sql.id(part.gain.weight)}`
  }
}

function conditionsOf(part: Total): RawBuilder<boolean>[] {
  const own = part.where ? [conditionSql(part.where)] : []
  if (part.of !== 'gain' && part.of !== 'weight') return own
  const { before, after, weight } = part.gain
  return [...own, ...[before, after, weight].map((field) => sql<boolean>`${sql.id(field)} is not null`)]
}

function caseOf(part: Total): RawBuilder<number> {
  const conditions = conditionsOf(part)
  const amount = amountOf(part)
  return conditions.length === 0
    ? amount
    : sql`case when ${sql.join(conditions, sql.raw(' and '))} then ${amount} else 0 end`
}
