import type { Cell } from './cell.ts'

/** Accepted rows and records (the sum of their counts) of one area in one month, or quarter that begins with it. */
export interface TallyEntry {
  /** Year × 12 + month − 1. */
  readonly month: number
  readonly quarter: boolean
  readonly area: string
  rows: number
  count: number
}

const maxAreas = 2 ** 20

/** Counts rows by month and area as they are accepted, and which agencies they are of. */
export class Tally {
  private readonly entries = new Map<number, TallyEntry>()
  private readonly agencies = new Set<string>()
  private lastAgency: string | null = null

  /** Counts a row by the cells of its date, area and agency. */
  add(date: Cell, area: Cell, agency: Cell, count: number): void {
    const key = (date.month * 2 + (date.quarter ? 1 : 0)) * maxAreas + area.value
    let entry = this.entries.get(key)
    if (entry === undefined) {
      entry = { month: date.month, quarter: date.quarter, area: area.text ?? '', rows: 0, count: 0 }
      this.entries.set(key, entry)
    }
    entry.rows++
    entry.count += count
    if (agency.text !== this.lastAgency && agency.text !== null) {
      this.lastAgency = agency.text
      this.agencies.add(agency.text)
    }
  }

  /** Every month and area, in order. */
  all(): readonly TallyEntry[] {
    return [...this.entries.values()].toSorted(
      (a, b) => a.month - b.month || Number(a.quarter) - Number(b.quarter) || (a.area < b.area ? -1 : 1),
    )
  }

  agencyNames(): string[] {
    return [...this.agencies].toSorted()
  }
}
