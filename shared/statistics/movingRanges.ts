import { mean } from './mean.ts'

/** The mean moving range of a baseline, before and after screening; null where there is none. */
export interface MovingRangeMean {
  readonly meanMR0: number | null
  readonly meanMR: number | null
  readonly nMRexcluded: number
}

/** 3.267 is D4 for ranges of two: a moving range beyond it is itself a special cause. */
const screeningFactor = 3.267

/**
 * The absolute difference of each value from the one before it; a pair with a missing value has none, and
 * nothing bridges the gap: movingRanges([5, 9, null, 2, 3]) is [4, 1].
 */
export function movingRanges(values: readonly (number | null)[]): number[] {
  const ranges: number[] = []
  for (let i = 1; i < values.length; i++) {
    const [before, here] = [values[i - 1] ?? null, values[i] ?? null]
    if (before !== null && here !== null) ranges.push(Math.abs(here - before))
  }
  return ranges
}

/**
 * The mean of moving ranges, screened once (when asked) by keeping only those strictly below 3.267 times their
 * mean: [1, 1, 1, 1, 10] has meanMR0 2.8 and, the 10 being beyond 9.15, meanMR 1. Only ranges are dropped,
 * never values. All dropped (a constant series) leaves null.
 * Source: Nelson (1982), Control charts for individual measurements, as NHSRplotthedots applies it.
 */
export function meanMovingRange(ranges: readonly number[], screened: boolean): MovingRangeMean {
  const meanMR0 = mean(ranges)
  if (!screened || meanMR0 === null) return { meanMR0, meanMR: meanMR0, nMRexcluded: 0 }
  const kept = ranges.filter((range) => range < screeningFactor * meanMR0)
  return { meanMR0, meanMR: mean(kept), nMRexcluded: ranges.length - kept.length }
}
