import { addMonths, isMonth, monthAt, monthNumber, monthRange, monthsBetween, yearOf } from './month.ts'
import type { Month } from './month.ts'

/** How long a period is. Financial years run April to March; quarters are theirs, Q1 = April–June. */
export type Grain = 'month' | 'quarter' | 'financialYear' | 'calendarYear'

/** Every grain, finest first. */
export const grains: readonly Grain[] = ['month', 'quarter', 'financialYear', 'calendarYear']

/** A period's id within its grain: '2018-05', '2023/24 Q1', '2023/24' (1999/00 at the turn), '2023'. */
export type Period = string

const monthsIn: Record<Grain, number> = { month: 1, quarter: 3, financialYear: 12, calendarYear: 12 }

/** How many months a period of this grain holds. */
export function monthsPerPeriod(grain: Grain): number {
  return monthsIn[grain]
}

/** The period a month falls in: periodOf('2020-01', 'quarter') is '2019/20 Q4'. */
export function periodOf(month: Month, grain: Grain): Period {
  switch (grain) {
    case 'month':
      return month
    case 'quarter':
      return `${financialYearOf(month)} Q${financialQuarterOf(month)}`
    case 'financialYear':
      return financialYearOf(month)
    case 'calendarYear':
      return month.slice(0, 4)
  }
}

/** The financial year (April–March) of a month: '2000-03' is in '1999/00'. */
export function financialYearOf(month: Month): Period {
  const start = yearOf(addMonths(month, -3))
  return `${String(start).padStart(4, '0')}/${String((start + 1) % 100).padStart(2, '0')}`
}

/** The quarter of the financial year a month falls in: April–June is 1. */
export function financialQuarterOf(month: Month): 1 | 2 | 3 | 4 {
  const quarter = Math.floor((monthNumber(addMonths(month, -3)) - 1) / 3) + 1
  return quarter === 1 ? 1 : quarter === 2 ? 2 : quarter === 3 ? 3 : 4
}

/** The first month of a period; throws on text that is not a period of this grain. */
export function firstMonthOf(period: Period, grain: Grain): Month {
  const first = startOf(period, grain)
  if (first === null) throw new Error(`invalid ${grain}: ${period}`)
  return first
}

/** The last month of a period; throws on text that is not a period of this grain. */
export function lastMonthOf(period: Period, grain: Grain): Month {
  return addMonths(firstMonthOf(period, grain), monthsIn[grain] - 1)
}

/** Every month of a period in order: monthsOf('2023/24 Q1', 'quarter') is April, May and June 2023. */
export function monthsOf(period: Period, grain: Grain): Month[] {
  return monthRange(firstMonthOf(period, grain), lastMonthOf(period, grain))
}

/** Whether the text is a period of this grain: '2023/25' is no financial year. */
export function isPeriod(text: string, grain: Grain): boolean {
  return startOf(text, grain) !== null
}

/** Every period that holds a month from the first to the last, part periods at the ends included. */
export function periodsBetween(fromMonth: Month, toMonth: Month, grain: Grain): Period[] {
  if (monthsBetween(fromMonth, toMonth) < 0) return []
  const first = firstMonthOf(periodOf(fromMonth, grain), grain)
  const count = Math.floor(monthsBetween(first, toMonth) / monthsIn[grain]) + 1
  return Array.from({ length: count }, (_, i) => periodOf(addMonths(first, i * monthsIn[grain]), grain))
}

/** The period so many periods later (earlier when negative) of the same grain. */
function addPeriods(period: Period, grain: Grain, count: number): Period {
  return periodOf(addMonths(firstMonthOf(period, grain), count * monthsIn[grain]), grain)
}

/** The period just before, of the same grain: that of '2023/24 Q1' is '2022/23 Q4'. */
export function previousPeriod(period: Period, grain: Grain): Period {
  return addPeriods(period, grain, -1)
}

/** The same period twelve months earlier: that of '2023/24 Q1' is '2022/23 Q1'. */
export function samePeriodLastYear(period: Period, grain: Grain): Period {
  return periodOf(addMonths(firstMonthOf(period, grain), -12), grain)
}

/** Whole periods from one to another of the same grain; negative when `to` is earlier. */
export function periodsApart(from: Period, to: Period, grain: Grain): number {
  return monthsBetween(firstMonthOf(from, grain), firstMonthOf(to, grain)) / monthsIn[grain]
}

function startOf(text: string, grain: Grain): Month | null {
  const first = looseStartOf(text, grain)
  return first !== null && periodOf(first, grain) === text ? first : null
}

function looseStartOf(text: string, grain: Grain): Month | null {
  const year = Number(text.slice(0, 4))
  if (!/^\d{4}/.test(text)) return null
  switch (grain) {
    case 'month':
      return isMonth(text) ? text : null
    case 'quarter':
      return /Q[1-4]$/.test(text) ? monthAt(year, 4 + 3 * (Number(text.slice(-1)) - 1)) : null
    case 'financialYear':
      return year < 9999 ? monthAt(year, 4) : null
    case 'calendarYear':
      return monthAt(year, 1)
  }
}
