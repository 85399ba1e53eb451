import type { FigureRequest } from '../../shared/figures/figureRequest.ts'
import type { MetricPage } from '../../shared/series/metricPage.ts'
import { seriesQuerySchema } from '../../shared/series/seriesQuery.ts'
import { breakdownShown } from '../pages/metric/breakdownShown.ts'
import { metricQuery } from '../address/metricQuery.ts'
import type { MetricSearch } from '../address/metricSearch.ts'

export interface Wanted {
  readonly shows: 'chart' | 'table'
  readonly figures: FigureRequest[]
  readonly smallNumbers: 'hidden' | 'shown'
}

/** What an export of the tab on show holds. Tabs without a figure of their own give the chart. */
export function figureRequests(
  page: MetricPage,
  search: MetricSearch,
  smallNumbers: Wanted['smallNumbers'],
): Wanted {
  const edition = page.edition?.number ?? null
  const query = seriesQuerySchema.parse(metricQuery(page.metric.id, search))
  if (search.tab === 'table')
    return { shows: 'table', smallNumbers, figures: [{ view: 'chart', query, edition }] }
  if (search.tab === 'districts')
    return { shows: 'chart', smallNumbers, figures: [{ view: 'districts', query, edition }] }
  const { dimension, second, view, top, share } = breakdownShown(page, search, edition)
  if (search.tab === 'breakdown' && dimension !== undefined) {
    const shape = view === 'overlaid' ? 'lines' : (view ?? 'change')
    const by2 = second ?? null
    // Both dimensions over the newest months stand in a table on the page, and so wherever they go.
    const shows = by2 !== null && shape === 'change' ? 'table' : 'chart'
    return {
      shows,
      smallNumbers,
      figures: [{ view: 'breakdown', query, edition, dimension, shape, by2, top, share }],
    }
  }
  return { shows: 'chart', smallNumbers, figures: [{ view: 'chart', query, edition }] }
}
