import { periodLabel } from '../periods/periodLabel.ts'
import type { MetricPage } from '../series/metricPage.ts'
import { capitalise } from './capitalise.ts'
import { publishedWords } from './editionWords.ts'
import { formatDate } from './formatDate.ts'
import { formatSpan } from './formatSpan.ts'
import { spannedSentence } from './spannedSentence.ts'

/** What the figure shows: measure, unit, area and period, for the line under the finding. */
export function figureSubtitle({ metric, result }: MetricPage): string {
  const [series] = result.series
  const grain = result.query.grain
  const first = series?.points[0]?.period
  const last = series?.points.at(-1)?.period
  const span = first && last ? `, ${formatSpan(first, last, grain)}` : ''
  const measure = capitalise(result.measureLabel)
  const name = measure.toLowerCase().startsWith(metric.name.toLowerCase())
    ? measure
    : `${metric.name}: ${result.measureLabel}`
  return `${name}, ${areaName(result)}${span}`
}

/** The name of the area that the first series is of. */
export function areaName({ series }: MetricPage['result']): string {
  return series[0]?.labels.area ?? 'whole partnership'
}

/** Which caution a reader needs: the measure's own caveats and what is said of these very figures. */
export function figureCaveats({ metric, result, chart, spanned }: MetricPage): string[] {
  const points = result.series[0]?.points ?? []
  const provisional = points.filter(({ status }) => status === 'provisional')
  const [first] = provisional
  const last = provisional.at(-1)
  const grain = result.query.grain
  const latest = points.findLast(({ value }) => value !== null)
  const warning = spannedSentence(spanned.find(({ period }) => period === latest?.period)?.events)
  return [
    ...metric.caveats,
    ...(first && last
      ? [
          first === last
            ? `${periodLabel(first.period, grain)} is provisional and may still change.`
            : `${periodLabel(first.period, grain)} to ${periodLabel(last.period, grain)} are provisional and may still change.`,
        ]
      : []),
    ...result.notes,
    ...(warning === undefined ? [] : [warning]),
    ...(chart.refused === null ? [] : [chart.refused]),
  ]
}

/** Who sent the figures and as they were known when, with the state of publication. */
export function figureSource({ result, sources }: MetricPage): string {
  const agencies = [...new Set(sources.map(({ agency }) => agency))]
  const asAt = sources
    .map((source) => source.asAt)
    .toSorted()
    .at(-1)
  const from = agencies.length === 0 ? 'No submission covers these figures' : agencies.join(', ')
  return `${from}${asAt === undefined ? '' : `, as known on ${formatDate(asAt)}`}; submission ${result.position}.`
}

/** How the usual range and the forecast were worked out; empty where neither is drawn. */
export function figureMethod({ chart, forecast }: MetricPage): string {
  const parts: string[] = []
  if (chart.refused === null && chart.segments.length > 0) {
    parts.push(`Usual range: XmR control chart, ${chart.profile} rules.`)
    if (chart.adjustment !== null) parts.push(chart.adjustment)
  }
  if (!('refused' in forecast)) parts.push(`Forecast: ${forecast.method.replace(/\.$/, '')}.`)
  return parts.join(' ')
}

/** Whether these are live or earlier figures, and whether they are invented. */
export function figureState({ result, edition }: MetricPage): string {
  const { asAt } = result.query
  const state = edition
    ? publishedWords(edition)
    : asAt === null
      ? 'Live: not yet published.'
      : typeof asAt === 'number'
        ? `As known after submission ${asAt}.`
        : `As known on ${formatDate(asAt)}.`
  return result.synthetic ? `${state} Synthetic sample data.` : state
}
