import { queryOptions } from '@tanstack/react-query'
import type { MetricPage } from '../../shared/series/metricPage.ts'
import type { Scorecard } from '../../shared/series/scorecard.ts'
import type { SeriesResult } from '../../shared/series/series.ts'
import type { SeriesQueryInput } from '../../shared/series/seriesQuery.ts'
import { server } from '../trpc.ts'

/** The number of the edition to read from; null for live figures. */
type EditionNumber = number | null

interface OverviewQuery {
  readonly to?: `${number}-${number}` | undefined
  readonly area?: string | undefined
  readonly months: 1 | 3 | 12
  readonly asAt: number | string | null
}

/** The overview, published or live. An edition holds its newest month alone. */
export function overviewOptions(edition: EditionNumber, query: OverviewQuery) {
  const { area, months } = query
  return queryOptions({
    queryKey: ['overview', edition, edition === null ? query : { area, months }],
    queryFn: ({ signal }): Promise<Scorecard> =>
      edition === null
        ? server.overview.query(query, { signal })
        : server.editions.overview.query({ edition, area, months }, { signal }),
  })
}

/** A metric page, published or live. */
export function metricPageOptions(edition: EditionNumber, query: SeriesQueryInput) {
  return queryOptions({
    queryKey: ['metricPage', edition, query],
    queryFn: ({ signal }): Promise<MetricPage> =>
      edition === null
        ? server.metricPage.query(query, { signal })
        : server.editions.metricPage.query({ edition, query }, { signal }),
  })
}

/** A series, published or live. */
export function seriesOptions(edition: EditionNumber, query: SeriesQueryInput) {
  return queryOptions({
    queryKey: ['series', edition, query],
    queryFn: ({ signal }): Promise<SeriesResult> =>
      edition === null
        ? server.series.query(query, { signal })
        : server.editions.series.query({ edition, query }, { signal }),
  })
}
