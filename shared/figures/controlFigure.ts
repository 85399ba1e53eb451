import { periodLabel } from '../periods/periodLabel.ts'
import type { MetricPage } from '../series/metricPage.ts'
import { capitalise } from './capitalise.ts'
import { controlSeries } from './controlSeries.ts'
import { controlTable } from './controlTable.ts'
import type { Figure, FigureChart, FigureMark } from './figure.ts'
import { figureCaveats, figureMethod, figureSource, figureSubtitle } from './figureText.ts'
import { gapNotes } from './gapNotes.ts'
import { niceTicks } from './niceTicks.ts'
import { numberFormat } from './numberFormat.ts'
import { outsideState } from './outsideState.ts'
import { periodHead } from './periodHead.ts'
import { restatementSentence } from './restatementSentence.ts'
import { formatValue, type Measured } from './formatValue.ts'
import { spanOf } from './spanOf.ts'
import { unitWords } from './unitWords.ts'

interface Options {
  /** Where several figures share one scale, what the axis must reach. */
  readonly reach?: number
}

/** The control chart of a metric page as a figure to take away. The forecast stays on the screen. */
export function controlFigure(page: MetricPage, { reach = 0 }: Options = {}): Figure {
  const { metric, result, chart, finding } = page
  const grain = result.query.grain
  const points = result.series[0]?.points ?? []
  const measured: Measured = { unit: metric.unit, basis: result.query.basis }
  const say = (value: number | null) => (value === null ? 'none' : formatValue(value, measured))
  return {
    title: finding.headline,
    subtitle: figureSubtitle(page),
    state: outsideState(page),
    altText: `${chart.refused === null ? 'Line chart with average and limits' : 'Line chart'}. ${finding.textAlternative}`,
    chart: points.some(({ value }) => value !== null) ? drawing(page, measured, reach) : null,
    table: controlTable(page),
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
    method: figureMethod({ ...page, forecast: { refused: 'not drawn' } }),
    areas: [...new Set(result.series.map(({ key }) => key.area ?? ''))],
    span: spanOf(page) ?? null,
    position: result.position,
    synthetic: result.synthetic,
    disclosure: result.disclosure,
    reference: null,
  }
}

function drawing(page: MetricPage, measured: Measured, reach: number): FigureChart {
  const { metric, result } = page
  const series = controlSeries(page)
  const all = series.flatMap(({ values }) => values).filter((value) => value !== null)
  const marks = new Set(series.flatMap((each) => each.marks ?? []))
  const was = series.some(({ role }) => role === 'was')
  return {
    form: 'lines',
    categories: (result.series[0]?.points ?? []).map(({ period }) => periodLabel(period, result.query.grain)),
    months:
      result.query.grain === 'month' ? (result.series[0]?.points ?? []).map(({ period }) => period) : null,
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
    ],
  }
}

/** Only marks that say something are explained. */
const markWords: readonly { readonly mark: FigureMark; readonly words: string }[] = [
  { mark: 'improvement', words: 'Improving' },
  { mark: 'concern', words: 'Concerning' },
  { mark: 'neutral', words: 'Changed, no judgement' },
  { mark: 'provisional', words: 'Provisional' },
]
