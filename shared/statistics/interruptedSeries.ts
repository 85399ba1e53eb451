import type { ControlPoint } from './controlPoint.ts'
import { robustRegression } from './robustRegression.ts'
import type { Estimate } from './robustRegression.ts'

/** When something was done, and how surely to say what followed. */
export interface Interruption {
  /** The x of the first period after it. */
  readonly at: string
  readonly confidence?: number
}

/** What followed an event, against the trend before it. Slopes are per period. */
export interface InterruptedSeries {
  readonly kind: 'estimate'
  readonly at: string
  readonly before: number
  readonly after: number
  /** How far the first period after lies from where the earlier trend leads. */
  readonly level: Estimate
  /** How much more the figure rises each period than it did before. */
  readonly slope: Estimate
  /** The rise each period before the event. */
  readonly earlierSlope: Estimate
  readonly confidence: number
  /** Neighbouring periods taken to be alike, for the Newey–West interval. */
  readonly lags: number
}

/** Why the question cannot be answered yet, as a sentence. */
export interface InterruptionRefusal {
  readonly kind: 'refused'
  readonly reason: string
}

/** Periods with a figure needed on each side (Penfold and Zhang 2013 ask for eight). */
const leastPeriodsEachSide = 8

/**
 * Interrupted time series: did the level or the slope of a series change at a date? Fits a straight line before
 * and a changed one after by least squares with Newey–West intervals. It finds association only: whatever else
 * changed then looks the same. `points` hold every period (null where missing) and should already be adjusted for
 * season; provisional points enter nothing. Refused with under eight figures on a side.
 * Source: Wagner et al. (2002); Bernal, Cummins and Gasparrini (2017).
 */
export function interruptedSeries(
  points: readonly ControlPoint[],
  { at, confidence = 0.95 }: Interruption,
): InterruptedSeries | InterruptionRefusal {
  const rows = points
    .toSorted((a, b) => (a.x < b.x ? -1 : a.x > b.x ? 1 : 0))
    .map(({ x, y, excluded }) => ({
      x,
      value: excluded || y === null || !Number.isFinite(y) ? null : y,
    }))
  const start = rows.findIndex((row) => row.x >= at)
  const firstAfter = start < 0 ? rows.length : start
  const counted = (part: typeof rows) => part.filter((row) => row.value !== null).length
  const [before, after] = [counted(rows.slice(0, firstAfter)), counted(rows.slice(firstAfter))]
  if (before < leastPeriodsEachSide || after < leastPeriodsEachSide) {
    return {
      kind: 'refused',
      reason: `This needs ${leastPeriodsEachSide} final figures before and after; there are ${before} and ${after}.`,
    }
  }
  const fit = robustRegression(
    rows.map(({ value }, i) => {
      const later = i >= firstAfter
      return { terms: [1, i - firstAfter, later ? 1 : 0, later ? i - firstAfter : 0], value }
    }),
    confidence,
  )
  const [, earlierSlope, level, slope] = fit?.estimates ?? []
  if (!fit || !earlierSlope || !level || !slope) {
    return {
      kind: 'refused',
      reason: 'The figures held cannot tell a change of level from a change of slope.',
    }
  }
  return { kind: 'estimate', at, before, after, level, slope, earlierSlope, confidence, lags: fit.lags }
}
