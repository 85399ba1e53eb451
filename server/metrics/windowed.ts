import { sql, type RawBuilder } from 'kysely'
import type { Measure } from '../../shared/metrics/metric.ts'
import { conditionSql } from './condition.ts'
import { dimensionColumn, filterSql } from './dimension.ts'
import type { RecordsReader, Selection } from './aggregate.ts'
import { visibleRows } from './visibleRows.ts'
import type { Window } from './window.ts'

/** A measure that cannot be added up from months: different values, a middle value, people seen before. */
export type WindowedMeasure = Extract<Measure, { kind: 'distinct' | 'median' | 'repeatVictims' }>

/** One window's figures for one area (null: all areas together) and one combination of breakdown values. */
export interface WindowCell {
  readonly window: number
  readonly area: string | null
  readonly breakdown: readonly string[]
  /** `distinct`: [values]. `median`: [median or null, records, lower rank value, upper rank value]. `repeatVictims`: [repeat, victims]. */
  readonly totals: readonly (number | null)[]
}

/** Works the measure out for each window, by area or for all areas together. */
export async function windowed(
  reader: RecordsReader,
  selection: Selection,
  request: {
    readonly measure: WindowedMeasure
    readonly windows: readonly Window[]
    readonly byArea: boolean
  },
): Promise<WindowCell[]> {
  const { measure, windows, byArea } = request
  if (windows.length === 0) return []
  const dimensions = selection.breakdown.map((dimension, position) => dimensionColumn(dimension, position))
  const spans = windowJoin(windows, sql.id(selection.monthColumn))
  const columns = [
    sql`${spans.index} as i`,
    byArea ? sql`area as area` : sql`null as area`,
    ...dimensions.map(({ column }, position) => sql`${column} as ${sql.id(`d${position}`)}`),
    ...totalsOf(measure).map((total, position) => sql`${total} as ${sql.id(`t${position}`)}`),
  ]
  const groups = ['1', ...(byArea ? ['2'] : []), ...dimensions.map((_, position) => String(position + 3))]
  const joins = dimensions.flatMap(({ join }) => (join ? [join] : []))
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(columns)} from ${source(selection, measure, { ...reach(windows), alone: !byArea && dimensions.length === 0 })}
    ${spans.join} ${sql.join(joins, sql.raw(' '))}
    group by ${sql.raw(groups.join(', '))}`.execute(reader as never)
  return rows.map((row) => ({
    window: Number(row['i']),
    area: row['area'] === null ? null : String(row['area']),
    breakdown: dimensions.map((_, position) => String(row[`d${position}`])),
    totals: totalsOf(measure).map((_, position) => {
      const value = row[`t${position}`]
      return value === null || value === undefined ? null : Number(value)
    }),
  }))
}

/** The first and last month of any window. */
function reach(windows: readonly Window[]): { readonly from: number; readonly to: number } {
  return { from: Math.min(...windows.map(({ from }) => from)), to: Math.max(...windows.map(({ to }) => to)) }
}

/**
 * Puts each row under the windows that hold its month. Consecutive single months need no join; other windows join on
 * each of their months, because an equality joins by hash and a range does not.
 */
function windowJoin(
  windows: readonly Window[],
  month: RawBuilder<unknown>,
): { readonly index: RawBuilder<number>; readonly join: RawBuilder<unknown> } {
  const first = windows[0]?.from ?? 0
  if (windows.every(({ from, to }, i) => from === to && from === first + i))
    return { index: sql`r.${month} - ${sql.lit(first)}`, join: sql`` }
  const pairs = windows.flatMap(({ from, to }, i) =>
    Array.from({ length: to - from + 1 }, (_, step) => sql`(${sql.lit(i)}, ${sql.lit(from + step)})`),
  )
  return {
    index: sql`w.i`,
    join: sql`join (values ${sql.join(pairs)}) w (i, month_number) on w.month_number = r.${month}`,
  }
}

function totalsOf(measure: WindowedMeasure): RawBuilder<number>[] {
  switch (measure.kind) {
    case 'distinct':
      return [sql`count(distinct ${sql.id(measure.field)})`]
    case 'median':
      return [sql`percentile_cont(0.5) within group (order by days)`, sql`count(days)`]
    case 'repeatVictims':
      return [
        sql`count(distinct ${sql.id(measure.victim)}) filter (where seen_before)`,
        sql`count(distinct ${sql.id(measure.victim)})`,
      ]
  }
}

/** The rows the measure looks at, as a table `r`; `alone` where nothing but the month tells them apart. */
function source(
  selection: Selection,
  measure: WindowedMeasure,
  { from, to, alone }: { readonly from: number; readonly to: number; readonly alone: boolean },
): RawBuilder<unknown> {
  const table = sql.table(selection.feed)
  const month = sql.id(selection.monthColumn)
  const where = [visibleRows(selection.visible), ...(measure.where ? [conditionSql(measure.where)] : [])]
  const within = sql<boolean>`${month} between ${sql.lit(from)} and ${sql.lit(to)}`
  const filters = selection.filters.map(({ dimension, values }) => filterSql(dimension, values))
  switch (measure.kind) {
    case 'distinct':
      return sql`(select * from ${table} where ${all([...where, ...filters, within])}) r`
    case 'median': {
      const days = sql`${sql.id(measure.to)} - ${sql.id(measure.from)}`
      return sql`(select *, ${days} as days from ${table} where ${all([...where, ...filters, within, sql`${days} >= 0`])}) r`
    }
    case 'repeatVictims': {
      // A crime of the same day belongs to the same event; only an earlier day makes a victim seen before.
      const victim = sql.id(measure.victim)
      const usable = [
        ...where,
        sql<boolean>`${victim} is not null`,
        sql<boolean>`recorded_date is not null`,
        sql<boolean>`count = 1`,
        sql<boolean>`${month} between ${sql.lit(from - measure.monthsBefore)} and ${sql.lit(to)}`,
      ]
      const since = sql`interval ${sql.lit(`${measure.monthsBefore} months`)}`
      const days = sql`(
        select person, day, month_number, coalesce(before >= day - ${since}, false) as seen_before from (
          select person, day, month_number, lag(day) over (partition by person order by day) as before from (
            select distinct ${victim} as person, recorded_date as day, ${month} as month_number from ${table} where ${all(usable)}
          ) each_day
        ) with_before
      )`
      if (filters.length === 0 && alone) {
        return sql`(
          select person as ${victim}, month_number as ${month}, seen_before from ${days} d
          where month_number between ${sql.lit(from)} and ${sql.lit(to)}
        ) r`
      }
      return sql`(
        select s.*, d.seen_before from (select * from ${table} where ${all([...usable, ...filters, within])}) s
        join ${days} d on d.person = s.${victim} and d.day = s.recorded_date
      ) r`
    }
  }
}

function all(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql`${sql.join(conditions, sql.raw(' and '))}`
}
