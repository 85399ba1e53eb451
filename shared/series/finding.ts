import type { Metric } from '../metrics/metric.ts'
import type { Grain, Period } from '../periods/period.ts'
import { periodLabel } from '../periods/periodLabel.ts'
import { formatFigure, formatNumber } from './formatFigure.ts'
import type { ControlChartView } from './metricPage.ts'
import type { Point } from './series.ts'
import type { SeriesQuery } from './seriesQuery.ts'

export interface FindingRequest {
  readonly metric: Metric
  readonly areaName: string
  readonly grain: Grain
  readonly basis: 'count' | 'rate'
  readonly transform: SeriesQuery['transform']
  readonly points: readonly Point[]
  readonly chart: ControlChartView
}

/** One finding about a series: headline, number first; what makes it unusual; and the whole as a chart's text alternative. */
export interface FindingText {
  readonly headline: string
  readonly detail: string
  readonly textAlternative: string
}

/** Below this a percentage change says more than it knows. */
const leastForPercent = 20

/**
 * The plain-English finding of a series. It states number, comparison and how unusual, in that order; a neutral measure
 * is never called better or worse; provisional and small figures say so; and no cause is claimed.
 */
export function findingOf(request: FindingRequest): FindingText {
  const { points, metric, areaName, grain } = request
  const known = points.filter(({ value }) => value !== null)
  const latest = known.findLast(({ status }) => status === 'final') ?? known.at(-1)
  if (!latest || latest.value === null) {
    const reason = points.at(-1)?.reason ?? 'Nothing has been supplied for this period.'
    return {
      headline: `No figure for ${lowerFirst(metric.name)}`,
      detail: reason,
      textAlternative: `${metric.name}, ${areaName}. ${reason}`,
    }
  }
  const headline = headlineOf(request, latest, latest.value)
  const detail = [unusual(request), meaning(request), provisionalNote(request)]
    .filter((sentence) => sentence !== '')
    .join(' ')
  return {
    headline,
    detail,
    textAlternative: `${metric.name}, ${areaName}, ${spanOf(points, grain)}. ${headline}. ${detail}`.trim(),
  }
}

function headlineOf(
  { metric, grain, basis, transform, points }: FindingRequest,
  latest: Point,
  value: number,
): string {
  const when = windowLabel(latest.period, { grain, transform })
  const figure = basis === 'rate' ? formatFigure(value, 'rate') : formatFigure(value, metric.unit)
  const base = yearBefore(points, latest, grain)
  const change =
    base === null || base.value === null
      ? ''
      : `, ${changeWords(value, base.value, { metric, basis })} in ${windowLabel(base.period, { grain, transform })}`
  const name = lowerFirst(metric.name)
  const per = `per ${formatNumber(metric.ratePer ?? 1000, 0)} residents`
  if (metric.name.includes(':') || (value === 1 && basis === 'count' && metric.unit === 'count')) {
    const noun = value === 1 ? metric.noun.one : metric.noun.many
    return `${metric.name}: ${figure} ${noun} ${basis === 'rate' ? `${per} ` : ''}in ${when}${change}`
  }
  if (basis === 'rate') return `${figure} ${name} ${per} in ${when}${change}`
  if (metric.unit === 'count') return `${figure} ${name} in ${when}${change}`
  if (metric.name.startsWith('Days '))
    return `${figure} ${metric.name.slice('Days '.length)} in ${when}${change}`
  return `${figure}: ${name} in ${when}${change}`
}

/** The months behind a figure, as they follow "in": a running total names the months it adds up. */
function windowLabel(
  period: Period,
  { grain, transform }: Pick<FindingRequest, 'grain' | 'transform'>,
): string {
  const label = periodLabel(period, grain)
  switch (transform) {
    case 'none':
      return label
    case 'rolling3':
      return `the three months to ${label}`
    case 'rolling12':
      return `the twelve months to ${label}`
    case 'yearToDate':
      return `the financial year to ${label}`
  }
}

