import { open, rm } from 'node:fs/promises'
import { feedById } from '../../shared/feeds/feeds.ts'
import type { Feed } from '../../shared/feeds/feed.ts'
import { fromIndex, toIndex } from '../../shared/periods/month.ts'
import type { Month } from '../../shared/periods/month.ts'
import { periodLabel } from '../../shared/periods/periodLabel.ts'
import { looksPersonal } from './check/personalData.ts'
import { deduceCoverage, gapsIn, isCovered } from './deduceCoverage.ts'
import type { Coverage } from './deduceCoverage.ts'
import { IntakeRefusal } from './intakeRefusal.ts'
import { defaultLimits } from './limits.ts'
import type { Prepared, PrepareProgress, PrepareRequest } from './prepare.ts'
import type { Profile } from './profiles/profile.ts'
import { findProfile, profileNames } from './profiles/profiles.ts'
import type { Encoding } from './readers/encoding.ts'
import { scanFile } from './readers/scanFile.ts'
import { sniffCsv } from './readers/sniffCsv.ts'
import { readRows } from './readRows.ts'
import type { Rows } from './readRows.ts'
import { refuseElsewhere, refuseUnusable } from './refuseUnusable.ts'
import { RejectLog } from './rejectLog.ts'
import type { Stage } from './stage/stage.ts'

/** What the preparation reports to and obeys. */
export interface PrepareContext {
  readonly onProgress: (progress: PrepareProgress) => void
  /** Throws when the preparation has been cancelled. */
  readonly throwIfCancelled: () => void
  /** Hears of the stage, so that a cancellation can stop a query in it. */
  readonly onStage: (stage: Stage) => void
}

/** Does the work of `prepare` on the calling thread. Deletes whatever it wrote when it fails. */
export async function prepareFile(request: PrepareRequest, context: PrepareContext): Promise<Prepared> {
  const feed = feedById[request.feed]
  const profile = profileOf(request, feed)
  const limits = request.limits ?? defaultLimits
  const rejects = new RejectLog(`${request.out}.rejects.csv`)
  const opened: Stage[] = []
  const handle = await open(request.file).catch(() => {
    throw new IntakeRefusal('The file cannot be opened. Check that it exists and that you may read it.')
  })
  try {
    const shape = await sniffCsv(handle, limits)
    const progress = (stage: PrepareProgress['stage'], bytes: number, rows: number) => {
      context.throwIfCancelled()
      context.onProgress({ stage, bytes, totalBytes: shape.fileBytes, rows })
    }
    const { hash, encoding } = await scanFile({
      handle,
      guess: shape.guess,
      lineBytes: limits.recordBytes,
      onBytes: (bytes) => progress('inspecting', bytes, 0),
    })
    const rows = await readRows({
      request,
      feed,
      profile,
      limits,
      handle,
      shape,
      encoding,
      rejects,
      onBytes: (bytes, count) => progress('reading', bytes, count),
      onStage: (stage) => {
        opened.push(stage)
        context.onStage(stage)
      },
    })
    const { checker, lastRow, terminated } = rows
    const { lastFaulty } = checker
    refuseUnusable({
      rows: checker.rows,
      rejects,
      terminated,
      lastFaulty,
      lastRow,
      confirm: request.confirm === true,
    })
    progress('writing', shape.fileBytes, checker.rows)
    const prepared = await writeAccepted(rows, { request, feed, profile, rejects })
    context.throwIfCancelled()
    return {
      ...prepared,
      fileHash: hash,
      encoding,
      delimiter: shape.delimiter,
      warnings: [...encodingWarnings(encoding), ...prepared.warnings],
    }
  } catch (error) {
    rejects.close()
    await rm(`${request.out}.rejects.csv`, { force: true })
    await rm(request.out, { force: true })
    throw error
  } finally {
    for (const stage of opened) await stage.close(request.out)
    await handle.close()
  }
}

function profileOf({ profile: asked }: PrepareRequest, feed: Feed): Profile {
  const profile = typeof asked === 'string' ? findProfile(asked, feed) : asked
  if (profile === null) {
    throw new IntakeRefusal(
      `There is no profile ‘${String(asked)}’. There are: ${profileNames().join(', ')}.`,
    )
  }
  if (profile.feed !== feed.id) {
    throw new IntakeRefusal(
      `The profile ${profile.name} reads the feed ${profile.feed}, not ${feed.id}. State --feed ${profile.feed}, or another profile.`,
    )
  }
  return profile
}

