import type { Viewer } from '../../../shared/access/viewer.ts'
import type { Metric } from '../../../shared/metrics/metric.ts'
import { addMonths, type Month } from '../../../shared/periods/month.ts'
import { firstMonthOf, lastMonthOf, type Grain } from '../../../shared/periods/period.ts'
import { spokenPeriodLabel } from '../../../shared/periods/periodLabel.ts'
import type { Place, RestatedFacts, Signal } from '../../../shared/scrutiny/signal.ts'
import { recipeOf } from '../../metrics/figures.ts'
import type { MetricsReader } from '../../metrics/metricsReader.ts'
import { restatementsOf } from '../../signals/restatementsOf.ts'
import { signalId } from './lineSignals.ts'

const monthsBack = 24
/** A final figure that moved by a tenth and by five events (two points of a share) is worth a question. */
const leastShare = 0.1
const leastEvents = 5
const leastPoints = 2

interface Request {
  readonly metric: Metric
  readonly places: readonly Place[]
  readonly to: Month
  readonly asAt: number | string | null
  readonly sincePosition: number
}

/**
 * Final figures of a measure that submissions since a position changed beyond the threshold, area by area. Looked for
 * where figures add up. None for protected readers: their editions say what changed.
 */
export async function restatedSignals(
  reader: MetricsReader,
  { metric, places, to, asAt, sincePosition }: Request,
  viewer: Viewer,
): Promise<Signal[]> {
  if (viewer.disclosure === 'protected' || recipeOf(metric).kind !== 'summed') return []
  const submissions = reader.register
    .visible(asAt)
    .filter(({ feed, number }) => feed === metric.feed && number > sincePosition).length
  if (submissions === 0) return []
  const found: Signal[] = []
  for (const place of places) {
    const query = { metric: metric.id, areas: [place.code], from: addMonths(to, 1 - monthsBack), to, asAt }
    for (const { period, was, now, submission, on, kind, reason } of await restatementsOf(
      reader,
      { metric, query, submissions },
      viewer,
    )) {
      if (was === null || now === null || submission <= sincePosition) continue
      const facts = { was, now, submission, on, restatement: kind, reason }
      const signal = restatedSignal(metric, { place, period, grain: 'month', facts })
      if (signal) found.push(signal)
    }
  }
  return found
}

/** The signal of one changed figure; null where it moved by too little to ask about. */
export function restatedSignal(
  metric: Metric,
  request: {
    readonly place: Place
    readonly period: string
    readonly grain: Grain
    readonly facts: Omit<RestatedFacts, 'kind' | 'figures'>
  },
): Signal | null {
  const { place, period, grain, facts } = request
  const moved = Math.abs(facts.now - facts.was)
  const least = metric.unit === 'count' ? leastEvents : metric.unit === 'percent' ? leastPoints : 0
  if (moved < least || moved < leastShare * Math.abs(facts.was)) return null
  const size = facts.was === 0 ? 1 : (facts.now - facts.was) / Math.abs(facts.was)
  const months = { from: firstMonthOf(period, grain), to: lastMonthOf(period, grain) }
  return {
    id: signalId({ kind: 'restated', metric: metric.id, place: place.code, part: period, direction: null }),
    metric: metric.id,
    place,
    part: null,
    grain,
    period,
    direction: facts.now > facts.was ? 'up' : 'down',
    facts: { kind: 'restated', ...facts, figures: 1 },
    p: null,
    size,
    // It happened since the figures were last looked at.
    novelty: 1,
    reach: metric.unit === 'count' ? Math.max(facts.was, facts.now) : 0,
    evidence: [
      {
        label: spokenPeriodLabel(period, grain),
        value: facts.now,
        unit: metric.unit,
        query: { metric: metric.id, grain, areas: place.isWhole ? [] : [place.code], ...months },
      },
    ],
  }
}
