import { spanOf } from '../figures/spanOf.ts'
import { metricById } from '../metrics/catalogue.ts'
import type { MetricPage } from '../series/metricPage.ts'
import { isMonth } from '../periods/month.ts'
import { yearEnds } from '../periods/yearEnds.ts'
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

/**
 * Every area's figure over the twelve months to the newest one, or of the newest period of a longer grain; for protected
 * readers also over the years before that may be published instead, newest first. Empty without any figure.
 */
export function areaFiguresQueries(
  query: SeriesQueryInput,
  { page, areas }: { readonly page: MetricPage; readonly areas: readonly string[] },
): { readonly query: SeriesQueryInput; readonly last: string }[] {
  const monthly = page.result.query.grain === 'month'
  const newest = newestWithValue(page)
  if (newest === undefined) return []
  const ends =
    monthly && isMonth(newest) && page.result.disclosure === 'protected' ? yearEnds(newest) : [newest]
  return ends.map((last) => ({
    last,
    query: {
      ...query,
      areas: [...areas],
      from: monthly ? last : query.from,
      to: monthly ? last : query.to,
      transform: monthly ? 'rolling12' : 'none',
      compare: null,
    },
  }))
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

/** A metric by two dimensions at once: over the newest twelve months, or over every period on show. */
export function pairQuery(
  query: SeriesQueryInput,
  {
    page,
    dimensions,
    newest,
  }: { readonly page: MetricPage; readonly dimensions: readonly [string, string]; readonly newest: boolean },
): SeriesQueryInput {
  const last = newestWithValue(page)
  return {
    ...query,
    breakdown: [...dimensions],
    compare: null,
    ...(newest && page.result.query.grain === 'month'
      ? { from: last, to: last, transform: 'rolling12' as const }
      : spanOf(page)),
  }
}

function newestWithValue({ result }: MetricPage): string | undefined {
  return result.series[0]?.points.findLast(({ value }) => value !== null)?.period
}

/** A query as one text, the same for every way of writing the same query. */
export function queryKey(query: SeriesQueryInput): string {
  return JSON.stringify(seriesQuerySchema.parse(query))
}
