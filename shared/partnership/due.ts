import { addMonths, daysInMonth, monthNumber, type Month } from '../periods/month.ts'
import type { FeedId } from '../feeds/feed.ts'
import type { Agency, Partnership } from './partnership.ts'

/** When figures are agreed to come: of so many months together, on a day so many months after the last of them. */
export interface Due {
  /** Months that come together: 1 every month, 3 every quarter. */
  readonly every: number
  /** A month of the year, 1 to 12, with which such a period ends; of no meaning for every month. */
  readonly ending: number
  readonly monthsAfter: number
  /** Day of that month; the last one where the month is shorter. */
  readonly day: number
}

/** Where nothing was agreed: every month, by the twentieth of the next. */
const usual: Due = { every: 1, ending: 12, monthsAfter: 1, day: 20 }

/** What was agreed with an agency for a feed, else with all, else the usual. */
export function dueOf(
  partnership: Pick<Partnership, 'due'>,
  agency: Pick<Agency, 'due'> | undefined,
  feed: FeedId,
): Due {
  return agency?.due?.[feed] ?? partnership.due ?? usual
}

/** The day on which a month's figures are due, 'YYYY-MM-DD': those of August, every month by the twentieth, on 20 September. */
export function dueDate(month: Month, { every, ending, monthsAfter, day }: Due): string {
  const behind = (((ending - monthNumber(month)) % every) + every) % every
  const due = addMonths(month, behind + monthsAfter)
  return `${due}-${String(Math.min(day, daysInMonth(due))).padStart(2, '0')}`
}
