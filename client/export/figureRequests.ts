import type { FigureRequest } from '../../shared/figures/figureRequest.ts'
import type { MetricPage } from '../../shared/series/metricPage.ts'
import { seriesQuerySchema } from '../../shared/series/seriesQuery.ts'
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
  const dimension =
    page.metric.breakdowns.find((each) => each === search.breakdown) ?? page.metric.breakdowns[0]
  if (search.tab === 'breakdown' && dimension !== undefined) {
    const shape = search.view === 'overlaid' ? 'lines' : (search.view ?? 'change')
    return {
      shows: 'chart',
      smallNumbers,
      figures: [{ view: 'breakdown', query, edition, dimension, shape }],
    }
  }
  return { shows: 'chart', smallNumbers, figures: [{ view: 'chart', query, edition }] }
}
