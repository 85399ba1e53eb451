import type { Metric } from '../../../shared/metrics/metric.ts'
import { addMonths, type Month } from '../../../shared/periods/month.ts'
import { firstMonthOf, periodOf } from '../../../shared/periods/period.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { Movement } from '../../../shared/scrutiny/movement.ts'
import type { CalendarEvent } from '../../../shared/series/metricPage.ts'
import type { SeriesResult } from '../../../shared/series/series.ts'
import { stepOfPoints } from '../../signals/stepOfPoints.ts'

interface After {
  readonly metric: Metric
  /** The day from which it is judged, YYYY-MM-DD: when it was asked or promised. */
  readonly day: string
  readonly events: readonly CalendarEvent[]
}

/** The first whole period that began after a day: what happened in the period of the day itself is of both sides. */
export function periodAfter(day: string, grain: SeriesResult['query']['grain']): string {
  const own = periodOf(day.slice(0, 7) as Month, grain)
  let month = firstMonthOf(own, grain)
  while (periodOf(month, grain) === own) month = addMonths(month, 1)
  return periodOf(month, grain)
}

/**
 * Whether a series moved beyond chance after a day, by the test of steps that every chart uses. No verdict on a measure
 * whose direction the board has not agreed, and none at all where there are too few final figures.
 */
export function movementOf(result: SeriesResult, { metric, day, events }: After): Movement {
  const { query, series } = result
  const from = firstMonthOf(periodAfter(day, query.grain), query.grain)
  const { evidence } = stepOfPoints(series[0]?.points ?? [], { metric, query, at: from })
  if (evidence.kind === 'refused') return { kind: 'unjudged', reason: evidence.reason }
  if (!evidence.supported)
    return {
      kind: 'notShown',
      reasons: evidence.reasons.filter((reason) => !reason.startsWith('New limits')),
    }
  const up = evidence.difference.value > 0
  const { direction } = metric.polarity
  return {
    kind: 'moved',
    direction: up ? 'higher' : 'lower',
    verdict: direction === 'neutral' ? null : (direction === 'up') === up ? 'better' : 'worse',
    changePercent: evidence.changePercent,
    cautions: events
      .filter(({ kind, month }) => (kind === 'countingRule' || kind === 'law') && month >= from.slice(0, 7))
      .map(
        ({ month, title }) =>
          `Part of it may be a change of law or counting, ${periodLabel(month, 'month')}: ${title}.`,
      ),
  }
}
