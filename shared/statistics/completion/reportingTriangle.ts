import { dayAfter } from '../../periods/dayAfter.ts'
import { addMonths, monthOf, monthsBetween } from '../../periods/month.ts'
import type { Month } from '../../periods/month.ts'

/** What was known of one month on one date: the value of a metric in the figures as they then stood. */
export interface Knowing {
  month: Month
  /** The date the figures were known, 'YYYY-MM-DD'. */
  asAt: string
  value: number
}

/**
 * How one month filled in: its value at age 0, 1, 2 … Age is whole months from the end of the month to the date
 * of the figures; null where nothing was known yet.
 */
export interface TriangleRow {
  month: Month
  byAge: (number | null)[]
}

/** The age of a month on a date: May is of age 0 from 31 May, of age 1 from 30 June; negative while it runs. */
export function ageOf(month: Month, asAt: string): number {
  return monthsBetween(addMonths(month, 1), monthOf(dayAfter(asAt)))
}

/**
 * Lays successive figures out as a reporting triangle, a row a month. Between two submissions the figure last
 * known still stands, up to the age of the newest submission of all. Figures of a month still running are left
 * out.
 *
 * May known as 80 on 31 May and 95 on 31 July, last figures of 31 July: byAge [80, 80, 95].
 */
export function reportingTriangle(knowings: readonly Knowing[]): TriangleRow[] {
  const newest = knowings.reduce((latest, { asAt }) => (asAt > latest ? asAt : latest), '')
  const byMonth = Map.groupBy(knowings, ({ month }) => month)
  return [...byMonth]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, known]): TriangleRow => {
      const inOrder = known.toSorted((a, b) => (a.asAt < b.asAt ? -1 : a.asAt > b.asAt ? 1 : 0))
      const length = Math.max(0, ageOf(month, newest) + 1)
      const byAge = Array.from({ length }, (_, age): number | null => {
        const latest = inOrder.findLast(({ asAt }) => ageOf(month, asAt) <= age && ageOf(month, asAt) >= 0)
        return latest?.value ?? null
      })
      return { month, byAge }
    })
    .filter(({ byAge }) => byAge.length > 0)
}
