import type { ControlChartView } from '../series/metricPage.ts'

export interface LimitStep {
  readonly x: number
  readonly mean: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** One stretch of the chart with its own average and limits. `reason` says why it starts here; null for the first. */
export interface LimitRun {
  readonly from: number
  readonly to: number
  readonly steps: readonly LimitStep[]
  readonly reason: string | null
  /** The segment's own average and limits, by which they are named; single points may differ by length of month or season. */
  readonly mean: number
  readonly lower: number | null
  readonly upper: number | null
}

interface Placed {
  readonly x: number
  readonly period: string
  readonly mean: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/**
 * The limits of each segment at each of its periods. Where a point enters nothing (provisional, missing) the band
 * goes on with the segment's own limits, because they say what would be usual there.
 */
export function limitRuns(chart: ControlChartView, points: readonly Placed[]): LimitRun[] {
  if (chart.refused !== null) return []
  return chart.segments.flatMap((segment): LimitRun[] => {
    const inside = points.filter(({ period }) => period >= segment.start && period <= segment.end)
    const [first] = inside
    const last = inside.at(-1)
    if (!first || !last || segment.mean === null) return []
    const steps = inside.map(({ x, mean, lower, upper }): LimitStep => ({
      x,
      mean: mean ?? segment.mean,
      lower: lower ?? segment.lower,
      upper: upper ?? segment.upper,
    }))
    const { mean, lower, upper, reason } = segment
    return [{ from: first.x, to: last.x, steps, reason, mean, lower, upper }]
  })
}
