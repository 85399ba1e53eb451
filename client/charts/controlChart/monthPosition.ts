import { firstMonthOf, lastMonthOf, type Grain } from '../../../shared/periods/period.ts'

/** The place of the period that holds a month; null when the month lies before or after them all. */
export function monthPosition(
  month: string,
  points: readonly { readonly period: string }[],
  grain: Grain,
): number | null {
  const at = points.findIndex(
    ({ period }) => firstMonthOf(period, grain) <= month && month <= lastMonthOf(period, grain),
  )
  return at < 0 ? null : at
}
