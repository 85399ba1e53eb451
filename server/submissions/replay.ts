import type { SubmissionCoverage } from '../../db/records/coverage.ts'
import { applySubmission } from '../../db/records/applySubmission.ts'
import type { Records } from '../../db/records/records.ts'
import { stageSubmission } from '../../db/records/stageSubmission.ts'
import { stageUndo } from '../../db/records/stageUndo.ts'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import { feedById, feeds } from '../../shared/feeds/feeds.ts'
import type { Archive } from '../intake/archive.ts'

export interface ReplayReport {
  /** Numbers of the submissions that were put into the records. */
  readonly applied: readonly number[]
  /** Whether the records were made anew first. */
  readonly rebuilt: boolean
}

/**
 * Makes the records hold exactly the registered submissions: applies from the archive those that are missing, and
 * rebuilds everything when what is there does not agree with the register. Pending submissions are finished, since
 * their files were on disk before they were registered.
 */
export async function replay({
  workspace,
  records,
  archive,
}: {
  workspace: Workspace
  records: Records
  archive: Archive
}): Promise<ReplayReport> {
  const registered = await workspace
    .selectFrom('submission')
    .selectAll()
    .where('status', '!=', 'erased')
    .orderBy('number')
    .execute()
  await archive.sweep(new Set(registered.map((row) => row.number)))
  const held = await records.read.selectFrom('applied_submission').selectAll().orderBy('number').execute()
  const agrees = held.every((applied, place) => {
    const row = registered[place]
    return (
      row !== undefined &&
      row.number === applied.number &&
      (row.rows_added === null ||
        (row.rows_added === applied.rows_added && row.rows_withdrawn === applied.rows_withdrawn))
    )
  })
  if (!agrees) await records.reset()
  const missing = agrees ? registered.slice(held.length) : registered
  const sample = registered.filter((row) => row.synthetic === 1).map((row) => row.number)
  const firstReal = registered.find((row) => row.synthetic === 0)?.number
  for (const row of missing) {
    const feed = feedById[row.feed]
    const withdrawing = row.number === firstReal ? sample.filter((number) => number < row.number) : []
    const counts = await records.write(async (writer) => {
      const coverage = JSON.parse(row.coverage) as SubmissionCoverage
      if (row.mode === 'undo') {
        const ended = row.synthetic === 1 ? [] : sample
        await stageUndo(writer, { feed, undoes: row.undoes ?? row.number, coverage, ended })
      } else {
        await writer.loadIncoming(feed, archive.acceptedPath(row.number))
        await stageSubmission(writer.db, { feed, mode: row.mode, coverage, ignoring: withdrawing })
      }
      const applied = await applySubmission(writer.db, {
        number: row.number,
        feed,
        feeds: feeds.map(({ id }) => id),
        withdrawing,
      })
      await writer.checkpoint()
      return applied
    })
    await settle(workspace, row.number, counts)
  }
  for (const row of registered) {
    if (row.status === 'committed' || missing.includes(row)) continue
    const applied = held.find(({ number }) => number === row.number)
    if (applied)
      await settle(workspace, row.number, { added: applied.rows_added, withdrawn: applied.rows_withdrawn })
  }
  return { applied: missing.map((row) => row.number), rebuilt: !agrees }
}

/** Notes in the register that the records hold the submission. */
export async function settle(
  workspace: Workspace,
  number: number,
  counts: { added: number; withdrawn: number },
): Promise<void> {
  await workspace
    .updateTable('submission')
    .set({ status: 'committed', rows_added: counts.added, rows_withdrawn: counts.withdrawn })
    .where('number', '=', number)
    .execute()
}
