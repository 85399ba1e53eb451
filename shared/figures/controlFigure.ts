import { periodLabel } from '../periods/periodLabel.ts'
import type { MetricPage } from '../series/metricPage.ts'
import { capitalise } from './capitalise.ts'
import { controlSeries } from './controlSeries.ts'
import { controlTable } from './controlTable.ts'
import type { Figure, FigureChart, FigureMark, FigureSeries } from './figure.ts'
import { forecastByPeriod, forecastPeriods, forecastSeries } from './forecastSeries.ts'
import { forecastTable } from './forecastTable.ts'
import { figureCaveats, figureMethod, figureSource, figureSubtitle } from './figureText.ts'
import { gapNotes } from './gapNotes.ts'
import { niceTicks } from './niceTicks.ts'
import { numberFormat } from './numberFormat.ts'
import { forecastMarker } from './pointMarker.ts'
import { outsideState } from './outsideState.ts'
import { periodHead } from './periodHead.ts'
import { restatementSentence } from './restatementSentence.ts'
import { formatValue, type Measured } from './formatValue.ts'
import { spanOf } from './spanOf.ts'
import { unitWords } from './unitWords.ts'

interface Options {
  /** Where several figures share one scale, what the axis must reach. */
  readonly reach?: number
  /** Small charts side by side show none. */
  readonly withForecast?: boolean
}

/** The control chart of a metric page as a figure to take away, with its forecast where the page gives one. */
export function controlFigure(given: MetricPage, { reach = 0, withForecast = true }: Options = {}): Figure {
  const page: MetricPage = withForecast ? given : { ...given, forecast: { refused: 'Not drawn.' } }
  const { metric, result, chart, finding } = page
  const grain = result.query.grain
  const points = result.series[0]?.points ?? []
  const measured: Measured = { unit: metric.unit, basis: result.query.basis }
  const say = (value: number | null) => (value === null ? 'none' : formatValue(value, measured))
  const expected = forecastTable(page)
  return {
    title: finding.headline,
    subtitle: figureSubtitle(page),
    state: outsideState(page),
    altText: `${chart.refused === null ? 'Line chart with average and limits' : 'Line chart'}. ${finding.textAlternative}${spokenForecast(page, say)}`,
    chart: points.some(({ value }) => value !== null) ? drawing(page, measured, reach) : null,
    table: controlTable(page),
    ...(expected === null ? {} : { forecast: expected }),
    metric: { id: metric.id, name: metric.name, definition: metric.definition },
    caveats: [
      ...figureCaveats(page),
      ...page.restatements.map(
        (each) => `Revised [r], ${periodLabel(each.period, grain)}: ${restatementSentence(each, say)}`,
      ),
    ],
    events: page.calendar.map(
      ({ month, title, detail }) => `${periodLabel(month, 'month')}: ${title}. ${detail}`,
    ),
    gaps: gapNotes(points, grain),
    source: figureSource(page),
    method: figureMethod(page),
    areas: [...new Set(result.series.map(({ key }) => key.area ?? ''))],
    span: spanOf(page) ?? null,
    position: result.position,
    synthetic: result.synthetic,
    disclosure: result.disclosure,
    reference: null,
  }
}

/** Where the forecast ends, for who cannot see it; nothing without one. */
function spokenForecast(page: MetricPage, say: (value: number) => string): string {
  const last = [...forecastByPeriod(page).values()].at(-1)
  if (last === undefined) return ''
  return ` Forecast for ${periodLabel(last.period, page.result.query.grain)}: ${say(last.mean)}, 95% interval ${say(last.lower95)} to ${say(last.upper95)}.`
}

function drawing(page: MetricPage, measured: Measured, reach: number): FigureChart {
  const { metric, result } = page
  const beyond = forecastPeriods(page)
  const periods = [...(result.series[0]?.points ?? []).map(({ period }) => period), ...beyond]
  const forecast = forecastSeries(page, periods)
  const series = [...controlSeries(page).map((each) => continued(each, beyond.length)), ...forecast]
  // As on the page, the axis need not reach the outer interval, which may be many times as wide as the figures.
  const all = series
    .flatMap(({ role, values }) => (role === 'forecast95' ? [] : values))
    .filter((value) => value !== null)
  const marks = new Set(series.flatMap((each) => each.marks ?? []))
  const was = series.some(({ role }) => role === 'was')
  return {
    form: 'lines',
    categories: periods.map((period) => periodLabel(period, result.query.grain)),
    months: result.query.grain === 'month' ? periods : null,
    categoryHead: periodHead(result.query.grain),
    unit: capitalise(unitWords(metric, result.query.basis)),
    numberFormat: numberFormat(measured),
    ticks: niceTicks(Math.min(0, ...all), Math.max(reach, ...all), {
      most: 6,
      whole: measured.unit === 'count' && measured.basis !== 'rate',
    }),
    series,
    legend: [
      ...markWords.filter(({ mark }) => marks.has(mark)),
      ...(was ? [{ mark: 'was' as const, words: 'Figure before correction' }] : []),
      ...(forecast.length > 0 ? [{ mark: 'forecast' as const, words: forecastWords }] : []),
    ],
  }
}

/** What is recorded ends before the forecast does. */
function continued(series: FigureSeries, beyond: number): FigureSeries {
  const none = <T>(value: T): T[] => Array.from({ length: beyond }, () => value)
  const { values, marks, markers } = series
  return {
    ...series,
    values: [...values, ...none(null)],
    ...(marks && { marks: [...marks, ...none('common' as const)] }),
    ...(markers && { markers: [...markers, ...none(forecastMarker)] }),
  }
}

const forecastWords = 'Forecast, dashed, with its 80% and 95% intervals'

/** Only marks that say something are explained. */
const markWords: readonly { readonly mark: FigureMark; readonly words: string }[] = [
  { mark: 'improvement', words: 'Improving' },
  { mark: 'concern', words: 'Concerning' },
  { mark: 'neutral', words: 'Changed, no judgement' },
  { mark: 'provisional', words: 'Provisional' },
]
