import { runs, signOf } from './runs.ts'
import type { Sign } from './runs.ts'

/** Which trends a point belongs to, and the one direction NHSRplotthedots would name; null outside any trend. */
export interface TrendPoint {
  readonly rising: boolean
  readonly falling: boolean
  readonly named: 'up' | 'down'
}

/**
 * Marks every point of each stretch of `points` values or more whose steps all go strictly one way (7 points are
 * 6 steps); a tie or a missing value ends it. A peak may close a rising trend and open a falling one.
 * `named` is the step into the point, or out of it when the next point is in a trend too, and down when that step
 * is level: NHSRplotthedots' naming, its tied peak included.
 * Example: trendRule([1, 2, 3, 2, 1], 3) names up, up, down (the shared peak), down, down.
 */
export function trendRule(values: readonly (number | null)[], points: number): (TrendPoint | null)[] {
  const steps = values.map((value, i) => step(values[i - 1] ?? null, value))
  const rising = new Set<number>()
  const falling = new Set<number>()
  for (const run of runs(steps, points - 1)) {
    const members = run.sign === 1 ? rising : falling
    for (let i = run.start - 1; i < run.end; i++) members.add(i)
  }
  const inTrend = (i: number) => rising.has(i) || falling.has(i)
  return values.map((_, i) => {
    if (!inTrend(i)) return null
    const judged = inTrend(i + 1) ? steps[i + 1] : steps[i]
    return { rising: rising.has(i), falling: falling.has(i), named: judged === 1 ? 'up' : 'down' }
  })
}

function step(before: number | null, here: number | null): Sign | null {
  return before === null || here === null ? null : signOf(here - before)
}
