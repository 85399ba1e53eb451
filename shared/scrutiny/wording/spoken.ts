import type { Metric } from '../../metrics/metric.ts'
import type { Partnership } from '../../partnership/partnership.ts'
import type { Direction, Signal } from '../signal.ts'

/** What the words about a signal are made from: facts that were computed before, and nothing else. */
export interface Spoken {
  readonly signal: Signal
  /** Null for a promise that names no measure. */
  readonly metric: Metric | null
  /** The other measure of a divergence. */
  readonly companion: Metric | null
  readonly partnership: Pick<Partnership, 'areaNoun' | 'aims' | 'areaName'>
}

/** Whether a movement is good, bad or neither, by the measure's agreed direction. */
export function judgement(
  { polarity }: Pick<Metric, 'polarity'>,
  direction: Direction | null,
): 'improvement' | 'concern' | 'neutral' {
  if (polarity.direction === 'neutral' || direction === null) return 'neutral'
  return polarity.direction === direction ? 'improvement' : 'concern'
}
