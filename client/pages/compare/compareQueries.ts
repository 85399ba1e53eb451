import { metricPageOptions } from '../../figures/figureQueries.ts'
import { readingsOf } from '../../../shared/metrics/companionReadings.ts'
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

/** What is asked of the server for one line. */
export function lineQuery({ metric, area, only }: CompareLine, search: CompareSearch): SeriesQueryInput {
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

/** The page of one line, live or as an edition holds it: by whole measures and all its months. */
export function lineOptions(edition: number | null, line: CompareLine, search: CompareSearch) {
  const query = lineQuery(line, search)
  return metricPageOptions(
    edition,
    edition === null
      ? query
      : { ...query, from: undefined, to: undefined, asAt: null, compare: 'samePeriodLastYear' },
  )
}
