import type { Grain } from '../../../shared/periods/period.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { MetricPage, PointType } from '../../../shared/series/metricPage.ts'
import type { PointStatus } from '../../../shared/series/series.ts'
import type { Compare } from '../../../shared/series/seriesQuery.ts'
import { formatValue, type Measured } from '../../../shared/figures/formatValue.ts'
import { niceTicks } from '../../../shared/figures/niceTicks.ts'
import { forecastSteps, type ForecastStep } from './forecastSteps.ts'
import { letteredEvents, type EventFlag } from './letteredEvents.ts'
import { limitRuns, type LimitRun } from '../../../shared/figures/limitRuns.ts'
import { timeTicks } from '../../../shared/figures/timeTicks.ts'

/** One period on the chart. `value` is what the line goes through; null is a gap. */
export interface ChartPoint {
  readonly x: number
  readonly period: string
  readonly label: string
  readonly value: number | null
  readonly status: PointStatus
  readonly type: PointType
  readonly reason?: string
  readonly compared: number | null
  readonly comparedLabel: string | null
  readonly lower: number | null
  readonly upper: number | null
  readonly mean: number | null
  /** The value before a correction, where there was one. */
  readonly was: number | null
  readonly correctedOn: string | null
}

export interface ControlModel {
  readonly measured: Measured
  readonly points: readonly ChartPoint[]
  readonly limits: readonly LimitRun[]
  readonly provisional: { readonly from: number; readonly to: number; readonly label: string } | null
  readonly gaps: readonly { readonly from: number; readonly to: number; readonly label: string }[]
  readonly suppressed: readonly number[]
  readonly events: readonly EventFlag[]
  readonly forecast: readonly ForecastStep[]
  /** The signal that runs up to the newest final point. */
  readonly run: {
    readonly from: number
    readonly to: number
    readonly words: string
    readonly type: PointType
  } | null
  readonly latest: ChartPoint | null
  /** A second series to draw, by its last value; null where the comparison is the same series at another time. */
  readonly comparedLine: { readonly label: string; readonly value: number } | null
  readonly yTicks: readonly number[]
  readonly xTicks: readonly { readonly x: number; readonly label: string }[]
  readonly xEnd: number
  /** How many earlier periods are not drawn. */
  readonly left: number
}

const gapStatuses: readonly PointStatus[] = ['missing', 'incomplete', 'notAvailable', 'notApplicable']

/** Room above the highest value, so that its mark is drawn whole. */
const headroom = 0.03

interface Options {
  /** Draw only so many of the newest periods. */
  readonly newest?: number
  readonly withForecast?: boolean
}

/**
 * Everything a control chart draws, in periods and values, apart from how it is drawn. Provisional points enter no
 * signal; nothing is joined across a gap; the axis starts at zero unless a value is below it.
 */
export function controlModel(page: MetricPage, { newest, withForecast = true }: Options = {}): ControlModel {
  const { query } = page.result
  const grain = query.grain
  const measured: Measured = { unit: page.metric.unit, basis: query.basis }
  const all = chartPoints(page, grain)
  const left = newest === undefined ? 0 : Math.max(0, all.length - newest)
  const points = all.slice(left).map((point, x) => ({ ...point, x }))
  const limits = limitRuns(page.chart, points)
  const latest = points.findLast((point) => point.value !== null) ?? null
  const lastFinal = points.findLastIndex((point) => point.status === 'final' && point.value !== null)
  const forecast = withForecast ? forecastSteps(page.forecast, points, lastFinal) : []

  const comparedLine = otherSeries(page.result.query.compare, points)
  const tops = [
    ...points.flatMap(({ value, was }) => [value, was]),
    ...(comparedLine === null ? [] : points.map(({ compared }) => compared)),
    ...limits.flatMap((run) => run.steps.flatMap(({ upper, lower, mean }) => [upper, lower, mean])),
    ...forecast.map(({ upper80 }) => upper80),
  ].filter((value) => value !== null)
  const high = Math.max(0, ...tops)
  const low = Math.min(0, ...tops)
  return {
    measured,
    points,
    limits,
    provisional: provisionalSpan(points, grain),
    gaps: gapSpans(points),
    suppressed: points.filter(({ status }) => status === 'suppressed').map(({ x }) => x),
    // Letters are given over all months, so that they stay the same when fewer are drawn.
    events: letteredEvents(page.calendar, all, grain)
      .filter(({ x }) => x >= left)
      .map((flag) => ({ ...flag, x: flag.x - left })),
    forecast,
    run: signalRun(points, page, lastFinal),
    latest,
    comparedLine,
    yTicks: niceTicks(low, high + (high - low) * headroom, {
      most: 6,
      whole: measured.unit === 'count' && measured.basis !== 'rate',
    }),
    xTicks: timeTicks(
      points.map(({ period }) => period),
      grain,
    ),
    xEnd: Math.max(points.length - 1, ...forecast.map(({ x }) => x)),
    left,
  }
}

