import { monthRange } from './month.ts'
import type { Month } from './month.ts'

/** A count of one month; null means that nothing was supplied, which is not 0. */
export interface MonthValue {
  month: Month
  value: number | null
}

/** Every month from the earliest given to the latest, in order, whether given or not. */
export function everyMonth(rows: readonly { month: Month }[]): Month[] {
  const months = rows.map((row) => row.month).sort()
  const [first, last] = [months.at(0), months.at(-1)]
  return first === undefined || last === undefined ? [] : monthRange(first, last)
}

/** The values that are present, by month; throws when a month is given twice. */
export function valueByMonth(rows: readonly MonthValue[]): Map<Month, number> {
  const seen = new Set<Month>()
  const values = new Map<Month, number>()
  for (const { month, value } of rows) {
    if (seen.has(month)) throw new Error(`month given twice: ${month}`)
    seen.add(month)
    if (value !== null) values.set(month, value)
  }
  return values
}
