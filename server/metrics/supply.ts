import type { FeedId } from '../../shared/feeds/feed.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import { addMonths, fromIndex, lastDay, toIndex, type Month } from '../../shared/periods/month.ts'
import { derivedFields } from '../../shared/feeds/derivedFields.ts'
import type { Submission } from '../submissions/register.ts'

/**
 * What is held of one month:
 * - `supplied`, with the date its figures were known;
 * - `quarterly`: only as part of a quarter's figure;
 * - `lacking`: supplied by files that do not hold what the metric needs;
 * - `partly`: some agencies are missing; `missing`: nobody sent it.
 */
export type MonthSupply =
  | { readonly state: 'supplied'; readonly asAt: string }
  | { readonly state: 'quarterly'; readonly asAt: string }
  | { readonly state: 'lacking'; readonly fields: readonly string[] }
  | { readonly state: 'partly'; readonly missing: readonly string[] }
  | { readonly state: 'missing' }

/** What was supplied of a feed, month by month, for one area or the whole partnership. */
export interface Supply {
  of(month: number, area: string): MonthSupply
  /** A quarter sent as one figure, by the number of its first month. */
  quarter(month: number, area: string): MonthSupply
  /** The first and last month anybody supplied; null when nobody did. */
  readonly range: { readonly from: Month; readonly to: Month } | null
}

interface Sender {
  readonly agency: string
  /** Areas it answers for; null: all of them. */
  readonly areas: readonly string[] | null
  readonly first: number
  readonly months: Map<number, Submission>
  readonly quarters: Map<number, Submission>
}

/**
 * Works out from the submissions what was supplied. An agency that sends a feed is expected to go on sending it: a month
 * without it is incomplete. A file without the `needed` fields supplies nothing to the metric.
 */
export function supplyOf(
  submissions: readonly Submission[],
  request: { readonly feed: FeedId; readonly needed: readonly string[]; readonly partnership: Partnership },
): Supply {
  const { feed, needed, partnership } = request
  const senders = sendersOf(
    submissions.filter((submission) => submission.feed === feed),
    partnership,
  )
  const months = senders.flatMap((sender) => [
    ...sender.months.keys(),
    ...[...sender.quarters.keys()].flatMap((month) => [month, month + 2]),
  ])
  const range =
    months.length > 0 ? { from: fromIndex(Math.min(...months)), to: fromIndex(Math.max(...months)) } : null
  const expected = (area: string) =>
    senders.filter(
      (sender) => area === partnership.code || sender.areas === null || sender.areas.includes(area),
    )
  const judge = (held: readonly { sender: Sender; submission: Submission | undefined }[]): MonthSupply => {
    const sent = held.flatMap(({ submission }) => (submission ? [submission] : []))
    if (sent.length === 0) return { state: 'missing' }
    const absent = held.filter(({ submission }) => !submission).map(({ sender }) => sender.agency)
    if (absent.length > 0) return { state: 'partly', missing: absent }
    const lacking = [...new Set(sent.flatMap((submission) => lackingIn(submission, needed)))]
    if (lacking.length > 0) return { state: 'lacking', fields: lacking }
    return { state: 'supplied', asAt: sent.map(({ asAt }) => asAt).toSorted()[0] ?? '' }
  }
  return {
    range,
    of(month, area) {
      const due = expected(area).filter((sender) => sender.first <= month)
      const byMonth = judge(due.map((sender) => ({ sender, submission: sender.months.get(month) })))
      if (byMonth.state !== 'missing') return byMonth
      const byQuarter = judge(
        due.map((sender) => ({ sender, submission: sender.quarters.get(quarterStart(month)) })),
      )
      return byQuarter.state === 'supplied' ? { state: 'quarterly', asAt: byQuarter.asAt } : byQuarter
    },
    quarter(month, area) {
      const due = expected(area).filter((sender) => sender.first <= month)
      return judge(due.map((sender) => ({ sender, submission: sender.quarters.get(month) })))
    },
  }
}

/** The first month of a month's quarter; calendar and financial quarters begin in the same months. */
export function quarterStart(month: number): number {
  return month - (month % 3)
}

function sendersOf(submissions: readonly Submission[], partnership: Partnership): Sender[] {
  const senders = new Map<string, Sender & { first: number }>()
  for (const submission of submissions) {
    const { coverage } = submission
    const months = coverage.months.map(toIndex)
    const quarters = coverage.quarters.map(toIndex)
    if (months.length + quarters.length === 0) continue
    for (const agency of coverage.agencies) {
      const known = partnership.agencies.find(({ id, name }) => id === agency || name === agency)
      const areas = known && known.areas.length > 0 ? known.areas : null
      const sender = senders.get(agency) ?? {
        agency: known?.name ?? agency,
        areas,
        first: Infinity,
        months: new Map(),
        quarters: new Map(),
      }
      for (const month of months) sender.months.set(month, submission)
      for (const month of quarters) sender.quarters.set(month, submission)
      sender.first = Math.min(sender.first, ...months, ...quarters)
      senders.set(agency, sender)
    }
  }
  return [...senders.values()]
}

function lackingIn(submission: Submission, needed: readonly string[]): string[] {
  return needed.flatMap((need) => {
    const [first = need, ...others] = need.split('|')
    const isMet = others.some((other) => other.split('+').every((part) => submission.fields.includes(part)))
    return isMet || lackingColumn(submission, first) === null ? [] : [first]
  })
}

function lackingColumn(submission: Submission, field: string): string | null {
  if (submission.fields.includes(field)) return null
  const derived = derivedFields.find(
    (candidate) => candidate.feed === submission.feed && candidate.field === field,
  )
  return derived?.from.some((source) => submission.fields.includes(source)) === true ? null : field
}

/** Whether a month's figure has had time to fill by the date it was known. */
export function isFinal(month: number, asAt: string, lag: number): boolean {
  return asAt >= lastDay(addMonths(fromIndex(month), lag))
}
