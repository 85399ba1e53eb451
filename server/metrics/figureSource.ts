import { sql } from 'kysely'
import type { Month } from '../../shared/periods/month.ts'
import { toIndex } from '../../shared/periods/month.ts'
import type { Condition } from '../../shared/metrics/metric.ts'
import { conditionSql, fieldsOf } from './condition.ts'
import type { Selection } from './aggregate.ts'
import { recipeOf, type Recipe, type Side } from './figures.ts'
import type { MetricsReader } from './metricsReader.ts'
import { needingRecords } from './needsHeld.ts'
import type { Plan } from './plan.ts'
import { returnsSupply } from './returnsSupply.ts'
import { summedFigures } from './summedFigures.ts'
import { supplyOf, type Supply } from './supply.ts'
import { visibleRows, type Visible } from './visibleRows.ts'
import type { Window } from './window.ts'
import { windowedFigures } from './windowedFigures.ts'
import type { WindowSupply } from './windowSupply.ts'

/** What one window comes to, before rates, intervals and disclosure. */
export interface Figure {
  readonly supply: WindowSupply
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
}

export interface Line {
  readonly area: string
  readonly breakdown: readonly string[]
}

/** Where a plan's figures come from. */
export interface FigureSource {
  /** The months supplied; null when none were. */
  readonly range: { readonly from: Month; readonly to: Month } | null
  readonly notes: readonly string[]
  /** The combinations of breakdown values that occur in an area; one empty combination without a breakdown. */
  breakdownsOf(area: string): readonly (readonly string[])[]
  /** Whether any record is at this area. */
  holds(area: string): boolean
  figures(line: Line, windows: readonly Window[]): Promise<readonly Figure[]>
}

/** Opens the records a plan needs, by its metric's recipe. */
export async function figureSource(reader: MetricsReader, plan: Plan): Promise<FigureSource> {
  const recipe = recipeOf(plan.metric)
  const visible = visibleNumbers(reader, plan)
  return recipe.kind === 'summed'
    ? summedFigures(reader, plan, { recipe, visible })
    : windowedFigures(reader, plan, { recipe, visible })
}

/** Null for the present, so that the common query lists no submissions. */
function visibleNumbers(reader: MetricsReader, plan: Plan): Visible {
  return plan.query.asAt === null
    ? null
    : reader.register.visible(plan.query.asAt).map(({ number }) => number)
}

/** Which records one side of a figure looks at. */
export function selectionOf(
  side: Pick<Side, 'feed' | 'monthColumn'>,
  plan: Plan,
  visible: Visible,
): Selection {
  return {
    feed: side.feed,
    monthColumn: side.monthColumn,
    breakdown: plan.breakdown,
    filters: plan.filters,
    visible,
  }
}

/** What was supplied for one side, remembered until the data moves. */
export function sideSupply(
  reader: MetricsReader,
  plan: Plan,
  side: Pick<Side, 'feed' | 'needed'> & { where?: Side['total']['where'] },
): Promise<Supply> {
  const submissions = reader.register.visible(plan.query.asAt)
  const fields = [
    ...side.needed,
    ...[...plan.breakdown, ...plan.filters.map(({ dimension }) => dimension)].map(({ field }) => field),
  ]
  const needed = [...new Set(fields)].filter((field) => field !== 'agency')
  const key = JSON.stringify([
    side.feed,
    needed,
    plan.query.asAt,
    side.feed === 'returns' ? side.where : null,
    plan.metric.needs ?? null,
  ])
  return reader.supplies.get(key, async () => {
    const visible = visibleNumbers(reader, plan)
    const { partnership, records } = reader
    if (side.feed === 'returns')
      return returnsSupply(records, { where: side.where, visible, submissions, partnership })
    const supply = supplyOf(submissions, { feed: side.feed, needed, partnership })
    const { needs, feed } = plan.metric
    if (!needs || side.feed !== feed) return supply
    return needingRecords(records, supply, { feed, needs, what: describeNeed(needs), visible })
  })
}

/** What a metric presupposes, for the reader: the value it asks for, or the field. */
function describeNeed(needs: Condition): string {
  return 'is' in needs ? `${needs.field}: ${String(needs.is)}` : fieldsOf(needs).join(', ')
}

/** How many records a look-back at people had to leave out: no victim reference, no day, or a row that stands for several. */
export function leftOut(
  reader: MetricsReader,
  plan: Plan,
  recipe: Extract<Recipe, { kind: 'windowed' }>,
  visible: Visible,
): Promise<number> {
  const { measure } = recipe
  if (measure.kind !== 'repeatVictims') return Promise.resolve(0)
  const key = JSON.stringify([plan.metric.id, plan.query.asAt])
  return reader.counts.get(key, async () => {
    const { rows } = await sql<{ n: number | null }>`
      select sum(count) as n from ${sql.table(recipe.feed)} where ${visibleRows(visible)} and ${conditionSql(measure.where)}
      and (${sql.id(measure.victim)} is null or recorded_date is null or count <> 1)`.execute(
      reader.records as never,
    )
    return Number(rows[0]?.n ?? 0)
  })
}

/** The first month held, as a number; null when nothing is. */
export function firstHeld(supply: Supply): number | null {
  return supply.range ? toIndex(supply.range.from) : null
}
