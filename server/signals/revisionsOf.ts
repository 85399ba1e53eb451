import type { Viewer } from '../../shared/access/viewer.ts'
import { metricById } from '../../shared/metrics/catalogue.ts'
import { addMonths, isMonth } from '../../shared/periods/month.ts'
import type { Revisions } from '../../shared/series/revisions.ts'
import { reportingTriangle } from '../../shared/statistics/completion/reportingTriangle.ts'
import { revisionsByAge } from '../../shared/statistics/completion/revisionsByAge.ts'
import { areaLabel } from '../metrics/labels.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'
import { seriesOf } from '../metrics/seriesOf.ts'
import { knowingsOf, knownAt } from './knownAt.ts'

const submissionsShown = 16
const monthsShown = 24
const greatestAge = 15

/**
 * What a measure said after each of the newest submissions of its feed. Throws QueryRefusal for protected readers: two
 * states of the same figures side by side would give away what either hides.
 */
export async function revisionsOf(
  reader: MetricsReader,
  request: { readonly metric: string; readonly area?: string | undefined },
  viewer: Viewer,
): Promise<Revisions> {
  const metric = metricById(request.metric)
  if (!metric) throw new QueryRefusal(`There is no metric called “${request.metric}”.`)
  if (viewer.disclosure === 'protected')
    throw new QueryRefusal(
      'Two states of the same figures side by side could give away what either hides to protect people. What changed since an edition is listed with that edition.',
      'needsAccess',
    )
  const area = request.area ?? reader.partnership.code
  const versions = reader.register
    .standing(null)
    .filter(({ feed }) => feed === metric.feed)
    .slice(-submissionsShown)
  const query = { metric: metric.id, areas: [area] }
  const { series } = await seriesOf(reader, query, viewer)
  const last = series[0]?.points.at(-1)?.period ?? ''
  const asked = isMonth(last) ? { ...query, from: addMonths(last, 1 - monthsShown), to: last } : query
  const known = await knownAt(reader, { query: asked, versions }, viewer)
  const supplied = known.flatMap(({ values }) =>
    [...values].flatMap(([month, value]) => (value === null ? [] : [month])),
  )
  const first = supplied.toSorted()[0] ?? ''
  const asKnown = new Set(known.flatMap(({ values }) => [...values.keys()]))
  const months = [...asKnown]
    .filter((month) => month >= first)
    .toSorted()
    .toReversed()
  const counts = metric.measure.kind === 'additive' || metric.measure.kind === 'distinct'
  return {
    metric: metric.id,
    area: { code: area, name: areaLabel(area, reader.partnership) },
    versions: known.map(({ version }) => ({
      submission: version.number,
      asAt: version.asAt,
      agency: version.coverage.agencies
        .map((id) => reader.partnership.agencies.find((agency) => agency.id === id)?.name ?? id)
        .join(', '),
      reason: version.reason,
    })),
    months: months.map((month) => ({
      month,
      values: known.map(({ values }) => values.get(month) ?? null),
    })),
    byAge: revisionsByAge(reportingTriangle(knowingsOf(known)), greatestAge).map((age) => ({
      ...age,
      medianPercent: counts ? age.medianPercent : null,
    })),
  }
}
