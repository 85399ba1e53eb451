import type { Month } from '../../shared/periods/month.ts'
import { addMonths, toIndex } from '../../shared/periods/month.ts'
import {
  financialYearOf,
  firstMonthOf,
  lastMonthOf,
  type Grain,
  type Period,
} from '../../shared/periods/period.ts'
import type { SeriesQuery } from '../../shared/series/seriesQuery.ts'

/** The months behind one point, first and last, as whole numbers. */
export interface Window {
  readonly period: Period
  readonly from: number
  readonly to: number
}

/** The months that a period's point looks at: its own, the three or twelve that end with it, or the financial year up to its end. */
export function windowOf(period: Period, grain: Grain, transform: SeriesQuery['transform']): Window {
  const last = lastMonthOf(period, grain)
  return { period, from: toIndex(firstOf(period, grain, transform)), to: toIndex(last) }
}

function firstOf(period: Period, grain: Grain, transform: SeriesQuery['transform']): Month {
  switch (transform) {
    case 'none':
      return firstMonthOf(period, grain)
    case 'rolling3':
      return addMonths(lastMonthOf(period, grain), -2)
    case 'rolling12':
      return addMonths(lastMonthOf(period, grain), -11)
    case 'yearToDate':
      return firstMonthOf(financialYearOf(lastMonthOf(period, grain)), 'financialYear')
  }
}
