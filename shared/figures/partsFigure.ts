import { periodLabel } from '../periods/periodLabel.ts'
import type { MetricPage } from '../series/metricPage.ts'
import type { Series, SeriesResult } from '../series/series.ts'
import { additive } from './additive.ts'
import { breakdownRows } from './breakdownRows.ts'
import { capitalise } from './capitalise.ts'
import type { Figure, FigureSeries } from './figure.ts'
import { exploredParts, leftOut } from './exploredParts.ts'
import { areaName } from './figureText.ts'
import { figureWords } from './figureWords.ts'
import { formatMonths } from './formatMonths.ts'
import type { Measured } from './formatValue.ts'
import { niceTicks } from './niceTicks.ts'
import { numberFormat } from './numberFormat.ts'
import { periodHead } from './periodHead.ts'
import { pointMarker } from './pointMarker.ts'
import { stackedModel } from './stackedModel.ts'
import { valueCell } from './statusCell.ts'
import { unitWords } from './unitWords.ts'

interface Request {
  readonly page: MetricPage
  readonly parts: SeriesResult
  readonly dimension: string
  readonly label: string
  /** Lines of the largest parts, or all parts stacked to the whole. */
  readonly shape: 'lines' | 'stacked'
  /** How many parts stand by themselves, the others together; null: all. */
  readonly top: number | null
  readonly share: boolean
}

/** Lines drawn where nobody has chosen how many. */
const mostLines = 5
const briefParts = 5

/** The parts over time; the table has every part, whatever the chart has room for. */
export function partsFigure({ page, parts, dimension, label, shape, top, share }: Request): Figure {
  const { grain } = parts.query
  const adds = additive(page.metric)
  const shared = share && adds
  const measured: Measured = shared
    ? { unit: 'percent' }
    : { unit: page.metric.unit, basis: parts.query.basis }
  const unit = shared ? 'share of the whole' : unitWords(page.metric, parts.query.basis)
  const order = breakdownRows(parts, dimension).map(({ code }) => code)
  const series = exploredParts(parts.series, { dimension, order, top, share, additive: adds })
  const most = top === null ? mostLines : series.length
  const missing = leftOut(parts.series, { top, additive: adds })
  const periods = series[0]?.points.map(({ period }) => period) ?? []
  const [first, last] = [periods[0], periods.at(-1)]
  const span =
    first && last
      ? `, ${grain === 'month' ? formatMonths(first, last) : `${periodLabel(first, grain)} – ${periodLabel(last, grain)}`}`
      : ''
  const drawn =
    shape === 'stacked'
      ? stackedSeries(series, dimension, grain)
      : lineSeries(series.slice(0, most), dimension)
  const about = figureWords(page, parts)
  const title = `${series.length} ${series.length === 1 ? 'part' : 'parts'} by ${label.toLowerCase()}${shape === 'stacked' ? ', adding up to the whole' : ', on one scale'}${missing > 0 ? `; ${missing} smaller ones are not shown, because they do not add up` : ''}`
  const subtitle = `${page.metric.name}${unit === '' ? '' : `, ${unit}`}, ${areaName(parts)}${span}`
  return {
    ...about,
    title,
    subtitle,
    altText: `${shape === 'stacked' ? 'Stacked columns' : 'Line chart'}. ${title}. ${subtitle}. Parts: ${drawn.map(({ name }) => name).join(', ')}.`,
    caveats: [
      ...about.caveats,
      ...(shape === 'lines' && series.length > most
        ? [`The chart shows the ${most} largest of ${series.length}; the table has all.`]
        : []),
      ...(shape === 'stacked' ? ['A period in which a part is missing or hidden has no column.'] : []),
    ],
    chart: drawn.some(({ values }) => values.some((value) => value !== null))
      ? {
          form: shape === 'stacked' ? 'stacked' : 'lines',
          categories: periods.map((period) => periodLabel(period, grain)),
          months: grain === 'month' ? periods : null,
          categoryHead: periodHead(grain),
          unit: shared ? '' : capitalise(unit),
          numberFormat: numberFormat(measured),
          ticks: ticksOf(drawn, shape),
          series: drawn,
          legend: [],
        }
      : null,
    table: {
      columns: [
        { head: periodHead(grain), numberFormat: null, brief: true },
        ...series.map(({ labels }, i) => ({
          head: labels[dimension] ?? '',
          numberFormat: numberFormat(measured),
          brief: i < briefParts,
        })),
      ],
      rows: periods.map((period, i) => [
        periodLabel(period, grain),
        ...series.map(({ points }) => valueCell(points[i] ?? { value: null, status: 'missing' })),
      ]),
    },
  }
}

function lineSeries(series: readonly Series[], dimension: string): FigureSeries[] {
  return series.map(({ labels, points }) => ({
    name: labels[dimension] ?? '',
    role: 'part',
    values: points.map(({ value }) => value),
    markers: points.map(({ status }) => pointMarker(status)),
    named: true,
  }))
}

function stackedSeries(
  series: readonly Series[],
  dimension: string,
  grain: SeriesResult['query']['grain'],
): FigureSeries[] {
  const { layers, rows } = stackedModel(series, dimension, grain)
  return layers.map(({ id, name }) => ({
    name,
    role: 'part',
    values: rows.map((row) => row[id] ?? null),
    named: false,
  }))
}

function ticksOf(series: readonly FigureSeries[], shape: Request['shape']): number[] {
  const count = series[0]?.values.length ?? 0
  const tops =
    shape === 'stacked'
      ? Array.from({ length: count }, (_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0))
      : series.flatMap(({ values }) => values.map((value) => value ?? 0))
  const top = Math.max(0, ...tops)
  // Shares that add up to the whole may miss it by what rounding leaves.
  return niceTicks(Math.min(0, ...tops), Math.abs(top - 100) < 1e-6 ? 100 : top, { most: 6 })
}
