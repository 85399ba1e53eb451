import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { applySubmission } from '../../db/records/applySubmission.ts'
import { stageSubmission } from '../../db/records/stageSubmission.ts'
import { feedById, feeds } from '../../shared/feeds/feeds.ts'
import type { Installation } from '../installation.ts'
import { localDate } from '../localDate.ts'
import { previewDiff, type PreviewDiff } from '../submissions/previewDiff.ts'
import { restatedCells } from '../submissions/restatedCells.ts'
import { nextNumber } from '../submissions/nextNumber.ts'
import { settle } from '../submissions/replay.ts'
import { acceptedName } from './archive.ts'
import { warningsAgainstHeld } from './check/againstHeld.ts'
import { IntakeRefusal, PreviewOutdated } from './intakeRefusal.ts'
import type { ImportOptions, ImportOutcome, ImportRequest } from './importRequest.ts'
import { prepare, type Prepared } from './prepare.ts'
import { savedFor } from './profiles/savedProfiles.ts'
import { refuseInapplicable, refuseOlderThanHeld } from './refuseInapplicable.ts'
import { statedCoverage } from './statedCoverage.ts'

/**
 * Takes one file all the way in, or leaves everything as it was: reads and checks it, compares it with what is held and,
 * when nothing speaks against it, commits. Throws IntakeRefusal with a sentence for the analyst.
 */
export async function importFile(
  installation: Installation,
  request: ImportRequest,
  options: ImportOptions = {},
): Promise<ImportOutcome> {
  const { archive, partnership, pseudonymKey, records, register } = installation
  const feed = feedById[request.feed]
  const today = localDate(options.now?.() ?? new Date())
  const asAt = request.asAt ?? today
  if (asAt > today)
    throw new IntakeRefusal(`The figures cannot be known as at ${asAt}: that day is still to come.`)
  const folder = await archive.stage()
  try {
    const original = join(folder, 'original')
    await copyFile(request.path, original).catch(() => {
      throw new IntakeRefusal(
        `The file ${request.fileName} cannot be read. Check that it exists and that you may open it.`,
      )
    })
    const out = join(folder, acceptedName)
    const read = await prepare(
      {
        file: original,
        fileName: request.fileName,
        feed: request.feed,
        profile: request.profile,
        saved: await savedFor(
          installation.workspace,
          typeof request.profile === 'string' ? request.profile : null,
        ),
        sheet: request.sheet ?? null,
        headerRow: request.headerRow ?? null,
        agency: request.agency,
        partnership,
        pseudonymKey,
        out,
        coverage: request.period,
        today,
        confirm: request.confirm,
        limits: installation.config.limits,
        strays: request.mode === 'amend' ? 'keep' : 'reject',
      },
      options,
    )
    if (options.rejectsTo !== undefined && read.rejectsFile !== null)
      await copyFile(read.rejectsFile, options.rejectsTo)
    // Sealed before the write lock is taken, so that readers and other imports never wait for it.
    const originalKey = request.dryRun ? null : await archive.seal(original, folder)
    return await records.write(async (writer) => {
      options.signal?.throwIfAborted()
      const position = register.position()
      if (request.position != null && request.position !== position) throw new PreviewOutdated()
      await writer.loadIncoming(feed, out)
      const coverage = await statedCoverage(writer, request, read)
      const beside = await warningsAgainstHeld(writer.db, { feed, coverage })
      const prepared = { ...read, warnings: [...read.warnings, ...beside] }
      await refuseInapplicable(writer, request)
      refuseOlderThanHeld(installation, { request, coverage, asAt })
      const ignoring = request.synthetic ? [] : register.endingSample()
      const slice = { feed, mode: request.mode, coverage, ignoring }
      const changes = await stageSubmission(writer.db, slice)
      const diff = previewDiff(changes, await restatedCells(writer.db, { slice, changes }))
      const outcome = { prepared, coverage, asAt, diff, position, endsSample: ignoring, submission: null }
      if (isIdentical(installation, { prepared, diff })) return { ...outcome, kind: 'identical' }
      if (diff.needsConfirmation.length > 0 && !request.confirm)
        return { ...outcome, kind: 'needsConfirmation' }
      if (request.dryRun || originalKey === null) return { ...outcome, kind: 'dryRun' }
      const number = await nextNumber(installation.workspace)
      await archive.keep(await withoutPlaintext(archive, folder, [original, prepared.rejectsFile]), number)
      await writer.incomingMoved(feed, archive.acceptedPath(number))
      await installation.workspace
        .insertInto('submission')
        .values({
          number,
          feed: request.feed,
          agency: coverage.agencies.join(', '),
          mode: request.mode,
          status: 'pending',
          file_name: request.fileName,
          file_hash: prepared.fileHash,
          profile: prepared.profile,
          fields: JSON.stringify(prepared.fields),
          coverage: JSON.stringify(coverage),
          as_at: asAt,
          committed_at: (options.now?.() ?? new Date()).toISOString(),
          rows_read: prepared.rowsRead,
          rows_accepted: prepared.accepted,
          rows_rejected: prepared.rejected,
          rows_added: null,
          rows_withdrawn: null,
          receipt: JSON.stringify({
            rejectsByReason: prepared.rejectsByReason,
            warnings: prepared.warnings,
            diff,
          }),
          synthetic: request.synthetic ? 1 : 0,
          committed_by: request.by,
          original_key: originalKey,
          undoes: null,
          reason: request.reason?.trim() || null,
        })
        .execute()
      const counts = await applySubmission(writer.db, {
        number,
        feed,
        feeds: feeds.map(({ id }) => id),
        withdrawing: ignoring,
      }).catch(async (error: unknown) => {
        await installation.workspace.deleteFrom('submission').where('number', '=', number).execute()
        throw error
      })
      await settle(installation.workspace, number, counts)
      await writer.checkpoint()
      await register.refresh()
      await noteImport(installation, request, number)
      return { ...outcome, kind: 'committed', submission: number }
    })
  } finally {
    await archive.discard(folder)
  }
}

/** The audit log's note of a file that is now in the figures; invented ones are not worth one. */
async function noteImport({ audit }: Installation, request: ImportRequest, number: number): Promise<void> {
  if (request.synthetic) return
  const { feed, mode, profile, fileName } = request
  await audit.record({
    event: 'data.imported',
    by: request.actor ?? { who: request.by, address: 'local' },
    subject: `submission ${number}`,
    detail: { feed, mode, profile, fileName },
  })
}

function isIdentical(
  { register }: Installation,
  { prepared, diff }: { prepared: Prepared; diff: PreviewDiff },
): boolean {
  const unchanged = diff.addedRows === 0 && diff.withdrawnRows === 0
  return unchanged && register.standing(null).some((held) => held.fileHash === prepared.fileHash)
}

/** Only the accepted rows and the encrypted original are kept. */
async function withoutPlaintext(
  archive: Installation['archive'],
  folder: string,
  paths: readonly (string | null)[],
): Promise<string> {
  for (const path of paths) if (path !== null) await archive.discard(path)
  return folder
}
