import type { Month } from './month.ts'
import { everyMonth } from './monthlyValues.ts'
import { monthsOf, periodsBetween } from './period.ts'
import type { Grain, Period } from './period.ts'
import { rollingMonths } from './window.ts'

/** The parts of one month's rate; a month counts as present only when both are there. */
export interface MonthParts {
  month: Month
  numerator: number | null
  denominator: number | null
}

/**
 * How denominators of several months combine: a *flow* (cases closed) is summed, a *stock* (population) is
 * averaged over the months.
 */
export interface RateOptions {
  denominatorType: 'flow' | 'stock'
  /** 100 for a percentage, 1,000 or 100,000 for a rate. */
  multiplier: number
}

/** A rate over several months; value is null when no month is present or the denominator is 0. */
export interface RateValue {
  numerator: number | null
  denominator: number | null
  value: number | null
}

/** The rate of one period with how much of it is there. */
export interface PeriodRate extends RateValue {
  period: Period
  monthsPresent: number
  monthsExpected: number
  complete: boolean
}

/** The rate of the twelve months that end with this one. */
export interface RollingRate extends RateValue {
  month: Month
}

/**
 * A rate rolled up to periods: the sum of numerators over the sum (flow) or mean (stock) of denominators of the
 * months present, never a mean of rates. 29 cases in nine months of a population of 94,000 are 30.85 per 100,000.
 */
export function periodRates(rows: readonly MonthParts[], grain: Grain, options: RateOptions): PeriodRate[] {
  const parts = presentParts(rows)
  const months = everyMonth(rows)
  const [first, last] = [months.at(0), months.at(-1)]
  if (first === undefined || last === undefined) return []
  return periodsBetween(first, last, grain).map((period) => {
    const expected = monthsOf(period, grain)
    const present = expected.flatMap((month) => parts.get(month) ?? [])
    return {
      period,
      monthsPresent: present.length,
      monthsExpected: expected.length,
      complete: present.length === expected.length,
      ...combinedRate(present, options),
    }
  })
}

/** The rolling 12-month rate for each month whose twelve months are all present; other months are left out. */
export function rollingRates(rows: readonly MonthParts[], options: RateOptions): RollingRate[] {
  const parts = presentParts(rows)
  return everyMonth(rows).flatMap((month) => {
    const present = rollingMonths(month, 12).flatMap((each) => parts.get(each) ?? [])
    return present.length === 12 ? [{ month, ...combinedRate(present, options) }] : []
  })
}

interface Parts {
  numerator: number
  denominator: number
}

function combinedRate(present: readonly Parts[], { denominatorType, multiplier }: RateOptions): RateValue {
  if (present.length === 0) return { numerator: null, denominator: null, value: null }
  const numerator = present.reduce((sum, part) => sum + part.numerator, 0)
  const total = present.reduce((sum, part) => sum + part.denominator, 0)
  const denominator = denominatorType === 'stock' ? total / present.length : total
  return { numerator, denominator, value: denominator === 0 ? null : (numerator / denominator) * multiplier }
}

function presentParts(rows: readonly MonthParts[]): Map<Month, Parts> {
  const seen = new Set<Month>()
  const parts = new Map<Month, Parts>()
  for (const { month, numerator, denominator } of rows) {
    if (seen.has(month)) throw new Error(`month given twice: ${month}`)
    seen.add(month)
    if (numerator !== null && denominator !== null) parts.set(month, { numerator, denominator })
  }
  return parts
}
