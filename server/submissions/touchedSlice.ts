import { sql } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { SubmissionCoverage } from '../../db/records/coverage.ts'
import type { RecordsTables } from '../../db/records/tables.ts'
import { fromIndex } from '../../shared/periods/month.ts'
import type { Submission } from './register.ts'

/**
 * The slice whose rows a submission decides: what it said it was complete for and, of an amendment, which may say
 * nothing, the agencies and months of the rows it put in or took out.
 */
export async function touchedSlice(
  db: ReadonlyKysely<RecordsTables>,
  { number, feed, mode, coverage }: Pick<Submission, 'number' | 'feed' | 'mode' | 'coverage'>,
): Promise<SubmissionCoverage> {
  if (mode !== 'amend') return coverage
  const ofReturns = feed === 'returns'
  const measure = ofReturns ? sql`measure` : sql`null`
  const area = ofReturns ? sql`area` : sql`null`
  const { rows } = await sql<{
    agency: string
    month: number
    grain: 'month' | 'quarter'
    area: string | null
    measure: string | null
  }>`select distinct agency, month, grain, ${area} as area, ${measure} as measure from ${sql.table(feed)}
    where added_in = ${sql.lit(number)} or withdrawn_in = ${sql.lit(number)}`.execute(db as never)
  const months = (grain: 'month' | 'quarter') =>
    rows.filter((row) => row.grain === grain).map(({ month }) => fromIndex(month))
  const distinct = <T extends string>(...values: (readonly T[])[]): T[] =>
    [...new Set(values.flat())].toSorted()
  return {
    agencies: distinct(
      coverage.agencies,
      rows.map((row) => row.agency),
    ),
    areas: ofReturns
      ? distinct(
          coverage.areas ?? [],
          rows.map((row) => row.area ?? ''),
        )
      : null,
    measures: ofReturns
      ? distinct(
          coverage.measures ?? [],
          rows.map((row) => row.measure ?? ''),
        )
      : null,
    months: distinct(coverage.months, months('month')),
    quarters: distinct(coverage.quarters, months('quarter')),
  }
}

/** Whether some row could lie in both slices. */
export function slicesMeet(one: SubmissionCoverage, other: SubmissionCoverage): boolean {
  const meet = (a: readonly string[] | null, b: readonly string[] | null) =>
    a === null || b === null || a.some((value) => b.includes(value))
  return (
    meet(one.agencies, other.agencies) &&
    (meet(one.months, other.months) || meet(one.quarters, other.quarters)) &&
    meet(one.areas, other.areas) &&
    meet(one.measures, other.measures)
  )
}
