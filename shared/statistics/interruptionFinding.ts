import type { InterruptedSeries } from './interruptedSeries.ts'
import type { Estimate } from './robustRegression.ts'

/** The words of a finding: what was counted and what was done, each to follow "the" or stand alone in a sentence. */
export interface FindingWords {
  /** What the figures are, in the plural: "referrals". */
  readonly measure: string
  /** What happened: "the first responder training of March 2025". */
  readonly event: string
  /** One period: "month". */
  readonly period: string
  readonly format: (value: number) => string
}

/**
 * What an interrupted time series found, in plain English: level first, slope next, each with its interval, then
 * that it is association. No direction is called good or bad.
 */
export function interruptionFinding(series: InterruptedSeries, words: FindingWords): string {
  const { measure, event, period, format } = words
  const percent = `${Math.round(series.confidence * 1000) / 10} % interval`
  const range = ({ lower, upper }: Estimate) => `(${percent} ${format(lower)} to ${format(upper)})`
  const { level, slope } = series
  const levelPart = clear(level)
    ? `After ${event}, ${measure} stood ${format(Math.abs(level.value))} ${level.value > 0 ? 'higher' : 'lower'} ` +
      `than the earlier trend leads to ${range(level)}`
    : `No clear change in the level of ${measure} followed ${event} ${range(level)}`
  const slopePart = clear(slope)
    ? `each ${period} since has added ${format(Math.abs(slope.value))} ${slope.value > 0 ? 'more' : 'less'} ` +
      `than before ${range(slope)}`
    : `the trend did not clearly change ${range(slope)}`
  return (
    `${levelPart}; ${slopePart}. This is an association over ${series.before} ${period}s before and ` +
    `${series.after} after: anything else that changed at that time would look the same.`
  )
}

function clear({ lower, upper }: Estimate): boolean {
  return lower > 0 || upper < 0
}