interface AcceptedRequest {
  readonly request: PrepareRequest
  readonly feed: Feed
  readonly profile: Profile
  readonly rejects: RejectLog
}

type Accepted = Omit<Prepared, 'fileHash' | 'encoding' | 'delimiter'>

async function writeAccepted(
  rows: Rows,
  { request, feed, profile, rejects }: AcceptedRequest,
): Promise<Accepted> {
  const { plan, stage, checker, mapping } = rows
  const tally = await stage.tally()
  const coverage = deduceCoverage(tally, { stated: request.coverage, strays: request.strays ?? 'reject' })
  const condition = coverageCondition(coverage)
  const areaWarnings = plan.notes.flatMap((notes) => notes.sentences())
  if (profile.otherPlaces === 'suspect') {
    const unknown = plan.notes.filter(({ field }) => field === 'area').flatMap((notes) => notes.sentences())
    refuseElsewhere(new Set(tally.map(({ area }) => area)), { partnership: request.partnership, unknown })
  }
  const held = tally.filter((entry) => isCovered(coverage, entry))
  if (held.length === 0) {
    throw new IntakeRefusal(
      `None of the rows is in the months stated (${span(coverage.months)}): they are in ${span([...new Set(tally.map(({ month }) => fromIndex(month)))])}. Correct --from and --to.`,
    )
  }
  if (held.length < tally.length) {
    const reason = `outside the months this file covers (${span([...coverage.months, ...coverage.quarters])}); state --from and --to to include it`
    for (const { row, month } of await stage.without(condition)) {
      rejects.add({ row, field: feed.date, value: fromIndex(month), reason }, 'outside')
    }
  }
  await stage.write({ feed, condition, out: request.out })
  return {
    rowsRead: checker.rows,
    accepted: held.reduce((sum, entry) => sum + entry.rows, 0),
    rejected: rejects.count,
    rejectsByReason: rejects.byReason().map(({ reason, count }) => ({ reason, count })),
    rejects: rejects.first,
    rejectsFile: rejects.close(),
    skipped: checker.skipped,
    warnings: [...areaWarnings, ...personalWarnings(mapping.dropped), ...gapWarnings(coverage)],
    dropped: mapping.dropped,
    fields: plan.fields,
    held: held.map(({ month, area, rows: count, count: records }) => ({
      month: fromIndex(month),
      area,
      rows: count,
      count: records,
    })),
    coverage: { ...coverage, areas: null },
    agencies: await stage.agencies(condition),
    profile: profile.name,
  }
}

function coverageCondition({ months, quarters }: Coverage): string {
  const within = (list: readonly Month[]) =>
    list.length === 0 ? 'false' : `month IN (${list.map(toIndex).join(', ')})`
  return `(grain = 0 AND ${within(months)}) OR (grain = 1 AND ${within(quarters)})`
}

function span(months: readonly Month[]): string {
  const [first, last] = [months.toSorted()[0], months.toSorted().at(-1)]
  if (first === undefined || last === undefined) return 'none'
  return first === last
    ? periodLabel(first, 'month')
    : `${periodLabel(first, 'month')} to ${periodLabel(last, 'month')}`
}

function encodingWarnings(encoding: Encoding): string[] {
  return encoding === 'Windows-1252'
    ? ['The file is not UTF-8 and was read as Windows-1252: check that accented letters came out right.']
    : []
}

function personalWarnings(dropped: readonly string[]): string[] {
  const personal = dropped.filter(looksPersonal)
  if (personal.length === 0) return []
  return [
    `Left unread, because ${personal.length === 1 ? 'it looks' : 'they look'} like personal data: ${personal.join(', ')}. Please leave such columns out of files you send.`,
  ]
}

function gapWarnings(coverage: Coverage): string[] {
  const gaps = coverage.deduced ? gapsIn(coverage) : []
  if (gaps.length === 0) return []
  return [
    `No rows for ${gaps.map((month) => periodLabel(month, 'month')).join(', ')}, though months before and after have some: not taken as covered. If there were none, state --from and --to.`,
  ]
}
