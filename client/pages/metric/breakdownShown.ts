import { additive } from '../../../shared/figures/additive.ts'
import type { MetricPage } from '../../../shared/series/metricPage.ts'
import type { MetricSearch } from '../../address/metricSearch.ts'

/** Against a year before. */
const change = { value: undefined, label: 'Change over a year' } as const

const views = [
  change,
  { value: 'lines', label: 'Over time, side by side' },
  { value: 'overlaid', label: 'Over time, in one chart' },
  { value: 'stacked', label: 'Over time, stacked' },
] as const

/** Against a second dimension. */
const pairViews = [
  { value: undefined, label: 'Twelve months, as a table' },
  { value: 'lines', label: 'Over time, lines side by side' },
  { value: 'stacked', label: 'Over time, stacked side by side' },
] as const

/**
 * What the breakdown tab shows of a metric: by which dimensions and how, and the forms that can be chosen. An edition
 * holds one dimension at a time, compared with a year before.
 */
export function breakdownShown(
  { metric }: Pick<MetricPage, 'metric'>,
  search: MetricSearch,
  edition: number | null,
) {
  const { breakdowns } = metric
  const dimension = breakdowns.find((each) => each === search.breakdown) ?? breakdowns[0]
  const second =
    edition === null ? breakdowns.find((each) => each === search.by2 && each !== dimension) : undefined
  const forms =
    edition !== null
      ? [change]
      : (second === undefined ? views : pairViews).filter(
          ({ value }) => value !== 'stacked' || additive(metric),
        )
  return {
    dimension,
    second,
    forms,
    view: forms.find(({ value }) => value === search.view)?.value,
    top: search.top === undefined ? null : Number(search.top),
    share: search.share === '1',
  }
}
