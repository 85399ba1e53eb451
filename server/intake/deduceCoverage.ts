import { fromIndex, monthRange, toIndex } from '../../shared/periods/month.ts'
import type { Month } from '../../shared/periods/month.ts'
import { periodLabel } from '../../shared/periods/periodLabel.ts'

/** Rows that a file holds for a month, or for a quarter that begins with it. */
export interface TimeTally {
  readonly month: number
  readonly quarter: boolean
  readonly rows: number
}

/** The months and quarters (by their first month) that a file is complete for. */
export interface Coverage {
  readonly months: readonly Month[]
  readonly quarters: readonly Month[]
  readonly deduced: boolean
}

const plausibleShare = 0.1

export interface CoverageRequest {
  /** The months that the sender says the file is complete for; null: it does not say. */
  readonly stated: { readonly from: Month; readonly to: Month } | null
  /** Whether months with few rows are taken too, as in an amendment, which is complete for nothing. */
  readonly strays: 'reject' | 'keep'
}

/**
 * What a file covers. Stated: exactly those months. Else the months with at least a tenth of the rows of the largest, so
 * that a few stray rows of April in a file for May do not make it the whole of April. A month with no row is never
 * deduced, even between others: whether there were none or nobody counted, only the sender knows.
 */
export function deduceCoverage(tally: readonly TimeTally[], { stated, strays }: CoverageRequest): Coverage {
  if (stated !== null) {
    const months = monthRange(stated.from, stated.to)
    const within = new Set(months.map(toIndex))
    const quarters = tally.filter(
      ({ quarter, month }) => quarter && [0, 1, 2].every((later) => within.has(month + later)),
    )
    return { months, quarters: distinct(quarters), deduced: false }
  }
  const share = strays === 'keep' ? 0 : plausibleShare
  const monthly = tally.filter(({ quarter }) => !quarter)
  const quarterly = tally.filter(({ quarter }) => quarter)
  return { months: plausible(monthly, share), quarters: plausible(quarterly, share), deduced: true }
}

/** The months between the first and the last covered that no row of the file is in. */
export function gapsIn({ months }: Coverage): Month[] {
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return []
  const covered = new Set<string>(months)
  return monthRange(first, last).filter((month) => !covered.has(month))
}

function plausible(tally: readonly TimeTally[], share: number): Month[] {
  const rows = new Map<number, number>()
  for (const { month, rows: more } of tally) rows.set(month, (rows.get(month) ?? 0) + more)
  const largest = Math.max(...rows.values(), 0)
  return distinct([...rows].filter(([, count]) => count >= largest * share).map(([month]) => ({ month })))
}

function distinct(months: readonly { readonly month: number }[]): Month[] {
  return [...new Set(months.map(({ month }) => month))].toSorted((a, b) => a - b).map(fromIndex)
}

/** Whether a row's month, or the quarter that begins with it, is covered. */
export function isCovered(
  { months, quarters }: Coverage,
  { month, quarter }: { month: number; quarter: boolean },
): boolean {
  return (quarter ? quarters : months).includes(fromIndex(month))
}

/** Why a row of this month, or of the quarter that begins with it, is left out; null where it is taken. */
export type Outside = (month: number, quarter: boolean) => string | null

/** Leaves out what is not wholly within the stated months. */
export function outsideStated({ from, to }: { readonly from: Month; readonly to: Month }): Outside {
  const [first, last] = [toIndex(from), toIndex(to)]
  const reason = `outside the months stated (${spanText([from, to])})`
  return (month, quarter) => (month < first || month + (quarter ? 2 : 0) > last ? reason : null)
}

/** Leaves out what is not in the months and quarters deduced. */
export function outsideDeduced({ months, quarters }: Coverage): Outside {
  const monthly = new Set(months.map(toIndex))
  const quarterly = new Set(quarters.map(toIndex))
  const reason = `outside the months this file covers (${spanText([...months, ...quarters])}); state --from and --to to include it`
  return (month, quarter) => ((quarter ? quarterly : monthly).has(month) ? null : reason)
}

function spanText(months: readonly Month[]): string {
  const sorted = months.toSorted()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return 'none'
  return first === last
    ? periodLabel(first, 'month')
    : `${periodLabel(first, 'month')} to ${periodLabel(last, 'month')}`
}
