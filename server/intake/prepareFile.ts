import { open } from 'node:fs/promises'
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
import { profileReference } from './profiles/profileReference.ts'
import { openTable } from './layout/openTable.ts'
import type { OpenTable } from './layout/openTable.ts'
import type { Encoding } from './readers/encoding.ts'
import { scanFile } from './readers/scanFile.ts'
import { readRows } from './readRows.ts'
import type { Rows, RowsRequest } from './readRows.ts'
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
  const limits = request.limits ?? defaultLimits
  const original = await open(request.file).catch(() => {
    throw new IntakeRefusal('The file cannot be opened. Check that it exists and that you may read it.')
  })
  try {
    const onBytes = (bytes: number, totalBytes: number) => {
      context.throwIfCancelled()
      context.onProgress({ stage: 'inspecting', bytes, totalBytes, rows: 0 })
    }
    const table = await openTable({ request, feed, limits, original, onBytes })
    try {
      const { handle, shape, profile } = table
      const rowOf = table.laidOut?.rowOf ?? null
      return await new Preparation({
        request,
        context,
        feed,
        profile,
        limits,
        handle,
        shape,
        rowOf,
        table,
      }).run()
    } finally {
      await table.close()
    }
  } finally {
    await original.close()
  }
}

interface PreparationRequest extends Pick<RowsRequest, 'handle' | 'shape' | 'profile' | 'rowOf'> {
  readonly request: PrepareRequest
  readonly context: PrepareContext
  readonly feed: Feed
  readonly limits: Limits
  readonly table: OpenTable
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
    const { request, handle, limits, shape, table } = this.asked
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
      const { laidOut } = table
      return laidOut === null
        ? { ...this.report(pass, coverage, encoding), fileHash: hash, delimiter: shape.delimiter }
        : {
            ...this.report(pass, coverage, laidOut.encoding),
            fileHash: laidOut.hash,
            delimiter: laidOut.delimiter,
          }
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

  private report(pass: Pass, coverage: Coverage, encoding: string): Omit<Prepared, 'fileHash' | 'delimiter'> {
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
        ...(this.asked.table.laidOut?.notes ?? []),
        ...cautions(this.asked.profile),
        ...plan.notes.flatMap((notes) => notes.sentences()),
        ...personalWarnings(mapping.dropped),
        ...gapWarnings(coverage),
      ],
      dropped: mapping.dropped,
      fields: plan.fields,
      held: held.map(({ month, area, rows, count }) => ({ month: fromIndex(month), area, rows, count })),
      coverage: { ...coverage, areas: null },
      agencies: checker.tally.agencyNames(),
      profile: profileReference(this.asked.profile),
      encoding,
    }
  }
}

async function discard({ stage, rejects }: Pass): Promise<void> {
  await stage.discard()
  rejects.discard()
}

function cautions({ caution }: Profile): string[] {
  return caution === undefined ? [] : [caution]
}

function encodingWarnings(encoding: string): string[] {
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
