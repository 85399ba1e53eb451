import type { Compare, SeriesQueryInput } from '../../shared/series/seriesQuery.ts'
import { readFilters } from '../../shared/series/filtersText.ts'
import type { MetricSearch } from './metricSearch.ts'

/** The query a metric page's address stands for; without an area, the whole partnership. */
export function metricQuery(metric: string, search: MetricSearch): SeriesQueryInput {
  return {
    metric,
    grain: search.grain ?? 'month',
    from: search.from,
    to: search.to,
    areas: search.area === undefined ? [] : [search.area],
    filters: readFilters(search.filters),
    transform: search.transform ?? 'none',
    basis: search.basis ?? 'count',
    compare: readCompare(search.compare),
    asAt: readAsAt(search.asAt),
  }
}

/** The comparison an address names; without one, the same period last year. */
export function readCompare(text: string | undefined): Compare | null {
  if (text === undefined) return 'samePeriodLastYear'
  if (text === 'previousPeriod' || text === 'partnership') return text
  const [kind, rest = ''] = text.split(':')
  if (kind === 'area') return { area: rest }
  if (kind === 'baseline') {
    const [from = '', to = ''] = rest.split(',')
    return { baseline: { from, to } }
  }
  return null
}

/** The position an address names; null is now. */
export function readAsAt(text: string | undefined): number | string | null {
  if (text === undefined) return null
  return text.includes('-') ? text : Number(text)
}
