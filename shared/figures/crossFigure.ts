import { periodLabel } from '../periods/periodLabel.ts'
import { additive } from './additive.ts'
import { crossModel } from './crossModel.ts'
import type { Figure, FigureCell } from './figure.ts'
import { areaName } from './figureText.ts'
import { figureWords, windowWords } from './figureWords.ts'
import { formatNumber, type Measured } from './formatValue.ts'
import { numberFormat } from './numberFormat.ts'
import { pointMarker, statusWords } from './pointMarker.ts'
import { valueCell } from './statusCell.ts'
import type { TwoDimensions } from './twoDimensions.ts'
import { unitWords } from './unitWords.ts'

/** The newest figure of every pair of two dimensions: a table and no chart, as the page shows it. */
export function crossFigure({ page, parts, first, second, top, share }: TwoDimensions): Figure {
  const adds = additive(page.metric)
  const shared = share && adds
  const { columns, rows, totals } = crossModel(parts, {
    first: first.name,
    second: second.name,
    top,
    share,
    additive: adds,
  })
  const measured: Measured = shared
    ? { unit: 'percent' }
    : { unit: page.metric.unit, basis: parts.query.basis }
  const format = numberFormat(measured)
  const unit = shared ? 'per cent' : unitWords(page.metric, parts.query.basis)
  const last = parts.series[0]?.points.at(-1)?.period
  const title = `${first.label} by ${second.label.toLowerCase()}${shared ? ', share of each column' : ''}`
  const subtitle = `${page.metric.name}${unit === '' ? '' : `, ${unit}`}, ${areaName(parts)}${last === undefined ? '' : `, ${windowWords(last, parts)}`}`
  const about = figureWords(page, parts)
  const outOf = columns.map(({ name }, i) => `${name}: ${total(totals[i])}`).join('; ')
  return {
    ...about,
    title,
    subtitle,
    altText: `Table. ${title}. ${subtitle}.`,
    caveats: [
      ...about.caveats,
      ...(last !== undefined && parts.series.some(({ points }) => points.at(-1)?.status === 'provisional')
        ? [`${periodLabel(last, parts.query.grain)} is provisional and may still change.`]
        : []),
      ...(shared ? [`Each column’s shares are out of: ${outOf}.`] : []),
    ],
    gaps: rows.flatMap(({ name, points }) =>
      columns.flatMap((column, i) => {
        const { value, status, reason } = points[i] ?? absent
        if (value !== null) return []
        const why = (reason ?? statusWords(status)).replace(/\.$/, '')
        return [`${name}, ${column.name} ${pointMarker(status) ?? '[x]'}: ${why}.`]
      }),
    ),
    chart: null,
    table: {
      columns: [
        { head: first.label, numberFormat: null, brief: true },
        ...columns.map(({ name }) => ({ head: name, numberFormat: format, brief: true })),
      ],
      rows: [
        ...rows.map(({ name, points }): FigureCell[] => [
          name,
          ...columns.map((_, i) => valueCell(points[i] ?? absent)),
        ]),
        ...(adds && !shared ? [['Together', ...totals.map((sum) => sum ?? '[x]')]] : []),
      ],
    },
  }
}

/** A pair of which nothing is said. */
const absent = { value: null, status: 'notApplicable', reason: undefined } as const

function total(sum: number | null | undefined): string {
  return sum == null ? '[x]' : formatNumber(sum)
}
