import { daysInMonth } from '../periods/month.ts'
import { monthsOf, monthsPerPeriod } from '../periods/period.ts'
import type { Grain, Period } from '../periods/period.ts'

/** The mean length of a month over four years: 365.25 / 12 days. */
const meanMonthLength = 365.25 / 12

/**
 * How long a period is against the mean of its grain, so that a volume divided by it is the volume of a period of
 * mean length: February 2023 is 28 / 30.4375 = 0.92, so 92 crimes then are as many as 100 in a mean month.
 */
export function periodLength(period: Period, grain: Grain): number {
  const days = monthsOf(period, grain).reduce((sum, month) => sum + daysInMonth(month), 0)
  return days / (meanMonthLength * monthsPerPeriod(grain))
}
