import { aggregate, type Cell, type RecordsReader, type Selection, type Total } from './aggregate.ts'
import type { Since } from './visibleRows.ts'

/** Adds parts up by month and area; requests made together over the same records share one scan. */
export interface MonthlyTotals {
  /** `since`: only the difference between that position and now. */
  of(selection: Selection, total: Total, since?: Since): Promise<Cell[]>
}

interface Batch {
  readonly selection: Selection
  readonly since: Since | null
  readonly totals: Map<
    string,
    {
      readonly total: Total
      readonly waiting: { resolve: (cells: Cell[]) => void; reject: (error: unknown) => void }[]
    }
  >
}

/** Collects the requests of one turn of the event loop: an overview asks for every metric at once. */
export function monthlyTotals(reader: RecordsReader): MonthlyTotals {
  const batches = new Map<string, Batch>()
  const run = async () => {
    const due = [...batches.values()]
    batches.clear()
    await Promise.all(due.map((batch) => scan(reader, batch)))
  }
  return {
    of(selection, total, since) {
      const key = JSON.stringify([
        selection.feed,
        selection.monthColumn,
        selection.visible,
        names(selection),
        since ?? null,
      ])
      if (batches.size === 0) setImmediate(() => void run())
      const batch = batches.get(key) ?? { selection, since: since ?? null, totals: new Map() }
      batches.set(key, batch)
      const name = JSON.stringify(total)
      const entry = batch.totals.get(name) ?? { total, waiting: [] }
      batch.totals.set(name, entry)
      return new Promise((resolve, reject) => entry.waiting.push({ resolve, reject }))
    },
  }
}

function names(selection: Selection): unknown[] {
  return [
    selection.breakdown.map(({ name }) => name),
    selection.filters.map(({ dimension, values }) => [dimension.name, values]),
  ]
}

async function scan(reader: RecordsReader, batch: Batch): Promise<void> {
  const entries = [...batch.totals.values()]
  try {
    const cells = await aggregate(reader, batch.selection, {
      parts: entries.map(({ total }) => total),
      ...(batch.since ? { since: batch.since } : {}),
    })
    for (const [place, { waiting }] of entries.entries()) {
      const own = cells.map((cell) => ({ ...cell, totals: [cell.totals[place] ?? 0] }))
      for (const { resolve } of waiting) resolve(own)
    }
  } catch (error) {
    for (const { waiting } of entries) for (const { reject } of waiting) reject(error)
  }
}
