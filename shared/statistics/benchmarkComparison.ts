import type { Interval, IntervalRefusal, RatioParts } from './interval.ts'
import type { ImprovementDirection } from './pointType.ts'
import { proportionInterval } from './proportionInterval.ts'
import { rateInterval } from './rateInterval.ts'

/** Where an interval lies against a benchmark. */
export type BenchmarkDirection = 'higher' | 'lower' | 'similar'

/** The same with a judgement, where one way is better; a neutral measure stays higher or lower. */
export type BenchmarkCategory = BenchmarkDirection | 'better' | 'worse'

/** A comparison at one confidence: `difference` is value minus benchmark, with its own limits. */
export interface BenchmarkComparison {
  readonly interval: Interval
  readonly difference: { readonly value: number; readonly lower: number; readonly upper: number }
  readonly direction: BenchmarkDirection
  readonly category: BenchmarkCategory
}

/** What is compared with what: the benchmark is in the figure's unit and taken as exact. */
export interface BenchmarkQuestion {
  readonly benchmark: number
  readonly better: ImprovementDirection
}

/**
 * Compares a figure with a benchmark by whether its interval lies wholly above or below it, strictly; touching is
 * `similar`. A rate between 8.9 and 15.8 against 16 is lower, and worse where more is better.
 * Source: the usual public-health rule (Fingertips); the benchmark's own uncertainty is ignored.
 */
export function compareWithBenchmark(
  interval: Interval,
  { benchmark, better }: BenchmarkQuestion,
): BenchmarkComparison {
  const { value, lower, upper } = interval
  const direction = lower > benchmark ? 'higher' : upper < benchmark ? 'lower' : 'similar'
  return {
    interval,
    difference: { value: value - benchmark, lower: lower - benchmark, upper: upper - benchmark },
    direction,
    category: categorise(direction, better),
  }
}

/** A rate or share against a benchmark at 95 % and 99.8 %; refused where the figure has no interval. */
export function benchmarkRatio(
  statistic: 'rate' | 'proportion',
  parts: RatioParts,
  question: BenchmarkQuestion,
):
  | { readonly kind: 'compared'; readonly at95: BenchmarkComparison; readonly at998: BenchmarkComparison }
  | IntervalRefusal {
  const intervalAt = statistic === 'rate' ? rateInterval : proportionInterval
  const [narrow, wide] = [intervalAt(parts, 0.95), intervalAt(parts, 0.998)]
  if (narrow.kind === 'refused') return narrow
  if (wide.kind === 'refused') return wide
  return {
    kind: 'compared',
    at95: compareWithBenchmark(narrow, question),
    at998: compareWithBenchmark(wide, question),
  }
}

function categorise(direction: BenchmarkDirection, better: ImprovementDirection): BenchmarkCategory {
  if (direction === 'similar' || better === 'neutral') return direction
  return (direction === 'higher') === (better === 'increase') ? 'better' : 'worse'
}
