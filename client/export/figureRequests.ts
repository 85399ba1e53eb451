import type { FigureRequest } from '../../shared/figures/figureRequest.ts'
import type { MetricPage } from '../../shared/series/metricPage.ts'
import { seriesQuerySchema } from '../../shared/series/seriesQuery.ts'
import { metricQuery } from '../address/metricQuery.ts'
import type { MetricSearch } from '../address/metricSearch.ts'

export interface Wanted {
  readonly shows: 'chart' | 'table'
  readonly figures: FigureRequest[]
  /** What the menu calls it. */
  readonly words: string
}

/** What an export of the tab on show holds. Tabs without a figure of their own give the chart. */
export function figureRequests(page: MetricPage, search: MetricSearch): Wanted {
  const edition = page.edition?.number ?? null
  const query = seriesQuerySchema.parse(metricQuery(page.metric.id, search))
  if (search.tab === 'table')
    return { shows: 'table', figures: [{ view: 'chart', query, edition }], words: 'this table' }
  if (search.tab === 'districts')
    return { shows: 'chart', figures: [{ view: 'districts', query, edition }], words: 'the areas' }
  const dimension =
    page.metric.breakdowns.find((each) => each === search.breakdown) ?? page.metric.breakdowns[0]
  if (search.tab === 'breakdown' && dimension !== undefined) {
    const shape = search.view === 'overlaid' ? 'lines' : (search.view ?? 'change')
    return {
      shows: 'chart',
      figures: [{ view: 'breakdown', query, edition, dimension, shape }],
      words: 'this breakdown',
    }
  }
  return { shows: 'chart', figures: [{ view: 'chart', query, edition }], words: 'this chart' }
}
