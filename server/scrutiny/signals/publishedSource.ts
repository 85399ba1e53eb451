import type { Workspace } from '../../../db/workspace/openWorkspace.ts'
import type { Viewer } from '../../../shared/access/viewer.ts'
import type { Edition } from '../../../shared/editions/edition.ts'
import { pageQuery } from '../../../shared/editions/pageQueries.ts'
import { metricById } from '../../../shared/metrics/catalogue.ts'
import type { Metric } from '../../../shared/metrics/metric.ts'
import type { MetricPage } from '../../../shared/series/metricPage.ts'
import { readsMetric } from '../../access/readsMetric.ts'
import { errataRemembered } from '../../editions/errataRemembered.ts'
import { publishedPage } from '../../editions/readEdition.ts'
import type { MetricsReader } from '../../metrics/metricsReader.ts'
import { QueryRefusal } from '../../metrics/queryRefusal.ts'
import { suppliedQuarterly } from '../../metrics/windowSupply.ts'
import { metricsLookedAt, placesOf } from './placesOf.ts'
import { restatedSignal } from './restatedSignals.ts'
import type { Line, SignalSource } from './signalSource.ts'

/**
 * The figures of an edition, as stored: nothing is worked out from records, so that nothing can be told that the edition
 * does not show. What was restated since comes from its errata, which every reader of it is given.
 */
export function publishedSource(
  workspace: Workspace,
  reader: MetricsReader,
  { edition, viewer }: { readonly edition: Edition; readonly viewer: Viewer },
): SignalSource {
  const { partnership } = reader
  const places = placesOf(partnership, viewer)
  const request = { workspace, partnership, viewer, edition: edition.number }
  const page = async (
    metric: Metric,
    area: string,
    grain: 'month' | 'quarter',
  ): Promise<MetricPage | null> => {
    const query = { ...pageQuery(metric.id, area === partnership.code ? undefined : area), grain }
    return publishedPage(request, query).catch((error: unknown) => {
      if (error instanceof QueryRefusal) return null
      throw error
    })
  }
  return {
    partnership,
    places,
    metrics: metricsLookedAt(viewer).filter(({ id }) => edition.metrics.includes(id)),
    annotations: reader.annotations,
    async restatedOf(metric) {
      const errata = await errataRemembered(workspace, reader, edition)
      return errata.flatMap((erratum) => {
        const place = places.find(({ code }) => code === erratum.area)
        const known = metricById(erratum.metric)
        if (erratum.metric !== metric.id || !place || !known || !readsMetric(viewer, known.id)) return []
        const { period, grain, was, now, submission, on, kind, reason, published } = erratum
        if (now === null || published !== 'final') return []
        const facts = { was, now, submission, on, restatement: kind, reason }
        const signal = restatedSignal(metric, { place, period, grain, facts })
        return signal ? [signal] : []
      })
    },
    async linesOf(metric) {
      const lines: Line[] = []
      for (const place of places) {
        const monthly = (await page(metric, place.code, 'month'))?.result.series[0]?.points ?? []
        const isQuarterly =
          monthly.some(({ reason }) => reason === suppliedQuarterly) &&
          monthly.every(({ value }) => value === null)
        const grain = isQuarterly ? ('quarter' as const) : ('month' as const)
        const points = isQuarterly
          ? ((await page(metric, place.code, 'quarter'))?.result.series[0]?.points ?? [])
          : monthly
        if (points.some(({ value }) => value !== null))
          lines.push({ metric, place, part: null, grain, points })
      }
      return lines
    },
  }
}
