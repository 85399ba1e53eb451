import type { Viewer } from '../../shared/access/viewer.ts'
import type { Metric } from '../../shared/metrics/metric.ts'
import type { CompletionView } from '../../shared/series/metricPage.ts'
import type { SeriesQueryInput } from '../../shared/series/seriesQuery.ts'
import { completion } from '../../shared/statistics/completion/completion.ts'
import { reportingTriangle } from '../../shared/statistics/completion/reportingTriangle.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { knowingsOf, knownAt } from './knownAt.ts'

const submissionsLookedBack = 24

/**
 * How the metric's recent months fill in, learned from what each submission of its feed said of them, and what the
 * provisional months will probably come to. Null where months do not fill in as counts do (shares, medians, longer
 * periods), and for protected readers, who may not see what the figures were before.
 */
export async function completionOf(
  reader: MetricsReader,
  request: { readonly metric: Metric; readonly query: SeriesQueryInput },
  viewer: Viewer,
): Promise<CompletionView | null> {
  const { metric, query } = request
  const plain =
    (query.grain ?? 'month') === 'month' &&
    (query.transform ?? 'none') === 'none' &&
    (query.basis ?? 'count') === 'count'
  if (metric.measure.kind !== 'additive' || !plain || query.asAt != null) return null
  if (viewer.disclosure === 'protected') return null
  const versions = reader.register
    .standing(null)
    .filter(({ feed }) => feed === metric.feed)
    .slice(-submissionsLookedBack)
  const known = await knownAt(reader, { query, versions }, viewer)
  const judged = completion(reportingTriangle(knowingsOf(known)), { statedLag: metric.provisionalLag })
  return {
    source: judged.source,
    lag: judged.lag,
    reason: judged.reason,
    estimates: judged.provisional.flatMap(({ month, known, estimate }) =>
      estimate
        ? [
            {
              period: month,
              known,
              mean: estimate.mean,
              lower80: estimate.lo80,
              upper80: estimate.hi80,
              share: estimate.share,
            },
          ]
        : [],
    ),
  }
}
