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
  private lastKey = -1
  private last: TallyEntry | null = null
  private lastAgency = ''

  /** Counts a row; `area` is the place of its name in the column's dictionary. */
  add(row: {
    month: number
    quarter: boolean
    area: number
    areaName: string
    count: number
    agency: string
  }): void {
    const key = (row.month * 2 + (row.quarter ? 1 : 0)) * maxAreas + row.area
    if (key !== this.lastKey || this.last === null) {
      const { month, quarter, areaName } = row
      this.last = this.entries.get(key) ?? { month, quarter, area: areaName, rows: 0, count: 0 }
      this.entries.set(key, this.last)
      this.lastKey = key
    }
    this.last.rows++
    this.last.count += row.count
    if (row.agency !== this.lastAgency) this.agencies.add((this.lastAgency = row.agency))
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
