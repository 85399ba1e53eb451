import { sql, type RawBuilder } from 'kysely'
import type { Measure } from '../../shared/metrics/metric.ts'
import { conditionSql } from './condition.ts'
import { dimensionColumn, filterSql } from './dimension.ts'
import { partSql, type RecordsReader, type Selection } from './aggregate.ts'
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
  const columns = [
    sql`w.i as i`,
    byArea ? sql`area as area` : sql`null as area`,
    ...dimensions.map(({ column }, position) => sql`${column} as ${sql.id(`d${position}`)}`),
    ...totalsOf(measure).map((total, position) => sql`${total} as ${sql.id(`t${position}`)}`),
  ]
  const groups = ['1', ...(byArea ? ['2'] : []), ...dimensions.map((_, position) => String(position + 3))]
  const spans = windows.map(({ from, to }, i) => sql`(${sql.lit(i)}, ${sql.lit(from)}, ${sql.lit(to)})`)
  const joins = dimensions.flatMap(({ join }) => (join ? [join] : []))
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(columns)} from ${source(selection, measure)}
    join (values ${sql.join(spans)}) w (i, first, last) on r.${sql.id(selection.monthColumn)} between w.first and w.last
    ${sql.join(joins, sql.raw(' '))}
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

function totalsOf(measure: WindowedMeasure): RawBuilder<number>[] {
  switch (measure.kind) {
    case 'distinct':
      return [partSql({ of: 'distinct', field: measure.field })]
    case 'median':
      return [sql`percentile_cont(0.5) within group (order by days)`, sql`count(days)`]
    case 'repeatVictims':
      return [
        sql`count(distinct ${sql.id(measure.victim)}) filter (where seen_before)`,
        sql`count(distinct ${sql.id(measure.victim)})`,
      ]
  }
}

/** The rows the measure looks at, as a table `r`. */
function source(selection: Selection, measure: WindowedMeasure): RawBuilder<unknown> {
  const table = sql.table(selection.feed)
  const where = [visibleRows(selection.visible), ...(measure.where ? [conditionSql(measure.where)] : [])]
  const filters = selection.filters.map(({ dimension, values }) => filterSql(dimension, values))
  switch (measure.kind) {
    case 'distinct':
      return sql`(select * from ${table} where ${all([...where, ...filters])}) r`
    case 'median': {
      const days = sql`${sql.id(measure.to)} - ${sql.id(measure.from)}`
      return sql`(select *, ${days} as days from ${table} where ${all([...where, ...filters, sql`${days} >= 0`])}) r`
    }
    case 'repeatVictims': {
      // A crime of the same day belongs to the same event; only an earlier day makes a victim seen before.
      const victim = sql.id(measure.victim)
      const usable = [
        ...where,
        sql<boolean>`${victim} is not null`,
        sql<boolean>`recorded_date is not null`,
        sql<boolean>`count = 1`,
      ]
      const since = sql`interval ${sql.lit(`${measure.monthsBefore} months`)}`
      return sql`(
        select s.*, coalesce(p.before >= s.recorded_date - ${since}, false) as seen_before
        from (select * from ${table} where ${all([...usable, ...filters])}) s
        join (
          select ${victim} as person, recorded_date as day, lag(recorded_date) over (partition by ${victim} order by recorded_date) as before
          from (select distinct ${victim}, recorded_date from ${table} where ${all(usable)}) days
        ) p on p.person = s.${victim} and p.day = s.recorded_date
      ) r`
    }
  }
}

function all(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql`${sql.join(conditions, sql.raw(' and '))}`
}
