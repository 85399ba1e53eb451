import type { Metric } from '../../shared/metrics/metric.ts'
import type { Month } from '../../shared/periods/month.ts'
import { periodOf } from '../../shared/periods/period.ts'
import type { Point } from '../../shared/series/series.ts'
import type { SeriesQuery } from '../../shared/series/seriesQuery.ts'
import type { StepTest } from '../../shared/series/stepTest.ts'
import { stepEvidence } from '../../shared/statistics/stepEvidence.ts'
import { judgedOf } from './judgedOf.ts'

/** Whether disclosed points bear a step at a month, made comparable as the control chart makes them. */
export function stepOfPoints(
  points: readonly Point[],
  { metric, query, at }: { readonly metric: Metric; readonly query: SeriesQuery; readonly at: Month },
): StepTest {
  const { transform, grain } = query
  const refused = (reason: string): StepTest => ({
    at,
    evidence: { kind: 'refused', reason },
    adjustment: null,
  })
  if (transform !== 'none') return refused('Running totals are not tested: neighbouring points share data.')
  const judged = judgedOf(points, { metric, query: { ...query, transform }, rebase: [] })
  if (judged.kind === 'refused') return refused(judged.reason)
  const comparable = judged.points.map(({ x, adjusted, excluded }) => ({ x, y: adjusted, excluded }))
  return {
    at,
    evidence: stepEvidence(comparable, { at: periodOf(at, grain) }),
    adjustment: judged.adjustment.kind === 'none' ? null : judged.adjustment.why,
  }
}
