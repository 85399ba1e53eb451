import { firstMonthOf, type Grain } from '../periods/period.ts'
import { periodLabel } from '../periods/periodLabel.ts'

export interface TimeTick {
  readonly x: number
  readonly label: string
}

/**
 * Where time is written below a chart: each January from two years of months up, each quarter's first month below,
 * every period of a longer grain while there is room.
 */
export function timeTicks(periods: readonly string[], grain: Grain): TimeTick[] {
  if (grain === 'month' && periods.length > 18) {
    return periods.flatMap((period, x) => (period.endsWith('-01') ? [{ x, label: period.slice(0, 4) }] : []))
  }
  if (grain === 'month') {
    return periods.flatMap((period, x) =>
      periods.length <= 6 || Number(period.slice(5)) % 3 === 1
        ? [{ x, label: periodLabel(period, grain) }]
        : [],
    )
  }
  if (grain === 'quarter') {
    return periods.flatMap((period, x) =>
      firstMonthOf(period, grain).endsWith('-01')
        ? [{ x, label: firstMonthOf(period, grain).slice(0, 4) }]
        : [],
    )
  }
  return periods.map((period, x) => ({ x, label: period }))
}
