import type { SeriesQueryInput } from '../../shared/series/seriesQuery.ts'
import { queryKey } from '../../shared/editions/pageQueries.ts'

export type OverviewMonths = 1 | 3 | 12

/** The overview of an area for so many months, as an edition files it. */
export function overviewQuestion(area: string, months: OverviewMonths): string {
  return `overview ${JSON.stringify({ area, months })}`
}

/** A metric page, as an edition files it. */
export function pageQuestion(query: SeriesQueryInput): string {
  return `page ${queryKey(query)}`
}

/** A plain series, as an edition files it. */
export function seriesQuestion(query: SeriesQueryInput): string {
  return `series ${queryKey(query)}`
}
