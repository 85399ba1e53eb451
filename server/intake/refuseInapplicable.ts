import { sql } from 'kysely'
import type { SubmissionCoverage } from '../../db/records/coverage.ts'
import type { RecordsWriter } from '../../db/records/records.ts'
import { keyColumns } from '../../db/records/stageSubmission.ts'
import { feedById } from '../../shared/feeds/feeds.ts'
import type { Installation } from '../installation.ts'
import type { ImportRequest } from './importRequest.ts'
import { IntakeRefusal } from './intakeRefusal.ts'

/** An amendment finds the records it changes by their references: rows without one would be added twice. */
export async function refuseInapplicable(writer: RecordsWriter, request: ImportRequest): Promise<void> {
  if (request.mode !== 'amend') return
  const key = keyColumns(feedById[request.feed])
  const nameless = sql.join(
    key.map((name) => sql`${sql.id(name)} is null`),
    sql` or `,
  )
  const { rows } = await sql<{ n: number }>`select count(*) as n from incoming where ${nameless}`.execute(
    writer.db,
  )
  const n = Number(rows[0]?.n ?? 0)
  if (n > 0) {
    throw new IntakeRefusal(
      `${n} rows have no reference, so an amendment cannot tell which records they change. Send the whole period instead, with mode replace.`,
    )
  }
}

/** Figures known earlier than those already held would undo them unseen. */
export function refuseOlderThanHeld(
  { register }: Installation,
  { request, coverage, asAt }: { request: ImportRequest; coverage: SubmissionCoverage; asAt: string },
): void {
  if (request.synthetic) return
  const newer = register
    .visible(null)
    .find(
      (held) =>
        !held.synthetic &&
        held.feed === request.feed &&
        held.asAt > asAt &&
        held.coverage.agencies.some((agency) => coverage.agencies.includes(agency)) &&
        held.coverage.months.some((month) => coverage.months.includes(month)),
    )
  if (newer) {
    throw new IntakeRefusal(
      `These figures are stated as known on ${asAt}, but submission ${newer.number} already gives the same months as known on ${newer.asAt}. Correct the as-at date, or leave the file out.`,
    )
  }
}
