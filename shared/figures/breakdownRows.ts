import type { PointStatus, Series, SeriesResult } from '../series/series.ts'

export interface BreakdownRow {
  readonly code: string
  readonly name: string
  readonly before: number | null
  readonly now: number | null
  readonly change: number | null
  readonly percent: number | null
  readonly status: PointStatus
  readonly numerator: number | null
}

/** The latest point of every part with its comparison, largest first, what is not recorded last. */
export function breakdownRows({ series }: SeriesResult, dimension: string): BreakdownRow[] {
  return series
    .map((each) => breakdownRow(each, dimension))
    .toSorted((a, b) => Number(isUnknown(a)) - Number(isUnknown(b)) || (b.now ?? -1) - (a.now ?? -1))
}

/** One part, or the whole when the series has no such dimension. */
export function breakdownRow({ key, labels, points }: Series, dimension: string): BreakdownRow {
  const point = points.at(-1)
  return {
    code: key[dimension] ?? '',
    name: labels[dimension] ?? 'All',
    before: point?.comparison?.value ?? null,
    now: point?.value ?? null,
    change: point?.comparison?.change ?? null,
    percent: point?.comparison?.changePercent ?? null,
    status: point?.status ?? 'missing',
    numerator: point?.numerator ?? null,
  }
}

function isUnknown({ code, name }: BreakdownRow): boolean {
  return code === '' || /not (recorded|known|stated)/i.test(name)
}

/** What the parts say about the change of the whole, as the title of the figure. */
export function breakdownHeadline(
  rows: readonly BreakdownRow[],
  whole: BreakdownRow,
  { noun, additive }: { noun: string; additive: boolean },
): string {
  const largest = rows[0]
  if (!largest || largest.now === null) return 'No part has a figure in these months'
  const total = whole.change
  if (additive && total !== null && Math.abs(total) >= 1) {
    const [most] = rows
      .filter(({ change }) => change !== null && Math.sign(change) === Math.sign(total))
      .toSorted((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0))
    const moved = most?.change == null ? 0 : Math.abs(most.change)
    if (most && moved > 0 && moved <= Math.abs(total)) {
      const format = (value: number) => value.toLocaleString('en-GB')
      return `${format(moved)} of the ${format(Math.abs(total))} ${total > 0 ? 'extra' : 'fewer'} ${noun} are ${lowerFirst(most.name)}`
    }
  }
  return additive ? `${largest.name} is the largest part` : `${largest.name} is highest`
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