function chartPoints(page: MetricPage, grain: Grain): ChartPoint[] {
  const judged = new Map(page.chart.points.map((point) => [point.period, point]))
  const restated = new Map(page.restatements.map((each) => [each.period, each]))
  const [series] = page.result.series
  return (series?.points ?? []).map((point, x) => {
    const judgement = judged.get(point.period)
    const change = restated.get(point.period)
    return {
      x,
      period: point.period,
      label: periodLabel(point.period, grain),
      value: point.value,
      status: point.status,
      type: point.status === 'final' ? (judgement?.type ?? 'common') : 'common',
      reason: point.reason,
      compared: point.comparison?.value ?? null,
      comparedLabel: point.comparison?.label ?? null,
      lower: judgement?.lower ?? null,
      upper: judgement?.upper ?? null,
      mean: judgement?.mean ?? null,
      was: change?.was ?? null,
      correctedOn: change?.on ?? null,
    }
  })
}

function otherSeries(compare: Compare | null, points: readonly ChartPoint[]): ControlModel['comparedLine'] {
  if (compare === null || compare === 'samePeriodLastYear' || compare === 'previousPeriod') return null
  const last = points.findLast(({ compared }) => compared !== null)
  return last && last.compared !== null
    ? { label: last.comparedLabel ?? 'Comparison', value: last.compared }
    : null
}

function provisionalSpan(points: readonly ChartPoint[], grain: Grain): ControlModel['provisional'] {
  const found = points.filter(({ status }) => status === 'provisional')
  const [first] = found
  const last = found.at(-1)
  if (!first || !last) return null
  const short = (point: ChartPoint) => (grain === 'month' ? point.label.slice(0, 3) : point.label)
  const span = first === last ? short(first) : `${short(first)}–${short(last)}`
  return { from: first.x, to: last.x, label: `${span} provisional` }
}

function gapSpans(points: readonly ChartPoint[]): ControlModel['gaps'] {
  const spans: { from: number; to: number; label: string }[] = []
  for (const { x, value, status } of points) {
    if (value !== null || !gapStatuses.includes(status)) continue
    const label =
      status === 'notApplicable'
        ? 'not applicable'
        : status === 'notAvailable'
          ? 'not available'
          : status === 'incomplete'
            ? 'incomplete'
            : 'no data'
    const last = spans.at(-1)
    if (last && last.to === x - 1 && last.label === label) last.to = x
    else spans.push({ from: x, to: x, label })
  }
  return spans
}

function signalRun(points: readonly ChartPoint[], page: MetricPage, lastFinal: number): ControlModel['run'] {
  const { variation } = page.chart
  const type = points[lastFinal]?.type ?? 'common'
  if (type === 'common' || variation.kind === 'common' || variation.kind === 'unjudged') return null
  let from = lastFinal
  while (points[from - 1]?.type === type) from -= 1
  return { from, to: lastFinal, words: variation.detail, type }
}

/** One period of the chart as a sentence: what is read out when the keyboard moves along the points. */
export function pointSentence(point: ChartPoint, unit: string, measured: Measured): string {
  if (point.value === null) return `${point.label}: no figure. ${point.reason ?? ''}`.trim()
  const say = (value: number) => formatValue(value, measured)
  const parts = [`${point.label}: ${say(point.value)} ${unit}`.trim()]
  if (point.status === 'provisional') parts.push('provisional')
  if (point.lower !== null && point.upper !== null) {
    parts.push(`usual range ${say(point.lower)} to ${say(point.upper)}`)
  }
  if (point.type !== 'common') parts.push('outside the usual pattern')
  if (point.compared !== null && point.comparedLabel !== null) {
    parts.push(`${point.comparedLabel}: ${say(point.compared)}`)
  }
  if (point.was !== null) parts.push(`was ${say(point.was)} before correction`)
  return `${parts.join('; ')}.`
}
