import type { FeedId } from '../../shared/feeds/feed.ts'
import type { Month } from '../../shared/periods/month.ts'
import { periodLabel } from '../../shared/periods/periodLabel.ts'
import { spanLabel } from '../../shared/periods/spanLabel.ts'
import type { PreviewDiff } from '../submissions/previewDiff.ts'
import type { ImportOutcome, ImportRequest } from './importRequest.ts'
import type { Reject } from './reject.ts'

const rejectsListed = 100
const cellsShown = 10

/** What became of one file, for a person or a program: everything the file held, and everything it changed. */
export interface Receipt {
  readonly file: string
  readonly outcome: ImportOutcome['kind']
  /** The submission's number; null when nothing was stored. */
  readonly submission: number | null
  readonly feed: FeedId
  readonly profile: string
  readonly agencies: readonly string[]
  readonly mode: 'replace' | 'amend'
  readonly asAt: string
  readonly fileHash: string
  readonly encoding: string
  readonly delimiter: string
  readonly rowsRead: number
  readonly accepted: number
  readonly rejected: number
  readonly rejectedByReason: readonly { readonly reason: string; readonly count: number }[]
  /** The first hundred rejected rows. */
  readonly rejects: readonly Reject[]
  readonly skipped: number
  readonly coverage: {
    readonly months: readonly Month[]
    readonly quarters: readonly Month[]
    readonly deduced: boolean
  }
  readonly fields: readonly string[]
  readonly dropped: readonly string[]
  readonly monthsNew: PreviewDiff['monthsNew']
  readonly monthsRestated: PreviewDiff['monthsRestated']
  readonly monthsWithdrawn: PreviewDiff['monthsWithdrawn']
  readonly monthsUnchanged: number
  /** The figures that change in months already held, by area and category; the first thousand, and how many more. */
  readonly restatedCells: PreviewDiff['restatedCells']
  readonly moreRestatedCells: number
  /** The data position that the file was compared with. */
  readonly position: number
  /** How many sample submissions this first real file takes out of every figure; 0 for any other. */
  readonly endsSample: number
  readonly rowsAdded: number
  readonly rowsWithdrawn: number
  readonly needsConfirmation: PreviewDiff['needsConfirmation']
  readonly warnings: readonly string[]
}

/** The receipt of an import that was not refused. */
export function receiptOf(
  { prepared, coverage, diff, ...outcome }: ImportOutcome,
  request: ImportRequest,
): Receipt {
  return {
    file: request.fileName,
    outcome: outcome.kind,
    submission: outcome.submission,
    feed: request.feed,
    profile: prepared.profile,
    agencies: prepared.agencies,
    mode: request.mode,
    asAt: outcome.asAt,
    fileHash: prepared.fileHash,
    encoding: prepared.encoding,
    delimiter: prepared.delimiter,
    rowsRead: prepared.rowsRead,
    accepted: prepared.accepted,
    rejected: prepared.rejected,
    rejectedByReason: prepared.rejectsByReason,
    rejects: prepared.rejects.slice(0, rejectsListed),
    skipped: prepared.skipped,
    coverage: { months: coverage.months, quarters: coverage.quarters, deduced: prepared.coverage.deduced },
    fields: prepared.fields,
    dropped: prepared.dropped,
    monthsNew: diff.monthsNew,
    monthsRestated: diff.monthsRestated,
    monthsWithdrawn: diff.monthsWithdrawn,
    monthsUnchanged: diff.monthsUnchanged,
    restatedCells: diff.restatedCells,
    moreRestatedCells: diff.moreRestatedCells,
    position: outcome.position,
    endsSample: outcome.endsSample.length,
    rowsAdded: diff.addedRows,
    rowsWithdrawn: diff.withdrawnRows,
    needsConfirmation: diff.needsConfirmation,
    warnings: prepared.warnings,
  }
}

const headlines = {
  committed: 'committed',
  identical: 'identical to what is held: nothing changed',
  dryRun: 'dry run: nothing was stored',
  needsConfirmation: 'needs confirmation: nothing was stored',
} as const

const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
}

