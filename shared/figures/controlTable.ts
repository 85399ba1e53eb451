import { periodLabel } from '../periods/periodLabel.ts'
import type { ControlChartView, MetricPage } from '../series/metricPage.ts'
import type { Point } from '../series/series.ts'
import { capitalise } from './capitalise.ts'
import type { FigureCell, FigureColumn, FigureTable } from './figure.ts'
import type { Measured } from './formatValue.ts'
import { numberFormat } from './numberFormat.ts'
import { comparisonHead } from './comparisonHead.ts'
import { periodHead } from './periodHead.ts'
import { pointMarker } from './pointMarker.ts'
import { statusCell, valueCell } from './statusCell.ts'
import { unitWords } from './unitWords.ts'
import { variationWords } from './variationWords.ts'

/** Has no meaning in this row. */
const notApplicable = '[z]'

interface Column extends FigureColumn {
  readonly cell: (point: Point) => FigureCell
}

/** The figures of a metric page as a table, oldest first: value, status, parts, interval, comparison, limits. */
export function controlTable(page: MetricPage): FigureTable {
  const points = page.result.series[0]?.points ?? []
  const columns = columnsOf(page, points)
  return {
    columns: columns.map(({ head, numberFormat: format, brief }) => ({ head, numberFormat: format, brief })),
    rows: points.map((point) => columns.map(({ cell }) => cell(point))),
  }
}

function columnsOf(page: MetricPage, points: readonly Point[]): Column[] {
  const { metric, result, chart } = page
  const measured: Measured = { unit: metric.unit, basis: result.query.basis }
  const unit = unitWords(metric, result.query.basis)
  const exact = numberFormat(measured)
  const rough = numberFormat(measured, false)
  const restated = new Set(page.restatements.map(({ period }) => period))
  const judged = new Map(chart.points.map((point) => [point.period, point]))
  const columns: Column[] = [
    text(periodHead(result.query.grain), ({ period }) => periodLabel(period, result.query.grain)),
    number(capitalise(unit === '' ? 'Per cent' : unit), exact, valueCell),
    text('Status', (point) => statusCell(point, restated.has(point.period))),
  ]
  if (points.some(({ denominator }) => denominator !== null))
    columns.push(
      number('Counted', '#,##0', (point) => point.numerator ?? emptyFor(point), false),
      number('Out of', '#,##0', (point) => point.denominator ?? emptyFor(point), false),
    )
  if (points.some(({ lower }) => lower !== undefined))
    columns.push(
      number('95% interval, lower', rough, (point) => point.lower ?? emptyFor(point), false),
      number('95% interval, upper', rough, (point) => point.upper ?? emptyFor(point), false),
    )
  if (points.some(({ comparison }) => comparison)) {
    columns.push(
      number(comparisonHead(page), exact, ({ comparison }) => comparison?.value ?? '[x]', false),
      number('Change', exact, ({ comparison }) => comparison?.change ?? '[x]', false),
    )
  }
  if (chart.refused === null && chart.segments.some(({ mean }) => mean !== null))
    columns.push(
      number('Lower limit', rough, ({ period }) => judged.get(period)?.lower ?? notApplicable),
      number('Average', rough, ({ period }) => judged.get(period)?.mean ?? notApplicable),
      number('Upper limit', rough, ({ period }) => judged.get(period)?.upper ?? notApplicable),
      text('Kind of change', (point) => kindCell(point, judged.get(point.period))),
    )
  return columns
}

function text(head: string, cell: Column['cell']): Column {
  return { head, numberFormat: null, brief: true, cell }
}

function number(head: string, format: string, cell: Column['cell'], brief = true): Column {
  return { head, numberFormat: format, brief, cell }
}

/** Hidden where the figure is hidden, else without meaning. */
function emptyFor({ status }: Point): string {
  return status === 'final' || status === 'provisional' ? notApplicable : (pointMarker(status) ?? '[x]')
}

function kindCell(point: Point, judgement: ControlChartView['points'][number] | undefined): string {
  if (point.status === 'provisional') return 'Provisional: not judged'
  if (point.status !== 'final' || point.value === null || judgement === undefined) return notApplicable
  if (judgement.type === 'common') return variationWords({ kind: 'common' })
  const direction = judgement.mean === null || point.value >= judgement.mean ? 'high' : 'low'
  return variationWords({ kind: judgement.type, direction, detail: '' })
}
