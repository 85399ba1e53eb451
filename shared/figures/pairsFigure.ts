import { periodLabel } from '../periods/periodLabel.ts'
import { additive } from './additive.ts'
import { capitalise } from './capitalise.ts'
import type { Figure, FigureChart, FigureSeries } from './figure.ts'
import { areaName } from './figureText.ts'
import { figureWords } from './figureWords.ts'
import { formatSpan } from './formatSpan.ts'
import type { Measured } from './formatValue.ts'
import { gapNotes } from './gapNotes.ts'
import { numberFormat } from './numberFormat.ts'
import { pairPanels, type PairPanel } from './pairPanels.ts'
import { pairTicks } from './pairTicks.ts'
import { periodHead } from './periodHead.ts'
import { pointMarker } from './pointMarker.ts'
import { provisionalSentence } from './provisionalSentence.ts'
import { valueCell } from './statusCell.ts'
import type { TwoDimensions } from './twoDimensions.ts'
import { unitWords } from './unitWords.ts'

interface Request extends TwoDimensions {
  readonly shape: 'lines' | 'stacked'
}

/** Two dimensions over time: a panel for each value of the first, all on one scale, and every number in one table. */
export function pairsFigure({ page, parts, first, second, top, share, shape }: Request): Figure {
  const adds = additive(page.metric)
  const shared = share && adds
  const stacked = shape === 'stacked' && adds
  const measured: Measured = shared
    ? { unit: 'percent' }
    : { unit: page.metric.unit, basis: parts.query.basis }
  const { grain } = parts.query
  const asked = { first: first.name, second: second.name, top, share, additive: adds }
  const panels = pairPanels(parts, asked)
  const drawn = panels.map(({ lines }) => seriesOf(lines, { second: second.name, stacked }))
  const periods = parts.series[0]?.points.map(({ period }) => period) ?? []
  const [from, to] = [periods[0], periods.at(-1)]
  const unit = shared ? 'share of each panel' : unitWords(page.metric, parts.query.basis)
  const title = `${first.label} by ${second.label.toLowerCase()} over time, ${stacked ? 'stacked' : 'as lines'} on one scale`
  const subtitle = `${page.metric.name}${unit === '' ? '' : `, ${unit}`}, ${areaName(parts)}${from && to ? `, ${formatSpan(from, to, grain)}` : ''}`
  const about = figureWords(page, parts)
  const provisional = provisionalSentence(parts)
  const chart: Omit<FigureChart, 'series'> = {
    form: stacked ? 'stacked' : 'lines',
    categories: periods.map((period) => periodLabel(period, grain)),
    months: grain === 'month' ? periods : null,
    categoryHead: periodHead(grain),
    unit: shared ? '' : capitalise(unit),
    numberFormat: numberFormat(measured),
    ticks: pairTicks(drawn, stacked),
    legend: [],
  }
  const says = drawn.some((lines) => lines.some(({ values }) => values.some((value) => value !== null)))
  const names = drawn[0]?.map(({ name }) => name) ?? []
  return {
    ...about,
    title,
    subtitle,
    altText: `${stacked ? 'Stacked columns' : 'Line charts'}, one panel for each: ${panels.map(({ name }) => name).join(', ')}. ${title}. ${subtitle}. Parts: ${names.join(', ')}.`,
    caveats: [
      ...about.caveats,
      ...(provisional === null ? [] : [provisional]),
      ...(stacked ? ['A period in which a part is missing or hidden has no column.'] : []),
    ],
    gaps: panels.flatMap(({ name, lines }) =>
      lines.flatMap(({ labels, points }) =>
        gapNotes(points, grain).map((note) => `${name}, ${labels[second.name] ?? ''}: ${note}`),
      ),
    ),
    chart: null,
    ...(says && {
      panels: panels.map(({ name }, i) => ({ name, chart: { ...chart, series: drawn[i] ?? [] } })),
    }),
    table: {
      columns: [
        { head: first.label, numberFormat: null, brief: true },
        { head: periodHead(grain), numberFormat: null, brief: true },
        ...names.map((head) => ({ head, numberFormat: chart.numberFormat, brief: true })),
      ],
      rows: panels.flatMap(({ name, lines }) =>
        periods.map((period, i) => [
          name,
          periodLabel(period, grain),
          ...lines.map(({ points }) => valueCell(points[i] ?? { value: null, status: 'missing' })),
        ]),
      ),
    },
  }
}

/** A stack with a part missing or hidden would be read as a total, so it is left out. */
function seriesOf(
  lines: PairPanel['lines'],
  { second, stacked }: { readonly second: string; readonly stacked: boolean },
): FigureSeries[] {
  return lines.map(({ labels, points }) => ({
    name: labels[second] ?? '',
    role: 'part',
    values: points.map(({ value }, i) =>
      stacked && lines.some((each) => each.points[i]?.value == null) ? null : value,
    ),
    markers: points.map(({ status }) => pointMarker(status)),
    named: false,
  }))
}
