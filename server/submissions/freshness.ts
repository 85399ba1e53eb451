import { sql } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { RecordsTables } from '../../db/records/tables.ts'
import type { Viewer } from '../../shared/access/viewer.ts'
import type { FeedId } from '../../shared/feeds/feed.ts'
import { feedById, feeds } from '../../shared/feeds/feeds.ts'
import { metrics } from '../../shared/metrics/catalogue.ts'
import { dueDate, dueOf } from '../../shared/partnership/due.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import { addMonths, fromIndex, lastDay, monthOf, monthRange, type Month } from '../../shared/periods/month.ts'
import type { Freshness, FreshnessCell, FreshnessRow } from '../../shared/freshness/freshness.ts'
import type { Register, Submission } from './register.ts'

const monthsShown = 24

interface Request {
  readonly records: ReadonlyKysely<RecordsTables>
  readonly register: Register
  readonly partnership: Partnership
  readonly viewer: Pick<Viewer, 'feeds'>
  /** The day from which it is looked at, YYYY-MM-DD. */
  readonly today: string
}

/**
 * Agency by feed by month: what has come, whether by the agreed day, what is missing and what was restated. The day on
 * which figures were known counts as the day they came; what an agency's first file brings of the past is never late.
 */
export async function freshnessOf({
  records,
  register,
  partnership,
  viewer,
  today,
}: Request): Promise<Freshness> {
  const last = addMonths(monthOf(today), -1)
  const months = monthRange(addMonths(last, 1 - monthsShown), last)
  const standing = register.standing(null)
  const rows: FreshnessRow[] = []
  const never: Freshness['neverReceived'][number][] = []
  for (const { id: feed } of feeds) {
    if (viewer.feeds !== 'all' && !viewer.feeds.includes(feed)) continue
    const ofFeed = standing.filter((submission) => submission.feed === feed)
    const changes = ofFeed.length > 0 ? await changedMonths(records, feed) : new Map<string, number[]>()
    const senders = new Set(ofFeed.flatMap(({ coverage }) => coverage.agencies))
    for (const agency of partnership.agencies)
      if (agency.feeds.includes(feed) && !senders.has(agency.id) && !senders.has(agency.name))
        never.push({ agency: agency.name, feed, feedLabel: feedById[feed].label })
    for (const agency of [...senders].toSorted()) {
      const sent = ofFeed.filter(({ coverage }) => coverage.agencies.includes(agency))
      rows.push(rowOf({ agency, feed, sent, months, changes, partnership, today }))
    }
  }
  return { today, months, rows: rows.toSorted(byAgency(partnership)), neverReceived: never }
}

interface RowRequest {
  readonly agency: string
  readonly feed: FeedId
  readonly sent: readonly Submission[]
  readonly months: readonly Month[]
  readonly changes: ReadonlyMap<string, readonly number[]>
  readonly partnership: Partnership
  readonly today: string
}

function rowOf({ agency, feed, sent, months, changes, partnership, today }: RowRequest): FreshnessRow {
  const known = partnership.agencies.find(({ id, name }) => id === agency || name === agency)
  const due = dueOf(partnership, known, feed)
  const covering = (month: Month) => sent.filter((submission) => covers(submission, month))
  const first = sent[0]
  const begins = sent.flatMap(({ coverage }) => [...coverage.months, ...coverage.quarters]).toSorted()[0]
  const settled = Math.max(
    0,
    ...metrics.filter((each) => each.feed === feed).map((each) => each.provisionalLag),
  )
  const cells = months.map((month): FreshnessCell => {
    const dueOn = dueDate(month, due)
    const held = covering(month)
    const [received] = held
    if (!received) {
      const state = begins === undefined || month < begins || dueOn >= today ? 'notDue' : 'missing'
      return { month, state, dueOn, receivedOn: null, daysLate: 0, provisional: false, restated: null }
    }
    const final = lastDay(addMonths(month, settled))
    const numbers = changes.get(`${agency} ${month}`) ?? []
    const restating = sent.findLast(
      ({ number, asAt }) => number > received.number && asAt > final && numbers.includes(number),
    )
    return {
      month,
      state: 'received',
      dueOn,
      receivedOn: received.asAt,
      daysLate: received === first ? 0 : Math.max(0, daysBetween(dueOn, received.asAt)),
      provisional: (held.at(-1)?.asAt ?? '') < final,
      restated: restating ? { submission: restating.number, on: restating.asAt } : null,
    }
  })
  const missing = cells.filter(({ state }) => state === 'missing')
  return {
    agency: known?.name ?? agency,
    feed,
    feedLabel: feedById[feed].label,
    cells,
    missing: missing.map(({ month }) => month),
    overdueDays: missing[0] ? daysBetween(missing[0].dueOn, today) : 0,
    dueOn: missing[0]?.dueOn ?? null,
    lastReceivedOn: sent.at(-1)?.asAt ?? null,
  }
}

function covers({ mode, coverage }: Submission, month: Month): boolean {
  if (mode === 'amend' && coverage.months.length + coverage.quarters.length === 0) return false
  return (
    coverage.months.includes(month) ||
    coverage.quarters.some((start) => start <= month && month <= addMonths(start, 2))
  )
}

/** The submissions after which a month held more or fewer records than before, by agency and month. */
async function changedMonths(
  records: ReadonlyKysely<RecordsTables>,
  feed: FeedId,
): Promise<Map<string, number[]>> {
  const table = sql.table(feed)
  const { rows } = await sql<{ agency: string; month: number; number: number }>`
    select agency, month, number from (
      select agency, month, added_in as number, sum(count) as net from ${table} group by agency, month, added_in
      union all
      select agency, month, withdrawn_in as number, -sum(count) as net from ${table}
        where withdrawn_in is not null group by agency, month, withdrawn_in
    ) changes group by agency, month, number having sum(net) <> 0`.execute(records as never)
  const found = new Map<string, number[]>()
  for (const { agency, month, number } of rows) {
    const key = `${agency} ${fromIndex(Number(month))}`
    found.set(key, [...(found.get(key) ?? []), Number(number)])
  }
  return found
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** In the order in which the partnership names its agencies, others after them. */
function byAgency({ agencies }: Partnership): (a: FreshnessRow, b: FreshnessRow) => number {
  const place = ({ agency }: FreshnessRow) => {
    const at = agencies.findIndex(({ name }) => name === agency)
    return at === -1 ? agencies.length : at
  }
  return (a, b) => place(a) - place(b)
}
