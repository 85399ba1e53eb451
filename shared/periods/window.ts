import { addMonths, monthAt, monthNumber, monthRange, yearOf } from './month.ts'
import type { Month } from './month.ts'

/** The months of a rolling window that ends with this month: rollingMonths('2020-03', 12) starts at '2019-04'. */
export function rollingMonths(end: Month, length: number): Month[] {
  return monthRange(addMonths(end, 1 - length), end)
}

/** The months from April up to and including this one: the financial year to date. */
export function yearToDateMonths(end: Month): Month[] {
  const year = monthNumber(end) >= 4 ? yearOf(end) : yearOf(end) - 1
  return monthRange(monthAt(year, 4), end)
}
