import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { applySubmission } from '../../db/records/applySubmission.ts'
import type { SubmissionCoverage } from '../../db/records/coverage.ts'
import type { RecordsWriter } from '../../db/records/records.ts'
import { keyColumns, stageSubmission } from '../../db/records/stageSubmission.ts'
import type { FeedId } from '../../shared/feeds/feed.ts'
import { feedById, feeds } from '../../shared/feeds/feeds.ts'
import type { Month } from '../../shared/periods/month.ts'
import type { Actor } from '../access/actor.ts'
import type { Installation } from '../installation.ts'
import { localDate } from '../localDate.ts'
import { previewDiff, type PreviewDiff } from '../submissions/previewDiff.ts'
import { restatedCells } from '../submissions/restatedCells.ts'
import { nextNumber } from '../submissions/nextNumber.ts'
import { settle } from '../submissions/replay.ts'
import { acceptedName } from './archive.ts'
import { warningsAgainstHeld } from './check/againstHeld.ts'
import { IntakeRefusal, PreviewOutdated } from './intakeRefusal.ts'
import { prepare, type Prepared, type PrepareProgress } from './prepare.ts'
import type { Profile } from './profiles/profile.ts'
import { savedFor } from './profiles/savedProfiles.ts'

export interface ImportRequest {
  /** Where the file lies; it is copied before it is read. */
  readonly path: string
  readonly fileName: string
  readonly feed: FeedId
  /**
   * A profile's name, shipped or saved (`name@2` for that very version), or a profile that is not saved yet; null: the one
   * that the file fits.
   */
  readonly profile: string | Profile | null
  /** The sheet of a workbook, and the row of the header from 1; left out or null: found. */
  readonly sheet?: string | null
  readonly headerRow?: number | null
  /** Agency id or name; null takes the profile's or the partnership's own. */
  readonly agency: string | null
  readonly mode: 'replace' | 'amend'
  /** The months the file is complete for; null deduces them. */
  readonly period: { readonly from: Month; readonly to: Month } | null
  /** The date on which the figures were known; null is today. */
  readonly asAt: string | null
  readonly confirm: boolean
  readonly dryRun: boolean
  readonly synthetic: boolean
  readonly by: string
  /** Why the figures change, as whoever sends them says; shown beside every figure that does. */
  readonly reason?: string | null
  /** Who is signed in, where the file came through a page. */
  readonly actor?: Actor | undefined
  /** The data position that the preview compared with: refused where it has moved since. Left out or null: any. */
  readonly position?: number | null
}

export interface ImportOutcome {
  readonly kind: 'committed' | 'identical' | 'dryRun' | 'needsConfirmation'
  /** The submission's number; null when nothing was stored. */
  readonly submission: number | null
  readonly prepared: Prepared
  readonly coverage: SubmissionCoverage
  readonly asAt: string
  readonly diff: PreviewDiff
  /** The data position that the file was compared with. */
  readonly position: number
  /** The sample submissions whose invented rows this first real file takes out of every figure. */
  readonly endsSample: readonly number[]
}

export interface ImportOptions {
  readonly onProgress?: (progress: PrepareProgress) => void
  readonly signal?: AbortSignal
  readonly now?: () => Date
  /** Where a copy of the rejected rows goes, as CSV; there is none where no row was rejected. */
  readonly rejectsTo?: string
}

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
      await refuseWhatCannotApply(writer, request)
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

/** What the file is complete for: the stated or deduced months, for the agencies (and for returns the measures and areas) in it. */
async function statedCoverage(
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

/** An amendment finds the records it changes by their references: rows without one would be added twice. */
async function refuseWhatCannotApply(writer: RecordsWriter, request: ImportRequest): Promise<void> {
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
function refuseOlderThanHeld(
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
