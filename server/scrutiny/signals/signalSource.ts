import type { Annotation } from '../../../shared/annotations/annotation.ts'
import type { Metric } from '../../../shared/metrics/metric.ts'
import type { Partnership } from '../../../shared/partnership/partnership.ts'
import type { Grain } from '../../../shared/periods/period.ts'
import type { Place, Signal, SignalPart } from '../../../shared/scrutiny/signal.ts'
import type { Point } from '../../../shared/series/series.ts'

/** One disclosed series that is looked at: a measure in a place, or one part of it for the whole partnership. */
export interface Line {
  readonly metric: Metric
  readonly place: Place
  readonly part: SignalPart | null
  readonly grain: Grain
  /** Up to five years of periods, oldest first, as this reader may see them. */
  readonly points: readonly Point[]
}

/** Where signals come from: live figures or an edition, always as one reader is given them. */
export interface SignalSource {
  readonly partnership: Partnership
  /** The places this reader may see, the whole first. */
  readonly places: readonly Place[]
  /** The measures this reader may see. */
  readonly metrics: readonly Metric[]
  linesOf(metric: Metric): Promise<readonly Line[]>
  /** Figures of the measure that counted as final and were changed since the reader last looked. */
  restatedOf(metric: Metric): Promise<readonly Signal[]>
  annotations(): Promise<readonly Annotation[]>
}

/** Fewer events a period than this get no chart at that grain. */
export const leastEvents = 5
