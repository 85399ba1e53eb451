import type { Viewer } from '../../shared/access/viewer.ts'
import { metricById } from '../../shared/metrics/catalogue.ts'
import { feedsOf } from '../../shared/metrics/feedsOf.ts'

/**
 * Whether this account may read every feed that a metric counts records of: a ratio tells both of its sides. One no longer
 * in the catalogue is only for all feeds.
 */
export function readsMetric({ feeds }: Pick<Viewer, 'feeds'>, metric: string): boolean {
  if (feeds === 'all') return true
  const known = metricById(metric)
  return known !== null && feedsOf(known).every((feed) => feeds.includes(feed))
}
