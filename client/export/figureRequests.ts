import type { FigureRequest } from '../../shared/figures/figureRequest.ts'
import type { MetricPage } from '../../shared/series/metricPage.ts'
import type { MetricSearch } from '../address/metricSearch.ts'

export interface Wanted {
  readonly shows: 'chart' | 'table'
  readonly figures: FigureRequest[]
  /** What the menu calls it. */
  readonly words: string
}

/** What an export of the tab on show holds. Tabs without a figure of their own give the chart. */
export function figureRequests(page: MetricPage, search: MetricSearch): Wanted {
  const { query } = page.result
  if (search.tab === 'table')
    return { shows: 'table', figures: [{ view: 'chart', query }], words: 'this table' }
  return { shows: 'chart', figures: [{ view: 'chart', query }], words: 'this chart' }
}
