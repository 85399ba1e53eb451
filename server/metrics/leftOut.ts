import { sql } from 'kysely'
import { conditionSql } from './condition.ts'
import type { Recipe } from './figures.ts'
import type { MetricsReader } from './metricsReader.ts'
import type { Plan } from './plan.ts'
import { visibleRows, type Visible } from './visibleRows.ts'

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
