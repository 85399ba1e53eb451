import { sql, type RawBuilder } from 'kysely'
import { toIndex, type Month } from '../../shared/periods/month.ts'

/**
 * What a submission says it is complete for. A replacement withdraws whatever else is held in this slice.
 * `areas` and `measures` null mean all of them; `quarters` are the first months of quarters sent as one figure.
 */
export interface SubmissionCoverage {
  readonly agencies: readonly string[]
  readonly areas: readonly string[] | null
  readonly measures: readonly string[] | null
  readonly months: readonly Month[]
  readonly quarters: readonly Month[]
}

/** The records of the slice, as a condition over a records table's columns. */
export function inCoverage(coverage: SubmissionCoverage): RawBuilder<boolean> {
  const parts = [sql<boolean>`agency in (${sql.join(coverage.agencies)})`]
  const times: RawBuilder<boolean>[] = []
  if (coverage.months.length > 0)
    times.push(sql`(grain = 'month' and month in (${sql.join(coverage.months.map(toIndex))}))`)
  if (coverage.quarters.length > 0)
    times.push(sql`(grain = 'quarter' and month in (${sql.join(coverage.quarters.map(toIndex))}))`)
  parts.push(times.length > 0 ? sql`(${sql.join(times, sql` or `)})` : sql`1 = 0`)
  if (coverage.areas) parts.push(sql`area in (${sql.join(coverage.areas)})`)
  if (coverage.measures) parts.push(sql`measure in (${sql.join(coverage.measures)})`)
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}
