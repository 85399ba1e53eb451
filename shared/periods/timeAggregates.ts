import { addMonths } from './month.ts'
import type { Month } from './month.ts'
import { financialQuarterOf, financialYearOf, monthsOf, periodsBetween } from './period.ts'
import type { Grain, Period } from './period.ts'
import { everyMonth, valueByMonth } from './monthlyValues.ts'
import type { MonthValue } from './monthlyValues.ts'
import { rollingMonths, yearToDateMonths } from './window.ts'

/** One month of a count with everything the dashboard compares it with; null where a month needed is missing. */
export interface MonthAggregate {
  month: Month
  financialYear: Period
  quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4'
  value: number | null
  samePeriodLastYear: number | null
  change: number | null
  changePct: number | null
  rolling12: number | null
  rolling12LastYear: number | null
  rolling12ChangePct: number | null
  ytd: number | null
  ytdLastYear: number | null
  ytdChangePct: number | null
}

/** One period of a count: the sum of the months present (null when none is), and whether that is all of them. */
export interface PeriodAggregate {
  period: Period
  value: number | null
  monthsPresent: number
  monthsExpected: number
  complete: boolean
}

/**
 * Every month from the first to the last given, with the same month last year, the rolling 12 months and the
 * financial year to date. A null or absent month is missing, never 0, and makes each window that holds it null.
 *
 * monthAggregates([{ month: '2022-04', value: 23 }, { month: '2023-04', value: 38 }]).at(-1) has
 * samePeriodLastYear 23, change 15, changePct 65.217…, ytd 38, rolling12 null.
 */
export function monthAggregates(rows: readonly MonthValue[]): MonthAggregate[] {
  const values = valueByMonth(rows)
  return everyMonth(rows).map((month) => {
    const yearBefore = addMonths(month, -12)
    const value = values.get(month) ?? null
    const samePeriodLastYear = values.get(yearBefore) ?? null
    const rolling12 = sumOfAll(rollingMonths(month, 12), values)
    const rolling12LastYear = sumOfAll(rollingMonths(yearBefore, 12), values)
    const ytd = sumOfAll(yearToDateMonths(month), values)
    const ytdLastYear = sumOfAll(yearToDateMonths(yearBefore), values)
    return {
      month,
      financialYear: financialYearOf(month),
      quarter: `Q${financialQuarterOf(month)}`,
      value,
      samePeriodLastYear,
      change: value === null || samePeriodLastYear === null ? null : value - samePeriodLastYear,
      changePct: changePct(value, samePeriodLastYear),
      rolling12,
      rolling12LastYear,
      rolling12ChangePct: changePct(rolling12, rolling12LastYear),
      ytd,
      ytdLastYear,
      ytdChangePct: changePct(ytd, ytdLastYear),
    }
  })
}

/** A count rolled up to periods of a grain, from the period of the first month given to that of the last. */
export function periodAggregates(rows: readonly MonthValue[], grain: Grain): PeriodAggregate[] {
  const values = valueByMonth(rows)
  const months = everyMonth(rows)
  const [first, last] = [months.at(0), months.at(-1)]
  if (first === undefined || last === undefined) return []
  return periodsBetween(first, last, grain).map((period) => {
    const expected = monthsOf(period, grain)
    const present = expected.flatMap((month) => values.get(month) ?? [])
    return {
      period,
      value: present.length === 0 ? null : present.reduce((sum, value) => sum + value, 0),
      monthsPresent: present.length,
      monthsExpected: expected.length,
      complete: present.length === expected.length,
    }
  })
}

/** Change from a base in per cent; null when either is missing or the base is 0. */
function changePct(value: number | null, base: number | null): number | null {
  if (value === null || base === null || base === 0) return null
  return ((value - base) / base) * 100
}

function sumOfAll(months: readonly Month[], values: ReadonlyMap<Month, number>): number | null {
  let sum = 0
  for (const month of months) {
    const value = values.get(month)
    if (value === undefined) return null
    sum += value
  }
  return sum
}
