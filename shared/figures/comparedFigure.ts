import { periodLabel } from '../periods/periodLabel.ts'
import type { MetricPage } from '../series/metricPage.ts'
import type { Figure, FigureChart, FigureSeries } from './figure.ts'
import { figureCaveats } from './figureText.ts'
import { figureWords } from './figureWords.ts'
import { formatSpan } from './formatSpan.ts'
import { gapNotes } from './gapNotes.ts'
import { indexed } from './indexed.ts'
import { niceTicks } from './niceTicks.ts'
import { numberFormat } from './numberFormat.ts'
import { periodHead } from './periodHead.ts'
import { pointMarker } from './pointMarker.ts'
import { valueCell } from './statusCell.ts'
import { unitWords } from './unitWords.ts'

interface Line {
  readonly name: string
  readonly page: MetricPage
}

const briefLines = 4

/**
 * Several lines over the same periods as one figure: a table of what each says, and where they are indexed a chart in
 * which the mean of each line's first year is 100. On scales of their own they are drawn one by one, never on two axes.
 */
export function comparedFigure(lines: readonly Line[], scale: 'own' | 'indexed'): Figure {
  const [first] = lines
  if (first === undefined) throw new Error('a comparison without lines')
  const { grain } = first.page.result.query
  const pointsOf = ({ page }: Line) => page.result.series[0]?.points ?? []
  const periods = [...new Set(lines.flatMap((line) => pointsOf(line).map(({ period }) => period)))].toSorted()
  const held = lines.map((line) => new Map(pointsOf(line).map((point) => [point.period, point])))
  const at = (line: number, period: string) =>
    held[line]?.get(period) ?? { value: null, status: 'missing' as const }
  const [from, to] = [periods[0], periods.at(-1)]
  const names = lines.map(({ name }) => name)
  const series = lines.flatMap(({ name }, line): FigureSeries[] => {
    const points = periods.map((period) => at(line, period))
    const values = indexed(
      points.map(({ value }) => value),
      grain === 'quarter' ? 4 : 12,
    )
    if (values === null) return []
    const markers = points.map(({ status }) => pointMarker(status))
    return [{ name, role: 'part', values, markers, named: true }]
  })
  const undrawn = names.filter((name) => !series.some((each) => each.name === name))
  const drawn = scale === 'indexed' && series.length > 0
  const title = `${names.length === 1 ? 'One line' : `${names.length} lines`} ${drawn ? 'as shares of their own first year' : 'side by side'}`
  const subtitle = `${names.join('; ')}${from && to ? `, ${formatSpan(from, to, grain)}` : ''}`
  const about = lines.map(({ page }) => figureWords(page, page.result))
  const own = figureWords(first.page, first.page.result)
  return {
    ...own,
    title,
    subtitle,
    state: [...new Set(about.map(({ state }) => state))].join(' '),
    altText: `${drawn ? 'Line chart' : 'Table'}. ${title}. ${subtitle}.`,
    caveats: [
      ...new Set([
        'Lines that move together in time need not have to do with each other.',
        ...(drawn ? ['100 is the mean of the first year of each line.'] : []),
        ...(drawn && undrawn.length > 0
          ? [`Not drawn, because the first year holds too few figures to be 100: ${undrawn.join('; ')}.`]
          : []),
        ...lines.flatMap(({ page }) => figureCaveats(page)),
      ]),
    ],
    events: [
      ...new Set(
        lines
          .flatMap(({ page }) => page.calendar)
          .toSorted((a, b) => a.month.localeCompare(b.month))
          .map(({ month, title: what, detail }) => `${periodLabel(month, 'month')}: ${what}. ${detail}`),
      ),
    ],
    gaps: lines.flatMap((line) =>
      gapNotes(pointsOf(line), grain).map((note) => (lines.length === 1 ? note : `${line.name}: ${note}`)),
    ),
    source: [...new Set(about.map(({ source }) => source))].join(' '),
    areas: [...new Set(about.flatMap(({ areas }) => areas))],
    synthetic: about.some(({ synthetic }) => synthetic),
    disclosure: about.some(({ disclosure }) => disclosure === 'unprotected') ? 'unprotected' : 'protected',
    chart: drawn ? chartOf(series, periods, grain) : null,
    table: {
      columns: [
        { head: periodHead(grain), numberFormat: null, brief: true },
        ...lines.map(({ name, page: { metric, result } }, index) => {
          const unit = unitWords(metric, result.query.basis)
          return {
            head: unit === '' ? name : `${name}, ${unit}`,
            numberFormat: numberFormat({ unit: metric.unit, basis: result.query.basis }),
            brief: index < briefLines,
          }
        }),
      ],
      rows: periods.map((period) => [
        periodLabel(period, grain),
        ...lines.map((_, line) => valueCell(at(line, period))),
      ]),
    },
  }
}

function chartOf(
  series: readonly FigureSeries[],
  periods: readonly string[],
  grain: MetricPage['result']['query']['grain'],
): FigureChart {
  const values = series.flatMap((each) => each.values.map((value) => value ?? 0))
  return {
    form: 'lines',
    categories: periods.map((period) => periodLabel(period, grain)),
    months: grain === 'month' ? periods : null,
    categoryHead: periodHead(grain),
    unit: 'Index, first year is 100',
    numberFormat: '#,##0',
    ticks: niceTicks(0, Math.max(100, ...values), { most: 6 }),
    series,
    legend: [],
  }
}
