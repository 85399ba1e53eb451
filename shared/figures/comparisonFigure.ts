import type { Partnership } from '../partnership/partnership.ts'
import type { MetricPage } from '../series/metricPage.ts'
import type { Point, SeriesResult } from '../series/series.ts'
import { againstWhole } from './againstWhole.ts'
import { areasFinding } from './areasFinding.ts'
import { capitalise } from './capitalise.ts'
import type { Figure, FigureCell, FigureColumn } from './figure.ts'
import { figureWords, windowWords } from './figureWords.ts'
import type { Measured } from './formatValue.ts'
import { niceTicks } from './niceTicks.ts'
import { numberFormat } from './numberFormat.ts'
import { pointMarker } from './pointMarker.ts'
import { statusCell, valueCell } from './statusCell.ts'
import { unitWords } from './unitWords.ts'

interface Request {
  readonly page: MetricPage
  /** Every area's series and the whole partnership's. */
  readonly answer: SeriesResult
  /** The period to compare; the series' last where they hold one alone. */
  readonly period: string
  readonly partnership: Pick<Partnership, 'code' | 'areaName' | 'areaNoun'>
}

interface Row {
  readonly name: string
  readonly whole: boolean
  readonly point: Pick<Point, 'value' | 'status'> & Partial<Point>
}

/** The areas beside each other with their intervals, in the partnership's own order and the whole last: no league table. */
export function comparisonFigure({ page, answer, period, partnership }: Request): Figure {
  const { areaName, areaNoun, code } = partnership
  const measured: Measured = { unit: page.metric.unit, basis: answer.query.basis }
  const unit = unitWords(page.metric, answer.query.basis)
  const rows = answer.series
    .map(({ key, labels, points }): Row => ({
      name: labels.area ?? '',
      whole: key.area === code,
      point: points.find((point) => point.period === period) ?? { value: null, status: 'missing' },
    }))
    .toSorted((a, b) => Number(a.whole) - Number(b.whole))
  const intervals = rows.some(({ point, whole }) => !whole && point.lower !== undefined)
  const span = capitalise(windowWords(period, answer))
  const words = `${page.metric.name}, ${unit === '' ? 'per cent' : unit}. ${span}${intervals ? ', with 95% intervals' : ''}`
  const about = figureWords(page, answer)
  const values = rows.map(({ point }) => point.value)
  const lower = rows.map(({ point }) => point.lower ?? null)
  const upper = rows.map(({ point }) => point.upper ?? null)
  const all = [...values, ...lower, ...upper].filter((value) => value !== null)
  return {
    ...about,
    title: areasFinding({
      measure: page.metric.name,
      areas: rows.filter(({ whole }) => !whole),
      whole: rows.find(({ whole }) => whole)?.point.value ?? null,
      partnership,
    }),
    subtitle: words,
    altText: `Bar chart${intervals ? ' with 95% intervals' : ''}. ${words}. ${rows.map((row) => spoken(row)).join('; ')}.`,
    caveats: ['A high or low figure is a reason to ask, not a ranking.', ...about.caveats],
    gaps: rows.flatMap(({ name, point }) =>
      point.value === null
        ? [`${name} ${pointMarker(point.status) ?? '[x]'}: ${point.reason ?? 'no figure'}`]
        : [],
    ),
    chart: rows.every(({ point, whole }) => whole || point.value === null)
      ? null
      : {
          form: 'bars',
          categories: rows.map(({ name, point }) =>
            point.value === null ? `${name} ${pointMarker(point.status) ?? '[x]'}` : name,
          ),
          months: null,
          categoryHead: capitalise(areaNoun.one),
          unit: capitalise(unit),
          numberFormat: numberFormat(measured),
          ticks: niceTicks(Math.min(0, ...all), Math.max(0, ...all), { most: 6 }),
          series: [
            {
              name: capitalise(unit === '' ? 'per cent' : unit),
              role: 'value',
              values,
              markers: rows.map(({ point }) => pointMarker(point.status)),
              ...(intervals ? { interval: { lower, upper } } : {}),
              named: false,
            },
          ],
          legend: [],
        },
    table: {
      columns: columnsOf({ page, measured, intervals, noun: areaNoun.one, areaName }),
      rows: rows.map((row) =>
        cellsOf(row, { page, measured, intervals, whole: rows.find((each) => each.whole) }),
      ),
    },
  }
}

function spoken({ name, point }: Row): string {
  return `${name} ${point.value === null ? (pointMarker(point.status) ?? '[x]') : String(Number(point.value.toPrecision(4)))}`
}

interface Columns {
  readonly page: MetricPage
  readonly measured: Measured
  readonly intervals: boolean
}

function counted({ measured }: Pick<Columns, 'measured'>): boolean {
  return measured.basis === 'rate' && measured.unit === 'count'
}

function columnsOf({
  page,
  measured,
  intervals,
  noun,
  areaName,
}: Columns & { noun: string; areaName: string }) {
  const unit = unitWords(page.metric, measured.basis ?? 'count')
  const number = (head: string, format: string): FigureColumn => ({ head, numberFormat: format, brief: true })
  const text = (head: string): FigureColumn => ({ head, numberFormat: null, brief: true })
  return [
    text(capitalise(noun)),
    ...(counted({ measured }) ? [number(capitalise(page.metric.noun.many), '#,##0')] : []),
    number(capitalise(unit === '' ? 'per cent' : unit), numberFormat(measured)),
    { ...text('Status'), brief: !intervals },
    ...(intervals
      ? [
          number('95% interval, lower', numberFormat(measured, false)),
          number('95% interval, upper', numberFormat(measured, false)),
          text(`Against ${areaName}`),
        ]
      : []),
  ]
}

function cellsOf(
  { name, point, whole }: Row,
  { measured, intervals, whole: all }: Columns & { readonly whole: Row | undefined },
): FigureCell[] {
  const absent = pointMarker(point.status)
  const empty = point.value === null && absent !== null ? absent : '[z]'
  const against = againstWhole({ ...point, value: point.value }, all?.point.value ?? null)
  return [
    name,
    ...(counted({ measured }) ? [point.numerator ?? empty] : []),
    valueCell(point),
    statusCell(point),
    ...(intervals
      ? [point.lower ?? empty, point.upper ?? empty, whole || against === '' ? '[z]' : against]
      : []),
  ]
}
