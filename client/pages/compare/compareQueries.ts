import { readingsOf } from '../../../shared/metrics/companionReadings.ts'
import { pageQuery } from '../../../shared/editions/pageQueries.ts'
import type { SeriesQueryInput } from '../../../shared/series/seriesQuery.ts'
import { readLines, type CompareLine, type CompareSearch } from '../../address/compareSearch.ts'
import { readAsAt } from '../../address/metricQuery.ts'

/** The lines of a comparison: those its address names, else the question's measure and its companions. */
export function linesOf(search: CompareSearch): CompareLine[] {
  const named = readLines(search.lines)
  if (named.length > 0 || search.of === undefined) return named
  const area = search.area === undefined ? {} : { area: search.area }
  return [search.of, ...readingsOf(search.of).map(({ metric }) => metric)].map((metric) => ({
    metric,
    ...area,
  }))
}

/**
 * What is asked of the server for one line. An edition holds each measure by month and by area as its page shows it,
 * and nothing else of it.
 */
export function lineQuery(
  { metric, area, only }: CompareLine,
  search: CompareSearch,
  edition: number | null,
): SeriesQueryInput {
  if (edition !== null) return pageQuery(metric, area)
  return {
    metric,
    grain: search.grain ?? 'month',
    from: search.from,
    to: search.to,
    areas: area === undefined ? [] : [area],
    filters: only === undefined ? {} : { [only.dimension]: [only.code] },
    compare: null,
    asAt: readAsAt(search.asAt),
  }
}
