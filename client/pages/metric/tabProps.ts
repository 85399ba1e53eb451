import type { MetricPage } from '../../../shared/series/metricPage.ts'
import type { MetricSearch } from '../../address/metricSearch.ts'
import type { Session } from '../../trpc.ts'

/** What every tab of a metric page is given; `page` is undefined while it is loading. */
export interface TabProps {
  readonly search: MetricSearch
  readonly page: MetricPage | undefined
  readonly session: Session | undefined
  /** The edition that is read; null for live figures. */
  readonly edition: number | null
}
