import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { Feed } from '../../shared/feeds/feed.ts'
import { feedById } from '../../shared/feeds/feeds.ts'
import { fromIndex } from '../../shared/periods/month.ts'
import { periodLabel } from '../../shared/periods/periodLabel.ts'
import { looksPersonal } from './check/personalData.ts'
import { deduceCoverage, gapsIn, isCovered, outsideDeduced, outsideStated } from './deduceCoverage.ts'
import type { Coverage, Outside } from './deduceCoverage.ts'
import { IntakeRefusal } from './intakeRefusal.ts'
import { defaultLimits } from './limits.ts'
import type { Limits } from './limits.ts'
import type { Prepared, PrepareProgress, PrepareRequest } from './prepare.ts'
import type { Profile } from './profiles/profile.ts'
import { findProfile, profileNames } from './profiles/profiles.ts'
import type { Encoding } from './readers/encoding.ts'
import { scanFile } from './readers/scanFile.ts'
import { sniffCsv } from './readers/sniffCsv.ts'
import type { CsvShape } from './readers/sniffCsv.ts'
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
}

/** Does the work of `prepare` on the calling thread. Deletes whatever it wrote when it fails. */
export async function prepareFile(request: PrepareRequest, context: PrepareContext): Promise<Prepared> {
  const feed = feedById[request.feed]
  const profile = profileOf(request, feed)
  const limits = request.limits ?? defaultLimits
  const handle = await open(request.file).catch(() => {
    throw new IntakeRefusal('The file cannot be opened. Check that it exists and that you may read it.')
  })
  try {
    const shape = await sniffCsv(handle, limits)
    return await new Preparation({ request, context, feed, profile, limits, handle, shape }).run()
  } finally {
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

interface PreparationRequest {
  readonly request: PrepareRequest
  readonly context: PrepareContext
  readonly feed: Feed
  readonly profile: Profile
  readonly limits: Limits
  readonly handle: FileHandle
  readonly shape: CsvShape
}

/** One reading of the whole file. */
interface Pass extends Rows {
  readonly rejects: RejectLog
}

/** One file from its first guard to accepted.parquet. */
class Preparation {
  private readonly asked: PreparationRequest

  constructor(asked: PreparationRequest) {
    this.asked = asked
  }

  async run(): Promise<Prepared> {
    const { request, handle, limits, shape } = this.asked
    const { hash, encoding } = await scanFile({
      handle,
      guess: shape.guess,
      fileBytes: shape.fileBytes,
      lineBytes: limits.recordBytes,
      onBytes: (bytes) => this.progress('inspecting', bytes, 0),
    })
    const stated = request.coverage
    const ask = { stated, strays: request.strays ?? 'reject' } as const
    let pass = await this.pass(encoding, stated === null ? () => null : outsideStated(stated))
    try {
      const coverage = deduceCoverage(pass.checker.tally.all(), ask)
      if (stated === null && pass.checker.tally.all().some((entry) => !isCovered(coverage, entry))) {
        // Which months a file covers shows only at its end. Strays are rare: reading again when there are some costs
        // less than holding every row until then.
        await discard(pass)
        pass = await this.pass(encoding, outsideDeduced(coverage))
      }
      this.progress('writing', shape.fileBytes, pass.checker.rows)
      await pass.stage.finish()
      return { ...this.report(pass, coverage, encoding), fileHash: hash, delimiter: shape.delimiter }
    } catch (error) {
      await discard(pass)
      throw error
    }
  }

  private async pass(encoding: Encoding, outside: Outside): Promise<Pass> {
    const { request, profile } = this.asked
    const rejects = new RejectLog(`${request.out}.rejects.csv`)
    const stages: Stage[] = []
    try {
      const rows = await readRows({
        ...this.asked,
        encoding,
        rejects,
        outside,
        onBytes: (bytes, count) => this.progress('reading', bytes, count),
        onStage: (stage) => stages.push(stage),
      })
      const { checker, lastRow, terminated, plan } = rows
      const { lastFaulty } = checker
      refuseUnusable({
        rows: checker.rows,
        rejects,
        terminated,
        lastFaulty,
        lastRow,
        confirm: request.confirm === true,
      })
      if (profile.otherPlaces === 'suspect')
        refuseElsewhere(checker.tally.all(), { partnership: request.partnership, plan })
      return { ...rows, rejects }
    } catch (error) {
      for (const stage of stages) await stage.discard()
      rejects.discard()
      throw error
    }
  }

  private progress(stage: PrepareProgress['stage'], bytes: number, rows: number): void {
    const { context, shape } = this.asked
    context.throwIfCancelled()
    context.onProgress({ stage, bytes, totalBytes: shape.fileBytes, rows })
  }

  private report(
    pass: Pass,
    coverage: Coverage,
    encoding: Encoding,
  ): Omit<Prepared, 'fileHash' | 'delimiter'> {
    const { checker, plan, mapping, rejects } = pass
    const held = checker.tally.all()
    return {
      rowsRead: checker.rows,
      accepted: checker.rows - rejects.count,
      rejected: rejects.count,
      rejectsByReason: rejects.byReason().map(({ reason, count }) => ({ reason, count })),
      rejects: rejects.first,
      rejectsFile: rejects.close(),
      skipped: checker.skipped,
      warnings: [
        ...encodingWarnings(encoding),
        ...plan.notes.flatMap((notes) => notes.sentences()),
        ...personalWarnings(mapping.dropped),
        ...gapWarnings(coverage),
      ],
      dropped: mapping.dropped,
      fields: plan.fields,
      held: held.map(({ month, area, rows, count }) => ({ month: fromIndex(month), area, rows, count })),
      coverage: { ...coverage, areas: null },
      agencies: checker.tally.agencyNames(),
      profile: this.asked.profile.name,
      encoding,
    }
  }
}

async function discard({ stage, rejects }: Pass): Promise<void> {
  await stage.discard()
  rejects.discard()
}

function encodingWarnings(encoding: Encoding): string[] {
  if (encoding !== 'Windows-1252') return []
  return ['The file is not UTF-8 and was read as Windows-1252: check that accented letters came out right.']
}

function personalWarnings(dropped: readonly string[]): string[] {
  const personal = dropped.filter(looksPersonal)
  if (personal.length === 0) return []
  const look = personal.length === 1 ? 'it looks' : 'they look'
  return [
    `Left unread, because ${look} like personal data: ${personal.join(', ')}. Please leave such columns out of files you send.`,
  ]
}

function gapWarnings(coverage: Coverage): string[] {
  const gaps = coverage.deduced ? gapsIn(coverage) : []
  if (gaps.length === 0) return []
  return [
    `No rows for ${gaps.map((month) => periodLabel(month, 'month')).join(', ')}, though months before and after have some: not taken as covered. If there were none, state --from and --to.`,
  ]
}
