import { metricById } from '../metrics/catalogue.ts'
import type { MetricPage } from '../series/metricPage.ts'
import { seriesQuerySchema, type SeriesQueryInput } from '../series/seriesQuery.ts'

/**
 * What the pages ask for while nothing but the area is chosen. An edition stores the answers to exactly these, so page
 * and edition must build them here.
 */

/** A metric page's own query; without an area, the whole partnership. */
export function pageQuery(metric: string, area?: string): SeriesQueryInput {
  return {
    metric,
    grain: 'month',
    areas: area === undefined ? [] : [area],
    filters: {},
    transform: 'none',
    basis: 'count',
    compare: 'samePeriodLastYear',
    asAt: null,
  }
}

/** The query of the areas side by side: rates where the metric has them. */
export function areasQuery(query: SeriesQueryInput): SeriesQueryInput {
  const basis = metricById(query.metric)?.ratePer == null ? 'count' : 'rate'
  return { ...query, areas: [], basis }
}

/** Every area's figure over the twelve months to the newest one, or of the newest period of a longer grain. */
export function areaFiguresQuery(
  query: SeriesQueryInput,
  { page, areas }: { readonly page: MetricPage; readonly areas: readonly string[] },
): { readonly query: SeriesQueryInput; readonly last: string | undefined } {
  const monthly = page.result.query.grain === 'month'
  const last = newestWithValue(page)
  return {
    last,
    query: {
      ...query,
      areas: [...areas],
      from: monthly ? last : query.from,
      to: monthly ? last : query.to,
      transform: monthly ? 'rolling12' : 'none',
      compare: null,
    },
  }
}

/** A metric by one dimension against a year before: the parts, and the whole they are parts of. */
export function breakdownQueries(
  query: SeriesQueryInput,
  { page, dimension }: { readonly page: MetricPage; readonly dimension: string },
): { readonly parts: SeriesQueryInput; readonly whole: SeriesQueryInput } {
  const last = newestWithValue(page)
  const yearly =
    page.result.query.grain === 'month' ? { from: last, to: last, transform: 'rolling12' as const } : {}
  const whole = { ...query, compare: 'samePeriodLastYear' as const, ...yearly, breakdown: [] }
  return { parts: { ...whole, breakdown: [dimension] }, whole }
}

function newestWithValue({ result }: MetricPage): string | undefined {
  return result.series[0]?.points.findLast(({ value }) => value !== null)?.period
}

/** A query as one text, the same for every way of writing the same query. */
export function queryKey(query: SeriesQueryInput): string {
  return JSON.stringify(seriesQuerySchema.parse(query))
}
