import type { SliceChange } from '../../db/records/stageSubmission.ts'
import { fromIndex, type Month } from '../../shared/periods/month.ts'

/** One figure that changes: what one area had of one category in one month, or quarter that begins with it. */
export interface RestatedCell {
  readonly month: Month
  readonly quarter: boolean
  readonly area: string
  readonly category: string
  readonly from: number
  readonly to: number
}

/** What a file would change, month by month; counts add up the records' `count`. */
export interface PreviewDiff {
  readonly monthsNew: readonly { readonly month: Month; readonly count: number }[]
  /** Months whose figure or rows change; the count may stay the same when only details did. */
  readonly monthsRestated: readonly {
    readonly month: Month
    readonly from: number
    readonly to: number
    readonly rows: number
  }[]
  /** Months of which nothing is left. */
  readonly monthsWithdrawn: readonly { readonly month: Month; readonly from: number }[]
  readonly monthsUnchanged: number
  /** The figures that change in months already held, by area and category; the first thousand. */
  readonly restatedCells: readonly RestatedCell[]
  /** How many more there are. */
  readonly moreRestatedCells: number
  readonly addedRows: number
  readonly withdrawnRows: number
  /** Area-months that would lose more than a tenth of their records. */
  readonly needsConfirmation: readonly {
    readonly area: string
    readonly month: Month
    readonly held: number
    readonly withdrawn: number
  }[]
}

const largestQuietLoss = 0.1
const listedCells = 1_000

interface MonthChange {
  heldRows: number
  rowsAfter: number
  held: number
  after: number
  changed: number
}

/** Sums the staged changes up by month; `cells` are the figures that change, where somebody worked them out. */
export function previewDiff(
  changes: readonly SliceChange[],
  cells: readonly RestatedCell[] = [],
): PreviewDiff {
  const months = new Map<number, MonthChange>()
  for (const change of changes) {
    const month = months.get(change.month) ?? { heldRows: 0, rowsAfter: 0, held: 0, after: 0, changed: 0 }
    month.heldRows += change.heldRows
    month.rowsAfter += change.heldRows + change.addedRows - change.withdrawnRows
    month.held += change.heldCount
    month.after += change.heldCount + change.addedCount - change.withdrawnCount
    month.changed += change.addedRows + change.withdrawnRows
    months.set(change.month, month)
  }
  const entries = [...months].toSorted(([a], [b]) => a - b)
  const isNew = (entry: MonthChange) => entry.heldRows === 0
  const isGone = (entry: MonthChange) => entry.heldRows > 0 && entry.rowsAfter === 0
  return {
    monthsNew: entries
      .filter(([, entry]) => isNew(entry))
      .map(([month, entry]) => ({ month: fromIndex(month), count: entry.after })),
    monthsRestated: entries
      .filter(([, entry]) => !isNew(entry) && !isGone(entry) && entry.changed > 0)
      .map(([month, entry]) => ({
        month: fromIndex(month),
        from: entry.held,
        to: entry.after,
        rows: entry.changed,
      })),
    monthsWithdrawn: entries
      .filter(([, entry]) => isGone(entry))
      .map(([month, entry]) => ({ month: fromIndex(month), from: entry.held })),
    monthsUnchanged: entries.filter(([, entry]) => !isNew(entry) && entry.changed === 0).length,
    restatedCells: cells.slice(0, listedCells),
    moreRestatedCells: Math.max(0, cells.length - listedCells),
    addedRows: changes.reduce((sum, change) => sum + change.addedRows, 0),
    withdrawnRows: changes.reduce((sum, change) => sum + change.withdrawnRows, 0),
    needsConfirmation: changes
      .filter((change) => change.lostRows > change.heldRows * largestQuietLoss)
      .map((change) => ({
        area: change.area,
        month: fromIndex(change.month),
        held: change.heldRows,
        withdrawn: change.lostRows,
      })),
  }
}
