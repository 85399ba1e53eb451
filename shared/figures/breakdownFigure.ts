import type { MetricPage } from '../series/metricPage.ts'
import type { SeriesResult } from '../series/series.ts'
import { breakdownHeadline, breakdownRow, breakdownRows, type BreakdownRow } from './breakdownRows.ts'
import { capitalise } from './capitalise.ts'
import type { Figure, FigureCell } from './figure.ts'
import { areaName } from './figureText.ts'
import { figureWords, windowWords } from './figureWords.ts'
import { leastBaseForPercent } from './formatChange.ts'
import type { Measured } from './formatValue.ts'
import { niceTicks } from './niceTicks.ts'
import { numberFormat } from './numberFormat.ts'
import { pointMarker } from './pointMarker.ts'
import { statusCell, valueCell } from './statusCell.ts'
import { unitWords } from './unitWords.ts'

interface Request {
  readonly page: MetricPage
  readonly parts: SeriesResult
  readonly whole: SeriesResult
  readonly dimension: string
  /** The dimension in words. */
  readonly label: string
}

const mostDrawn = 14

/** Each part now and a year before: bars for the largest, and all of them with the whole in the table. */
export function breakdownFigure({ page, parts, whole, dimension, label }: Request): Figure {
  const measured: Measured = { unit: page.metric.unit, basis: parts.query.basis }
  const rows = breakdownRows(parts, dimension)
  const [series] = whole.series
  const all = series ? breakdownRow(series, dimension) : null
  const additive = page.metric.unit === 'count' && page.metric.measure.kind === 'additive'
  const unit = unitWords(page.metric, parts.query.basis)
  const last = series?.points.at(-1)?.period
  const span = last === undefined ? '' : windowWords(last, parts)
  const about = figureWords(page, parts)
  const drawn = rows.slice(0, mostDrawn)
  const title =
    all === null
      ? `No figures by ${label.toLowerCase()}`
      : breakdownHeadline(rows, all, { noun: page.metric.noun.many, additive })
  const subtitle = `${page.metric.name} by ${label.toLowerCase()}${unit === '' ? '' : `, ${unit}`}, ${areaName(parts)}, ${span} and the same months a year before`
  const values = drawn.flatMap(({ now, before }) => [now, before]).filter((value) => value !== null)
  return {
    ...about,
    title,
    subtitle,
    altText: `Bar chart of two values for each part. ${title}. ${subtitle}.`,
    caveats: [
      ...about.caveats,
      ...(rows.length > mostDrawn
        ? [`The chart shows the ${mostDrawn} largest of ${rows.length}; the table has all.`]
        : []),
    ],
    gaps: rows.flatMap(({ name, now, status }) =>
      now === null ? [`${name} ${statusCell({ status }).toLowerCase()}.`] : [],
    ),
    chart:
      values.length === 0
        ? null
        : {
            form: 'bars',
            categories: drawn.map((row) =>
              row.now === null ? `${row.name} ${pointMarker(row.status) ?? '[x]'}` : row.name,
            ),
            months: null,
            categoryHead: label,
            unit: capitalise(unit),
            numberFormat: numberFormat(measured),
            ticks: niceTicks(Math.min(0, ...values), Math.max(0, ...values), { most: 6 }),
            series: [
              {
                name: 'A year before',
                role: 'before',
                values: drawn.map(({ before }) => before),
                named: false,
              },
              {
                name: capitalise(span),
                role: 'value',
                values: drawn.map(({ now }) => now),
                markers: drawn.map(({ status }) => pointMarker(status)),
                named: false,
              },
            ],
            legend: [],
          },
    table: tableOf({
      rows: all === null ? rows : [...rows, { ...all, name: 'All' }],
      all,
      additive,
      measured,
      label,
    }),
  }
}

interface TableRequest {
  readonly rows: readonly BreakdownRow[]
  readonly all: BreakdownRow | null
  readonly additive: boolean
  readonly measured: Measured
  readonly label: string
}

/** Nothing to compare with, or nothing to share. */
const none = '[x]'

function tableOf({ rows, all, additive, measured, label }: TableRequest): Figure['table'] {
  const format = numberFormat(measured)
  const number = (head: string, code: string) => ({ head, numberFormat: code, brief: true })
  return {
    columns: [
      { head: label, numberFormat: null, brief: true },
      number('A year before', format),
      number('Now', format),
      { head: 'Status', numberFormat: null, brief: true },
      number('Change', format),
      ...(additive ? [number('Share now', '0.0"%"')] : []),
    ],
    rows: rows.map((row): FigureCell[] => [
      row.name,
      row.before ?? none,
      valueCell({ value: row.now, status: row.status }),
      statusCell(row),
      row.change ?? none,
      ...(additive ? [share(row, all)] : []),
    ]),
  }
}

/** No percentages of few. */
function share({ now }: BreakdownRow, all: BreakdownRow | null): FigureCell {
  return now === null || all?.now == null || all.now < leastBaseForPercent ? none : (now / all.now) * 100
}
