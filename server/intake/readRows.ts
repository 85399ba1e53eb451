import type { FileHandle } from 'node:fs/promises'
import type { Feed } from '../../shared/feeds/feed.ts'
import { findAgency } from '../../shared/partnership/findAgency.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import { RowChecker } from './check/rowChecker.ts'
import { planRows } from './check/rowPlan.ts'
import type { RowPlan } from './check/rowPlan.ts'
import { chooseAgency } from './chooseAgency.ts'
import { IntakeRefusal } from './intakeRefusal.ts'
import type { Limits } from './limits.ts'
import { mapColumns } from './map/mapColumns.ts'
import type { Mapping } from './map/mapColumns.ts'
import type { PrepareRequest } from './prepare.ts'
import type { Profile } from './profiles/profile.ts'
import { CsvSplitter } from './readers/csvSplitter.ts'
import type { Encoding } from './readers/encoding.ts'
import { readCsv } from './readers/readCsv.ts'
import type { CsvShape } from './readers/sniffCsv.ts'
import type { RejectLog } from './rejectLog.ts'
import { Stage } from './stage/stage.ts'

export interface RowsRequest {
  readonly request: PrepareRequest
  readonly feed: Feed
  readonly profile: Profile
  readonly limits: Limits
  readonly handle: FileHandle
  readonly shape: CsvShape
  readonly encoding: Encoding
  /** The row of the sender's file that a record came from, where it was laid out anew; null: they are the same. */
  readonly rowOf: ((record: number) => number) | null
  readonly rejects: RejectLog
  readonly onBytes: (bytes: number, rows: number) => void
  readonly outside: (month: number, quarter: boolean) => string | null
  /** Hears of the stage as soon as it is open: it must be closed whatever happens after. */
  readonly onStage: (stage: Stage) => void
}

/** Every sound row of a file, staged, and how it was read. */
export interface Rows extends Begun {
  /** The last row of the file, and whether it had its line end. */
  readonly lastRow: number
  readonly terminated: boolean
}

/** What the header settles. */
interface Begun {
  readonly plan: RowPlan
  readonly mapping: Mapping
  readonly stage: Stage
  readonly checker: RowChecker
}

/** Reads a file from its header to its end. */
export async function readRows(request: RowsRequest): Promise<Rows> {
  const { handle, encoding, limits, shape } = request
  const splitter = new CsvSplitter(shape.delimiter.charCodeAt(0), limits.columns)
  const rows = new RowReader(request, splitter)
  const onBytes = (bytes: number) => request.onBytes(bytes, rows.count())
  await readCsv(
    { handle, encoding, fileBytes: shape.fileBytes, skip: shape.guess.skip, splitter, limits, onBytes },
    (last) => rows.take(last),
  )
  return { ...rows.finish(), lastRow: splitter.records, terminated: splitter.terminated }
}

/** Finds the header in the first records, then hands every record to the checker. */
class RowReader {
  private begun: Begun | null = null
  private readonly request: RowsRequest
  private readonly splitter: CsvSplitter

  constructor(request: RowsRequest, splitter: CsvSplitter) {
    this.request = request
    this.splitter = splitter
  }

  count(): number {
    return this.begun?.checker.rows ?? 0
  }

  async take(last: boolean): Promise<void> {
    const { splitter, request } = this
    while (this.begun === null) {
      if (splitter.next(last) !== 'record') return
      const headers = headersOf(splitter, request.limits)
      if (headers !== null) this.begun = begin(request, headers)
    }
    const { checker, stage } = this.begun
    while (splitter.next(last) === 'record') checker.take(splitter)
    if (checker.rows > request.limits.rows) {
      throw new IntakeRefusal(
        `The file has more than ${request.limits.rows.toLocaleString('en-GB')} rows. Send it in parts, one period each.`,
      )
    }
    await stage.ready()
  }

  finish(): Begun {
    if (this.begun === null) throw new IntakeRefusal('The file holds nothing but blank lines.')
    return this.begun
  }
}

/** The headers of a record; null where it is blank or only tells Excel the delimiter. */
function headersOf(splitter: CsvSplitter, limits: Limits): string[] | null {
  if (splitter.fields > limits.columns) {
    throw new IntakeRefusal(
      `The header has ${splitter.fields.toLocaleString('en-GB')} columns; the limit is ${limits.columns.toLocaleString('en-GB')}. Check that this is the right file.`,
    )
  }
  const headers = Array.from({ length: splitter.fields }, (_, field) => splitter.text(field))
  const only = headers.join('').trim()
  // With `sep=,` the delimiter itself cuts the line in two.
  return only === '' || /^sep=.?$/i.test(only) ? null : headers
}

/** The publisher of the layout, where the partnership lists it among its agencies. */
function publisherOf({ publisher }: Profile, partnership: Partnership): string | null {
  return publisher !== undefined && findAgency(publisher, partnership) !== null ? publisher : null
}

function begin(request: RowsRequest, headers: readonly string[]): Begun {
  const { request: asked, feed, profile, rejects } = request
  const mapping = mapColumns(headers, profile, feed)
  const agency = chooseAgency({
    feed,
    profile,
    partnership: asked.partnership,
    stated: asked.agency ?? publisherOf(profile, asked.partnership),
    named: mapping.columns.some(({ rule }) => rule.field === 'agency'),
    own: profile.otherAgencies === 'reject',
  })
  const { partnership, today } = asked
  const plan = planRows({
    feed,
    profile,
    partnership,
    mapping,
    agency,
    stated: asked.agency,
    today,
  })
  // A row has at least one byte for each column: its delimiters and its line end.
  const mostRows = Math.ceil(request.shape.fileBytes / headers.length) + 1
  const stage = new Stage({
    feed,
    columns: plan.staged,
    references: plan.hashed.map(({ field }) => field.name),
    pseudonymKey: asked.pseudonymKey,
    out: asked.out,
    fileBytes: request.shape.fileBytes,
    mostRows,
  })
  request.onStage(stage)
  const checker = new RowChecker({
    plan,
    stage,
    rejects,
    width: headers.length,
    date: feed.date,
    outside: request.outside,
    rowOf: request.rowOf,
  })
  return { plan, mapping, stage, checker }
}
