import type { Viewer } from '../../shared/access/viewer.ts'
import { readsRowCounts } from '../access/readsRowCounts.ts'
import { metricById } from '../../shared/metrics/catalogue.ts'
import type { Metric } from '../../shared/metrics/metric.ts'
import { addMonths, type Month } from '../../shared/periods/month.ts'
import { firstMonthOf, lastMonthOf } from '../../shared/periods/period.ts'
import { findingOf } from '../../shared/series/finding.ts'
import type { CalendarEvent, MetricPage, SourceView } from '../../shared/series/metricPage.ts'
import type { SeriesResult } from '../../shared/series/series.ts'
import type { SeriesQueryInput } from '../../shared/series/seriesQuery.ts'
import { recipeOf } from '../metrics/figures.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'
import { seriesOf } from '../metrics/seriesOf.ts'
import { chartOf } from './chartOf.ts'
import { completionOf } from './completionOf.ts'
import { eventsOf } from './eventsOf.ts'
import { forecastOf } from './forecastOf.ts'
import { restatementsOf } from './restatementsOf.ts'
import { judgedMonths } from './scorecardOf.ts'
import { spannedChanges } from './spannedChanges.ts'

const submissionsLookedBack = 8

/** All that a metric page shows for a query, computed from one disclosed series. Without a period it shows the last five years. */
export async function metricPageOf(
  reader: MetricsReader,
  input: SeriesQueryInput,
  viewer: Viewer,
): Promise<MetricPage> {
  const metric = metricById(input.metric)
  if (!metric) throw new QueryRefusal(`There is no metric called “${input.metric}”.`)
  const query = await withPeriod(reader, input, viewer)
  const result = await seriesOf(reader, query, viewer)
  const first = result.series[0]
  const points = first?.points ?? []
  const chart = chartOf(points, metric, result.query)
  const area = first?.key['area'] ?? reader.partnership.code
  const events = eventsOf(await reader.annotations(), { metric, area })
  const restatements =
    points.length > 0
      ? await restatementsOf(
          reader,
          {
            metric,
            query: { ...query, breakdown: [] },
            submissions: recipeOf(metric).kind === 'summed' ? submissionsLookedBack : 1,
          },
          viewer,
        )
      : []
  return {
    metric,
    result,
    chart,
    finding: findingOf({
      metric,
      areaName: first?.labels['area'] ?? reader.partnership.areaName,
      grain: result.query.grain,
      basis: result.query.basis,
      transform: result.query.transform,
      points,
      chart,
    }),
    forecast: forecastOf(points, metric, result.query),
    completion: await completionOf(reader, { metric, query }, viewer),
    calendar: eventsWithin(events, result),
    spanned: spannedChanges(points, events, result.query),
    restatements,
    sources: sourcesOf(reader, { metric, result }, viewer),
  }
}

async function withPeriod(
  reader: MetricsReader,
  input: SeriesQueryInput,
  viewer: Viewer,
): Promise<SeriesQueryInput> {
  if (input.from || (input.transform ?? 'none') !== 'none' || (input.grain ?? 'month') !== 'month')
    return input
  const { series } = await seriesOf(
    reader,
    { metric: input.metric, areas: input.areas ?? [], asAt: input.asAt ?? null, to: input.to },
    viewer,
  )
  const periods = series[0]?.points.map(({ period }) => period as Month) ?? []
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last) return input
  const from = addMonths(last, 1 - judgedMonths)
  return { ...input, from: from > first ? from : first }
}

function eventsWithin(events: readonly CalendarEvent[], { series, query }: SeriesResult): CalendarEvent[] {
  const points = series[0]?.points ?? []
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return []
  const from = firstMonthOf(first.period, query.grain)
  const to = lastMonthOf(last.period, query.grain)
  return events.filter(({ month }) => month >= from && month <= to)
}

/** The submissions behind the figures, newest first. */
function sourcesOf(
  reader: MetricsReader,
  { metric, result }: { readonly metric: Pick<Metric, 'feed'>; readonly result: SeriesResult },
  viewer: Viewer,
): SourceView[] {
  return reader.register
    .standing(result.query.asAt)
    .filter(({ feed }) => feed === metric.feed)
    .map((submission) => {
      const months = [...submission.coverage.months, ...submission.coverage.quarters].toSorted()
      return {
        agency: submission.coverage.agencies
          .map((id) => reader.partnership.agencies.find((agency) => agency.id === id)?.name ?? id)
          .join(', '),
        submission: submission.number,
        committedOn: submission.committedAt,
        asAt: submission.asAt,
        profile: submission.profile,
        from: months[0] ?? '',
        to: months.at(-1) ?? '',
        rows: readsRowCounts(viewer) ? submission.rowsAccepted : null,
        synthetic: submission.synthetic,
      }
    })
    .toReversed()
}
