import type { SliceChange } from '../../db/records/stageSubmission.ts'
import { fromIndex, type Month } from '../../shared/periods/month.ts'

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
  readonly monthsUnchanged: number
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

/** Sums the staged changes up by month. */
export function previewDiff(changes: readonly SliceChange[]): PreviewDiff {
  const months = new Map<number, { heldRows: number; held: number; after: number; changed: number }>()
  for (const change of changes) {
    const month = months.get(change.month) ?? { heldRows: 0, held: 0, after: 0, changed: 0 }
    month.heldRows += change.heldRows
    month.held += change.heldCount
    month.after += change.heldCount + change.addedCount - change.withdrawnCount
    month.changed += change.addedRows + change.withdrawnRows
    months.set(change.month, month)
  }
  const entries = [...months].toSorted(([a], [b]) => a - b)
  const isNew = (entry: { heldRows: number }) => entry.heldRows === 0
  return {
    monthsNew: entries
      .filter(([, entry]) => isNew(entry))
      .map(([month, entry]) => ({ month: fromIndex(month), count: entry.after })),
    monthsRestated: entries
      .filter(([, entry]) => !isNew(entry) && entry.changed > 0)
      .map(([month, entry]) => ({
        month: fromIndex(month),
        from: entry.held,
        to: entry.after,
        rows: entry.changed,
      })),
    monthsUnchanged: entries.filter(([, entry]) => !isNew(entry) && entry.changed === 0).length,
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
