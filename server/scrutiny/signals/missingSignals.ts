import type { Freshness, FreshnessRow } from '../../../shared/freshness/freshness.ts'
import type { Metric } from '../../../shared/metrics/metric.ts'
import type { Partnership } from '../../../shared/partnership/partnership.ts'
import { addMonths, type Month } from '../../../shared/periods/month.ts'
import type { Signal } from '../../../shared/scrutiny/signal.ts'
import { signalId } from './lineSignals.ts'
import type { Line, SignalSource } from './signalSource.ts'

/** Six months without a return is as large as it gets. */
const longest = 6

/**
 * Returns that are overdue: one signal for each agency and feed, about the first measure that cannot be given without
 * it. Whether something came is no count of people; it is told to every reader.
 */
export function missingSignals(
  freshness: Freshness,
  request: {
    readonly source: Pick<SignalSource, 'partnership' | 'places'>
    readonly lines: readonly Line[]
    /** The day before which what was missing is not new. */
    readonly lookedOn: string
  },
): Signal[] {
  return freshness.rows.flatMap((row) => {
    const signal = signalOf(row, request)
    return signal ? [signal] : []
  })
}

function signalOf(
  { agency, feed, feedLabel, missing, overdueDays, dueOn }: FreshnessRow,
  {
    source: { partnership, places },
    lines,
    lookedOn,
  }: {
    readonly source: Pick<SignalSource, 'partnership' | 'places'>
    readonly lines: readonly Line[]
    readonly lookedOn: string
  },
): Signal | null {
  const [first] = missing
  if (!first || dueOn === null) return null
  const known = partnership.agencies.find(({ name, id }) => name === agency || id === agency)
  const place =
    places.find(({ code }) => known?.areas.length === 1 && known.areas[0] === code) ??
    places.find(({ isWhole }) => isWhole)
  if (!place) return null
  const stopped = lines.filter((line) => line.place.code === place.code && stops(line, { feed, first }))
  const [lead] = stopped
  if (!lead) return null
  return {
    id: signalId({
      kind: 'missingReturn',
      metric: feed,
      place: idOf(partnership, agency),
      part: null,
      direction: null,
    }),
    metric: lead.metric.id,
    place,
    part: null,
    grain: 'month',
    period: missing.at(-1) ?? first,
    direction: null,
    facts: {
      kind: 'missingReturn',
      agency,
      feed,
      feedLabel,
      months: missing,
      dueOn,
      overdueDays,
      measures: stopped.map(({ metric }) => metric.name),
    },
    p: null,
    size: Math.min(1, missing.length / longest),
    novelty: dueOn >= lookedOn ? 1 : 0,
    reach: usual(lead, first) * missing.length,
    evidence: [],
  }
}

/** Whether a line has figures of this feed up to the missing month and none for it. */
function stops(
  { metric, part, points }: Line,
  { feed, first }: { feed: Metric['feed']; first: Month },
): boolean {
  if (part !== null || metric.feed !== feed) return false
  const at = points.find(({ period }) => period === first)
  const before = points.find(({ period }) => period === addMonths(first, -1))
  return at !== undefined && at.value === null && at.status !== 'suppressed' && before?.value != null
}

/** The mean of the year before, as this reader sees it. */
function usual({ points }: Line, month: Month): number {
  const year = points.filter(
    ({ period, numerator }) => numerator !== null && period < month && period >= addMonths(month, -12),
  )
  return year.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0) / Math.max(1, year.length)
}

function idOf({ agencies }: Partnership, agency: string): string {
  return agencies.find(({ name }) => name === agency)?.id ?? agency
}
