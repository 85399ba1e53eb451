import type { Viewer } from '../../shared/access/viewer.ts'
import { metricById } from '../../shared/metrics/catalogue.ts'

/** Whether a metric rests on a feed that this account may read; one no longer in the catalogue is only for all feeds. */
export function readsMetric({ feeds }: Viewer, metric: string): boolean {
  const feed = metricById(metric)?.feed
  return feeds === 'all' || (feed !== undefined && feeds.includes(feed))
}
