import type { Partnership } from '../../shared/partnership/partnership.ts'
import type { Point } from '../../shared/series/series.ts'
import { proportionInterval } from '../../shared/statistics/proportionInterval.ts'
import { rateInterval } from '../../shared/statistics/rateInterval.ts'
import type { Interval, IntervalRefusal } from '../../shared/statistics/interval.ts'
import type { Figure } from './figure.ts'
import { isShare } from './figures.ts'
import type { Plan } from './plan.ts'
import { residentsOf } from './population.ts'
import type { Window } from './window.ts'

interface PointRequest {
  readonly window: Window
  readonly plan: Plan
  readonly partnership: Partnership
  readonly area: string
}

/** A figure as a point: its status, its rate where one was asked for, its interval; with a note for the reader if one is due. */
export function toPoint(
  figure: Figure,
  request: PointRequest,
): { readonly point: Point; readonly note?: string } {
  const { supply } = figure
  const base = {
    period: request.window.period,
    status: supply.status,
    ...(supply.reason ? { reason: supply.reason } : {}),
    monthsPresent: supply.present,
    monthsExpected: supply.expected,
  }
  const nothing = { ...base, value: null, numerator: null, denominator: null }
  if (supply.status !== 'final' && supply.status !== 'provisional') {
    const additive = request.plan.metric.measure.kind === 'additive' && supply.status === 'incomplete'
    const some =
      additive ||
      (request.plan.metric.measure.kind === 'additive' && supply.status === 'missing' && supply.present > 0)
    if (!some || figure.numerator === null) return { point: nothing }
    return { point: { ...nothing, status: 'incomplete', soFar: figure.numerator } }
  }
  if (request.plan.query.basis === 'rate') return rate(figure, request, base)
  const { numerator, denominator, value } = figure
  const unknown =
    value === null && denominator === 0 ? { reason: 'Nothing to divide by: none were recorded.' } : {}
  return {
    point: { ...base, ...unknown, value, numerator, denominator, ...shareLimits(figure, request.plan) },
  }
}

type Base = Pick<Point, 'period' | 'status' | 'reason' | 'monthsPresent' | 'monthsExpected'>

function rate(figure: Figure, request: PointRequest, base: Base): { point: Point; note?: string } {
  const { partnership, window, area, plan } = request
  const per = plan.metric.ratePer ?? 1000
  const residents = residentsOf(partnership, area, window)
  if (!residents || figure.numerator === null) {
    const reason = 'No population estimate is held for this place and time.'
    return {
      point: { ...base, status: 'notApplicable', reason, value: null, numerator: null, denominator: null },
    }
  }
  const { persons, carriedFrom } = residents
  const limits = rateInterval({ numerator: figure.numerator, denominator: persons, multiplier: per })
  const release = partnership.populations.at(-1)
  const source = `Rates use ${release?.source ?? 'population estimates'}`
  return {
    point: {
      ...base,
      value: (figure.numerator / persons) * per,
      numerator: figure.numerator,
      denominator: persons,
      ...bounds(limits),
    },
    note:
      carriedFrom === null ? `${source}.` : `${source}; later years take the mid-${carriedFrom} estimate.`,
  }
}

function shareLimits(figure: Figure, plan: Plan): { lower?: number; upper?: number } {
  const { numerator, denominator } = figure
  if (!isShare(plan.metric.measure) || numerator === null || !denominator || numerator > denominator)
    return {}
  return bounds(proportionInterval({ numerator, denominator, multiplier: 100 }))
}

function bounds(limits: Interval | IntervalRefusal): { lower?: number; upper?: number } {
  return limits.kind === 'interval' ? { lower: limits.lower, upper: limits.upper } : {}
}
