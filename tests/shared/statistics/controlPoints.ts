import { controlChart } from '../../../shared/statistics/controlChart.ts'
import type { ControlChart, ControlOptions } from '../../../shared/statistics/controlChart.ts'
import type { ControlPoint } from '../../../shared/statistics/controlPoint.ts'
import { addMonths } from '../../../shared/periods/month.ts'

/** Monthly points from April 2020 with these values, the last `excluded` of them provisional. */
export function monthly(values: readonly (number | null)[], excluded = 0): ControlPoint[] {
  return values.map((y, i) => ({
    x: addMonths('2020-04', i),
    y,
    excluded: i >= values.length - excluded,
  }))
}

/** Alternates 9 and 11 about a mean of 10: nothing fires. */
export function steady(length: number): number[] {
  return Array.from({ length }, (_, i) => (i % 2 === 0 ? 9 : 11))
}

/** The chart of a series that is not refused. */
export function chartOf(
  points: readonly ControlPoint[],
  options: Partial<ControlOptions> = {},
): ControlChart {
  const chart = controlChart(points, { profile: 'NHSRplotthedots', direction: 'increase', ...options })
  if (chart.kind === 'refused') throw new Error(chart.reason)
  return chart
}
