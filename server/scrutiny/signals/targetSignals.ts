import type { Partnership } from '../../../shared/partnership/partnership.ts'
import { firstMonthOf, lastMonthOf } from '../../../shared/periods/period.ts'
import { spokenPeriodLabel } from '../../../shared/periods/periodLabel.ts'
import { noveltyOf } from '../../../shared/scrutiny/ranking.ts'
import type { Signal } from '../../../shared/scrutiny/signal.ts'
import { seriesQuerySchema } from '../../../shared/series/seriesQuery.ts'
import { forecastOf } from '../../signals/forecastOf.ts'
import { lineBefore, reachOf } from './judgedLine.ts'
import { queryOf, signalId } from './lineSignals.ts'
import type { Line } from './signalSource.ts'

type Target = NonNullable<Partnership['targets']>[number]

/**
 * Targets of the partnership that this line missed at its newest final period, once they were to be met; or that it
 * meets now and by its own forecast no longer will. Both are facts about a number somebody set: no chance is given.
 */
export function targetSignalsOf(
  line: Line,
  { partnership, lookedAt }: { readonly partnership: Partnership; readonly lookedAt: number },
): Signal[] {
  if (line.part !== null) return []
  const targets = (partnership.targets ?? []).filter(
    ({ metric, area = partnership.code }) => metric === line.metric.id && area === line.place.code,
  )
  return targets.flatMap((target) => {
    const signal = missed(line, target) ?? crossing(line, target)
    if (!signal) return []
    const before = lineBefore(line, lookedAt)
    const was = signal.facts.kind === 'missedTarget' ? missed(before, target) : crossing(before, target)
    return [{ ...signal, novelty: noveltyOf(signal.size, was) }]
  })
}

function missed(line: Line, target: Target): Signal | null {
  const last = line.points.findLast(({ status, value }) => status === 'final' && value !== null)
  if (!last || last.value === null) return null
  const isDue = target.by === undefined || lastMonthOf(last.period, line.grain) >= target.by
  if (!isDue || meets(last.value, target)) return null
  return signalOf(line, {
    target,
    value: last.value,
    period: last.period,
    facts: {
      kind: 'missedTarget',
      value: last.value,
      target: target.value,
      by: target.by ?? null,
      reason: target.reason,
    },
  })
}

function crossing(line: Line, target: Target): Signal | null {
  const last = line.points.findLast(({ status, value }) => status === 'final' && value !== null)
  if (!last || last.value === null || !meets(last.value, target)) return null
  const ahead = forecastOf(line.points, line.metric, seriesQuerySchema.parse(queryOf(line)))
  if ('refused' in ahead) return null
  const crosses = ahead.points.find(({ mean }) => !meets(mean, target))
  if (!crosses) return null
  return signalOf(line, {
    target,
    value: crosses.mean,
    period: last.period,
    facts: {
      kind: 'forecast',
      now: last.value,
      target: target.value,
      crosses: crosses.period,
      mean: crosses.mean,
      lower: crosses.lower80,
      upper: crosses.upper80,
      reason: target.reason,
    },
  })
}

function meets(value: number, { aim, value: target }: Target): boolean {
  return aim === 'atLeast' ? value >= target : value <= target
}

function signalOf(
  line: Line,
  request: {
    readonly target: Target
    readonly value: number
    readonly period: string
    readonly facts: Signal['facts']
  },
): Signal {
  const { target, value, period, facts } = request
  const { metric, place, grain } = line
  const size = target.value === 0 ? 1 : (value - target.value) / Math.abs(target.value)
  return {
    id: signalId({ kind: facts.kind, metric: metric.id, place: place.code, part: null, direction: null }),
    metric: metric.id,
    place,
    part: null,
    grain,
    period,
    direction: null,
    facts,
    p: null,
    size,
    novelty: 1,
    reach: reachOf(line),
    evidence: [
      {
        label: spokenPeriodLabel(period, grain),
        value: facts.kind === 'forecast' ? facts.now : value,
        unit: metric.unit,
        query: { ...queryOf(line), from: firstMonthOf(period, grain), to: lastMonthOf(period, grain) },
      },
    ],
  }
}
