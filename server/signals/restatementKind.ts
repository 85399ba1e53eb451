import type { Metric } from '../../shared/metrics/metric.ts'
import { lastMonthOf, type Grain } from '../../shared/periods/period.ts'
import type { RestatementKind } from '../../shared/series/restatement.ts'
import { ageOf } from '../../shared/statistics/completion/reportingTriangle.ts'
import type { Submission } from '../submissions/register.ts'

/** Months after its end in which a count that rises is taken to have filled in; later than that, it was put right. */
const monthsOfLateArrivals = 12

export interface Change {
  readonly metric: Pick<Metric, 'measure'>
  readonly grain: Grain
  readonly period: string
  readonly was: number | null
  readonly now: number | null
  /** The submission after which the figure was another. */
  readonly by: Submission
  /** Submissions that stood before it. */
  readonly earlier: readonly Submission[]
}

/**
 * The kind of a change, by rule. A file read by another profile than the one before it for the same months: change of
 * definition. Else a count that rose within a year of its month: late arrivals. Everything else, undoing included:
 * correction.
 */
export function restatementKind({ metric, grain, period, was, now, by, earlier }: Change): RestatementKind {
  if (by.mode === 'undo') return 'correction'
  const last = lastMonthOf(period, grain)
  const before = earlier.findLast(
    ({ feed, coverage }) =>
      feed === by.feed &&
      coverage.agencies.some((agency) => by.coverage.agencies.includes(agency)) &&
      (coverage.months.includes(last) || coverage.quarters.some((month) => month <= last)),
  )
  if (before && before.profile !== by.profile) return 'definition'
  const counts = metric.measure.kind === 'additive' || metric.measure.kind === 'distinct'
  const rose = was !== null && now !== null && now > was
  return counts && rose && ageOf(last, by.asAt) <= monthsOfLateArrivals ? 'lateArrivals' : 'correction'
}
