import type { FeedId } from '../feeds/feed.ts'
import type { Metric } from './metric.ts'

/** Every feed whose records a metric counts: its own, and that of either side of a ratio that counts another. */
export function feedsOf({ feed, measure }: Pick<Metric, 'feed' | 'measure'>): readonly FeedId[] {
  const parts = measure.kind === 'ratio' ? [measure.numerator, measure.denominator] : []
  return [...new Set([feed, ...parts.map((part) => part.feed ?? feed)])]
}
