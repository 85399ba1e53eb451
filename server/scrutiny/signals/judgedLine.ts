import { lastMonthOf } from '../../../shared/periods/period.ts'
import type { JudgedLine } from '../../../shared/scrutiny/lineTests.ts'
import { isShare } from '../../metrics/figures.ts'
import { judgedWithSteps } from '../../signals/chartOf.ts'
import type { Line } from './signalSource.ts'

const judgements = new WeakMap<Line, JudgedLine | null>()

/** The line as its control chart judges it, worked out once; null where the chart refuses. */
export function judgedLine(line: Line): JudgedLine | null {
  const known = judgements.get(line)
  if (known !== undefined) return known
  const judged = judge(line)
  judgements.set(line, judged)
  return judged
}

function judge({ metric, grain, points }: Line): JudgedLine | null {
  const { judged } = judgedWithSteps(points, metric, { grain, basis: 'count', transform: 'none' })
  if (judged.kind === 'refused') return null
  const parts = new Map(points.map((point) => [point.period, point]))
  return {
    points: judged.points,
    adjustment: judged.adjustment,
    grain,
    measure: metric.measure.kind === 'additive' ? 'count' : isShare(metric.measure) ? 'share' : 'other',
    partsOf(period) {
      const { numerator = null, denominator = null } = parts.get(period) ?? {}
      return numerator === null || denominator === null ? null : { numerator, denominator }
    },
  }
}

/** The line as it stood so many months before its newest final period: what was known when it was last looked at. */
export function lineBefore(line: Line, months: number): Line {
  const last = line.points.findLastIndex(({ status, value }) => status === 'final' && value !== null)
  const periods = Math.max(1, Math.round(months / (line.grain === 'quarter' ? 3 : 1)))
  return { ...line, points: line.points.slice(0, Math.max(0, last + 1 - periods)) }
}

/** People, or records of people, behind the newest final quarter of a year of a line. */
export function reachOf({ points, grain }: Line): number {
  const final = points.filter(({ status, value }) => status === 'final' && value !== null)
  return final
    .slice(grain === 'month' ? -3 : -1)
    .reduce((sum, { numerator, denominator }) => sum + (denominator ?? numerator ?? 0), 0)
}

/** The last month of the newest final period; null without one. */
export function newestFinal({ points, grain }: Line): string | null {
  const last = points.findLast(({ status, value }) => status === 'final' && value !== null)
  return last ? lastMonthOf(last.period, grain) : null
}
