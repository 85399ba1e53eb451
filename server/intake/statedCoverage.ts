import { sql } from 'kysely'
import type { SubmissionCoverage } from '../../db/records/coverage.ts'
import type { RecordsWriter } from '../../db/records/records.ts'
import type { ImportRequest } from './importRequest.ts'
import type { Prepared } from './prepare.ts'

/** What the file is complete for: the stated or deduced months, for the agencies (and for returns the measures and areas) in it. */
export async function statedCoverage(
  writer: RecordsWriter,
  request: ImportRequest,
  prepared: Prepared,
): Promise<SubmissionCoverage> {
  const { agencies, coverage, held } = prepared
  const complete = request.mode === 'replace' || request.period !== null
  // A file of quarters alone is complete for no month, whatever period is stated.
  const onlyQuarters = coverage.quarters.length > 0 && !(await holdsMonths(writer))
  const isReturns = request.feed === 'returns'
  return {
    agencies,
    areas: isReturns ? [...new Set(held.map(({ area }) => area))].toSorted() : null,
    measures: isReturns ? await measuresIn(writer) : null,
    months: complete && !onlyQuarters ? coverage.months : [],
    quarters: complete ? coverage.quarters : [],
  }
}

async function holdsMonths(writer: RecordsWriter): Promise<boolean> {
  const { rows } = await sql`select 1 from incoming where grain = 'month' limit 1`.execute(writer.db)
  return rows.length > 0
}

async function measuresIn(writer: RecordsWriter): Promise<string[]> {
  const { rows } = await sql<{ measure: string }>`select distinct measure from incoming order by 1`.execute(
    writer.db,
  )
  return rows.map(({ measure }) => measure)
}
