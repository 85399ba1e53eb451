import { monthNumber, yearOf } from './month.ts'
import { financialQuarterOf, financialYearOf, firstMonthOf, lastMonthOf } from './period.ts'
import type { Grain, Period } from './period.ts'

const shortNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const
const fullNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/**
 * A period as a board member reads it: 'May 2018', 'Apr–Jun 2023', '2023/24', '2023'. A quarter is named by its
 * months, since partners number quarters differently.
 */
export function periodLabel(period: Period, grain: Grain): string {
  const first = firstMonthOf(period, grain)
  const last = lastMonthOf(period, grain)
  switch (grain) {
    case 'month':
      return `${shortNames[monthNumber(first) - 1]} ${yearOf(first)}`
    case 'quarter':
      return `${shortNames[monthNumber(first) - 1]}–${shortNames[monthNumber(last) - 1]} ${yearOf(first)}`
    case 'financialYear':
    case 'calendarYear':
      return period
  }
}

/** A period within a sentence: 'May 2018', 'April to June 2023', 'the year to March 2024', '2023'. */
export function spokenPeriodLabel(period: Period, grain: Grain): string {
  const first = firstMonthOf(period, grain)
  const last = lastMonthOf(period, grain)
  switch (grain) {
    case 'month':
      return `${fullNames[monthNumber(first) - 1]} ${yearOf(first)}`
    case 'quarter':
      return `${fullNames[monthNumber(first) - 1]} to ${fullNames[monthNumber(last) - 1]} ${yearOf(first)}`
    case 'financialYear':
      return `the year to ${fullNames[monthNumber(last) - 1]} ${yearOf(last)}`
    case 'calendarYear':
      return period
  }
}

/** A period for a crowded axis: 'May 18', 'Q1 23/24', '23/24', '2023'. */
export function shortPeriodLabel(period: Period, grain: Grain): string {
  const first = firstMonthOf(period, grain)
  switch (grain) {
    case 'month':
      return `${shortNames[monthNumber(first) - 1]} ${period.slice(2, 4)}`
    case 'quarter':
      return `Q${financialQuarterOf(first)} ${financialYearOf(first).slice(2)}`
    case 'financialYear':
      return period.slice(2)
    case 'calendarYear':
      return period
  }
}
