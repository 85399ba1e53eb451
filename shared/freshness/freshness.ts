import type { FeedId } from '../feeds/feed.ts'
import type { Month } from '../periods/month.ts'

/** One month of one agency's feed. */
export interface FreshnessCell {
  readonly month: Month
  /** `notDue` before the agency's first month too. */
  readonly state: 'received' | 'missing' | 'notDue'
  /** The agreed day, YYYY-MM-DD. */
  readonly dueOn: string
  /** The day its first figures were known; null while there are none. */
  readonly receivedOn: string | null
  /** Days after the agreed day; 0 in time. */
  readonly daysLate: number
  /** Whether the newest figures came before the month had time to fill. */
  readonly provisional: boolean
  /** The newest submission that changed how many records it holds after it had had time to fill. */
  readonly restated: { readonly submission: number; readonly on: string } | null
}

/** One agency's feed over the months shown. */
export interface FreshnessRow {
  readonly agency: string
  readonly feed: FeedId
  readonly feedLabel: string
  readonly cells: readonly FreshnessCell[]
  readonly missing: readonly Month[]
  /** Days since the first missing month was due; 0 with nothing missing. */
  readonly overdueDays: number
  readonly dueOn: string | null
  readonly lastReceivedOn: string | null
}

/** What has come from whom, what has not, and what is to be chased. */
export interface Freshness {
  /** The day from which it is looked at. */
  readonly today: string
  readonly months: readonly Month[]
  readonly rows: readonly FreshnessRow[]
  /** Feeds that an agency agreed to send and never has. */
  readonly neverReceived: readonly {
    readonly agency: string
    readonly feed: FeedId
    readonly feedLabel: string
  }[]
}