function yearBefore(points: readonly Point[], latest: Point, grain: Grain): Point | null {
  const back = { month: 12, quarter: 4, financialYear: 1, calendarYear: 1 }[grain]
  const place = points.indexOf(latest) - back
  const base = place >= 0 ? points[place] : undefined
  return base && base.value !== null ? base : null
}

function changeWords(
  value: number,
  base: number,
  { metric, basis }: Pick<FindingRequest, 'metric' | 'basis'>,
): string {
  const difference = value - base
  if (basis === 'rate') {
    const was = formatFigure(base, 'rate')
    return was === formatFigure(value, 'rate')
      ? 'the same as'
      : `${difference > 0 ? 'up' : 'down'} from ${was}`
  }
  if (metric.unit === 'percent') {
    const points = formatNumber(Math.abs(difference), 1)
    return points === '0.0'
      ? 'the same as'
      : `${difference > 0 ? 'up' : 'down'} from ${formatFigure(base, 'percent')}`
  }
  if (difference === 0) return 'the same as'
  const more =
    metric.unit === 'count' ? (difference > 0 ? 'more' : 'fewer') : difference > 0 ? 'higher' : 'lower'
  if (metric.unit !== 'count')
    return `${difference > 0 ? 'up' : 'down'} from ${formatFigure(base, metric.unit)}`
  if (base < leastForPercent)
    return `${formatNumber(Math.abs(difference), 0)} ${more} than ${formatNumber(base, 0)}`
  return `${formatNumber(Math.abs(difference / base) * 100, 0)}% ${more} than ${formatNumber(base, 0)}`
}

function unusual({ chart, metric, grain, basis }: FindingRequest): string {
  const { variation } = chart
  switch (variation.kind) {
    case 'unjudged':
      return variation.reason
    case 'common':
      return 'No unusual change: within the range that chance alone explains.'
    case 'improvement':
    case 'concern':
    case 'neutral': {
      const mean = chart.segments.at(-1)?.mean
      const average =
        mean === null || mean === undefined
          ? ''
          : `, against an average of ${formatFigure(mean, basis === 'rate' ? 'rate' : metric.unit)} a ${grainNoun(grain)}`
      return `${upperFirst(variation.detail)}${average}.`
    }
  }
}

function meaning({ chart, metric }: FindingRequest): string {
  const { variation } = chart
  if (variation.kind === 'common' || variation.kind === 'unjudged') return ''
  if (variation.kind === 'neutral') return 'This is a change to explain and not a verdict.'
  const better = metric.polarity.direction === 'up' ? 'higher' : 'lower'
  return `This is ${variation.kind === 'improvement' ? 'an improvement' : 'a concern'}, because ${better} is better here. ${metric.polarity.reason}`
}

function provisionalNote({ points, grain }: FindingRequest): string {
  const provisional = points.filter(({ status, value }) => status === 'provisional' && value !== null)
  const first = provisional[0]
  const last = provisional.at(-1)
  if (!first || !last) return ''
  const when =
    first === last
      ? periodLabel(first.period, grain)
      : `${periodLabel(first.period, grain)} to ${periodLabel(last.period, grain)}`
  return `${when} ${provisional.length === 1 ? 'is' : 'are'} provisional and not judged.`
}

function spanOf(points: readonly Point[], grain: Grain): string {
  const label = (period: Period | undefined) => (period === undefined ? '' : periodLabel(period, grain))
  return `${label(points[0]?.period)} to ${label(points.at(-1)?.period)}`
}

function grainNoun(grain: Grain): string {
  return { month: 'month', quarter: 'quarter', financialYear: 'year', calendarYear: 'year' }[grain]
}

/** A name within a sentence; acronyms and proper names keep their capital. */
export function lowerFirst(text: string): string {
  return /^[A-Z]{2}|^[A-Z]\w*(’s|'s)? [A-Z]|^[A-Z]\w*(’s|'s) /.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1)
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