/** The receipt as lines of text. `placeName` turns an area's code into its name. */
export function receiptText(receipt: Receipt, placeName: (area: string) => string): string {
  const { outcome, submission, rejects, rejectedByReason, monthsNew, monthsRestated, monthsWithdrawn } =
    receipt
  const as = submission === null ? '' : ` as submission ${submission}`
  const lines = [
    `${receipt.file}: ${headlines[outcome]}${as}`,
    line(
      'Feed',
      `${receipt.feed}, profile ${receipt.profile}, from ${receipt.agencies.join(', ')}, as at ${receipt.asAt}`,
    ),
    line(
      'Rows read',
      `${number(receipt.rowsRead)} (${[receipt.encoding, ...delimiterText(receipt)].join(', ')})`,
    ),
    line('Accepted', number(receipt.accepted)),
    line('Rejected', number(receipt.rejected)),
    ...rejectedByReason.map(({ reason, count }) => more(`${number(count)}  ${reason}`)),
    ...rejects
      .slice(0, 3)
      .map(({ row, field, value }) => more(`e.g. row ${row}${field === '' ? '' : `, ${field} ‘${value}’`}`)),
    ...(receipt.skipped > 0 ? [line('Blank rows', number(receipt.skipped))] : []),
    line('Covers', coverageText(receipt)),
    ...listed(
      'Months new',
      monthsNew.map(({ month, count }) => `${label(month)}: ${number(count)}`),
    ),
    ...listed(
      'Months restated',
      monthsRestated.map(({ month, from, to }) => `${label(month)}: ${number(from)} → ${number(to)}`),
    ),
    ...cellLines(receipt, placeName),
    ...listed(
      'Months withdrawn',
      monthsWithdrawn.map(({ month, from }) => `${label(month)}: ${number(from)} → none`),
    ),
    ...(receipt.monthsUnchanged > 0 ? [line('Unchanged', months(receipt.monthsUnchanged))] : []),
    line('Rows', `${number(receipt.rowsAdded)} added, ${number(receipt.rowsWithdrawn)} withdrawn`),
    ...sampleLines(receipt),
    ...listed('Left unread', receipt.dropped.length > 0 ? [receipt.dropped.join(', ')] : []),
    ...listed('Warnings', receipt.warnings),
    ...(outcome === 'needsConfirmation' ? confirmation(receipt, placeName) : []),
  ]
  return `${lines.join('\n')}\n`
}

/** The figures that change most, by area and category. */
function cellLines(
  { restatedCells, moreRestatedCells }: Receipt,
  placeName: (area: string) => string,
): string[] {
  const largest = restatedCells
    .toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))
    .slice(0, cellsShown)
  const others = restatedCells.length + moreRestatedCells - largest.length
  return listed('Of these', [
    ...largest.map(
      ({ month, quarter, area, category, from, to }) =>
        `${spanLabel(month, quarter)}, ${placeName(area)}, ${category}: ${number(from)} → ${number(to)}`,
    ),
    ...(others > 0 ? [`and ${number(others)} more figures`] : []),
  ])
}

function sampleLines({ endsSample, outcome }: Receipt): string[] {
  if (endsSample === 0 || outcome === 'identical') return []
  return [
    line(
      'Sample',
      outcome === 'committed'
        ? 'this is the first real file: all invented sample data is out of every figure'
        : 'this would be the first real file: all invented sample data goes out of every figure',
    ),
  ]
}

/** A workbook has nothing between its columns. */
function delimiterText({ delimiter }: Receipt): string[] {
  return delimiter === '' ? [] : [`${delimiterNames[delimiter] ?? delimiter} between columns`]
}

function confirmation({ needsConfirmation }: Receipt, placeName: (area: string) => string): string[] {
  const losses = needsConfirmation.map(
    ({ area, month, held, withdrawn }) =>
      `${placeName(area)}, ${label(month)}: ${number(withdrawn)} of ${number(held)} ${held === 1 ? 'row' : 'rows'}`,
  )
  return [
    ...listed('Would withdraw', losses),
    'More than a tenth of what is held there would go. If the file is complete for these months, run it again with --confirm; else state what it covers with --from and --to.',
  ]
}

function coverageText({ coverage }: Receipt): string {
  const { months: covered, quarters, deduced } = coverage
  const spans = [
    ...runs(covered),
    ...quarters.map((month) => `${label(month)} and the two months after, as one figure`),
  ]
  if (spans.length === 0) return 'nothing completely: only the rows sent'
  return `${spans.join(', ')} (${deduced ? 'deduced from the rows' : 'as stated'})`
}

/** Months that follow one another, as from–to. */
function runs(covered: readonly Month[]): string[] {
  const found: { first: Month; last: Month; at: number }[] = []
  for (const month of covered) {
    const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
    const run = found.at(-1)
    if (run && run.at + 1 === at) Object.assign(run, { last: month, at })
    else found.push({ first: month, last: month, at })
  }
  return found.map(({ first, last }) => (first === last ? label(first) : `${label(first)} to ${label(last)}`))
}

function listed(name: string, items: readonly string[]): string[] {
  return items.map((item, index) => (index === 0 ? line(name, item) : more(item)))
}

function line(name: string, text: string): string {
  return `  ${name.padEnd(16)}${text}`
}

function more(text: string): string {
  return line('', text)
}

function label(month: Month): string {
  return periodLabel(month, 'month')
}

function number(value: number): string {
  return value.toLocaleString('en-GB')
}

function months(count: number): string {
  return `${number(count)} ${count === 1 ? 'month' : 'months'}`
}
