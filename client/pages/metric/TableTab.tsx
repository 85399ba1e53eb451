import '../../styles/tableTab.css'
import { useRef, useState } from 'react'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { ControlChartView, MetricPage } from '../../../shared/series/metricPage.ts'
import type { Restatement } from '../../../shared/series/restatement.ts'
import type { Point } from '../../../shared/series/series.ts'
import type { Variation } from '../../../shared/series/scorecard.ts'
import { capitalise } from '../../../shared/figures/capitalise.ts'
import { comparisonHead } from '../../../shared/figures/comparisonHead.ts'
import { formatChange } from '../../../shared/figures/formatChange.ts'
import { formatNumber, formatValue, type Measured } from '../../../shared/figures/formatValue.ts'
import { pointMarker, statusWords } from '../../../shared/figures/pointMarker.ts'
import { restatementSentence } from '../../../shared/figures/restatementSentence.ts'
import { unitWords } from '../../../shared/figures/unitWords.ts'
import { spannedSentence } from '../../../shared/figures/spannedSentence.ts'
import { BreakMark } from '../../parts/BreakMark.tsx'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import { SortHead, type Sorting } from '../../parts/SortHead.tsx'
import { VariationMark } from '../../parts/VariationMark.tsx'
import { CopyTable } from './CopyTable.tsx'
import { FigureFooter } from './FigureFooter.tsx'
import { figureSubtitle } from '../../../shared/figures/figureText.ts'
import { sortedPoints, type SortColumn } from './sortedPoints.ts'
import type { TabProps } from './tabProps.ts'

const shownAtFirst = 24

/** The same numbers as the chart, newest first, with intervals, limits and markers. */
export function TableTab({ page }: TabProps) {
  if (!page) return <div className="chartspace" />
  return <FigureTable page={page} />
}

function FigureTable({ page }: { page: MetricPage }) {
  const [all, setAll] = useState(false)
  const { metric, result, chart } = page
  const table = useRef<HTMLTableElement>(null)
  const [sorting, setSorting] = useState<Sorting<SortColumn>>({ by: 'period', falling: true })
  const judged = new Map(chart.points.map((point) => [point.period, point]))
  const points = sortedPoints(result.series[0]?.points ?? [], sorting, judged)
  const shown = all ? points : points.slice(0, shownAtFirst)
  const measured: Measured = { unit: metric.unit, basis: result.query.basis }
  const unit = unitWords(metric, measured.basis ?? 'count')
  const columns = {
    parts: points.some(({ denominator }) => denominator !== null),
    interval: points.some(({ lower }) => lower !== undefined),
    comparison: points.some(({ comparison }) => comparison) ? comparisonHead(page) : undefined,
    limits: chart.refused === null && chart.segments.some(({ mean }) => mean !== null),
  }
  // Newest first; of a period restated twice the newest is told.
  const spans = new Map(page.spanned.map((each) => [each.period, each.events]))
  const restated = new Map(page.restatements.toReversed().map((each) => [each.period, each]))
  return (
    <figure className="tabletab">
      <p className="sub">
        {figureSubtitle(page)}. [p] provisional, [r] revised, [c] hidden to protect people, [x] not available,
        [z] not applicable, [b] compared across a change of law or counting.
      </p>
      <ScrollBox label="Figures">
        <table className="plain sticky" ref={table}>
          <caption className="sr">{figureSubtitle(page)}</caption>
          <thead>
            <tr>
              <SortHead name="period" sorting={sorting} onSort={setSorting}>
                Period
              </SortHead>
              <SortHead name="value" className="r" sorting={sorting} onSort={setSorting}>
                {capitalise(unit === '' ? 'Per cent' : unit)}
              </SortHead>
              <th scope="col" className="pm">
                <span className="sr">Marker</span>
              </th>
              {columns.parts && (
                <th className="r" scope="col">
                  Out of
                </th>
              )}
              {columns.interval && (
                <th className="r" scope="col">
                  95% interval
                </th>
              )}
              {columns.comparison !== undefined && (
                <>
                  <SortHead name="base" className="r" sorting={sorting} onSort={setSorting}>
                    {columns.comparison}
                  </SortHead>
                  <SortHead name="change" className="r" sorting={sorting} onSort={setSorting}>
                    Change
                  </SortHead>
                </>
              )}
              {columns.limits && (
                <>
                  <SortHead name="lower" className="r" sorting={sorting} onSort={setSorting}>
                    Lower limit
                  </SortHead>
                  <SortHead name="mean" className="r" sorting={sorting} onSort={setSorting}>
                    Average
                  </SortHead>
                  <SortHead name="upper" className="r" sorting={sorting} onSort={setSorting}>
                    Upper limit
                  </SortHead>
                  <th scope="col" className="kc">
                    Kind of change
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((point) => (
              <TableRow
                key={point.period}
                point={point}
                label={periodLabel(point.period, result.query.grain)}
                measured={measured}
                columns={columns}
                judgement={judged.get(point.period)}
                restated={restated.get(point.period)}
                warning={spannedSentence(spans.get(point.period))}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <CopyTable table={table} />
      {points.length > shownAtFirst && (
        <p className="kick noprint tablemore">
          {all ? `All ${points.length} periods. ` : `Showing ${shown.length} of ${points.length} periods. `}
          <button type="button" className="link" onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : 'Show all'}
          </button>
        </p>
      )}
      <FigureFooter page={page} />
    </figure>
  )
}

interface RowProps {
  readonly point: Point
  readonly label: string
  readonly measured: Measured
  readonly columns: {
    readonly parts: boolean
    readonly interval: boolean
    readonly comparison: string | undefined
    readonly limits: boolean
  }
  readonly judgement: ControlChartView['points'][number] | undefined
  readonly restated: Restatement | undefined
  /** Said beside a comparison that spans a change of counting. */
  readonly warning: string | undefined
}

function TableRow({ point, label, measured, columns, judgement, restated, warning }: RowProps) {
  const say = (value: number | null | undefined) => (value == null ? '' : formatValue(value, measured, true))
  const marker = pointMarker(point.status, restated !== undefined)
  const change =
    restated &&
    restatementSentence(restated, (value) => (value === null ? 'none' : formatValue(value, measured)))
  const { comparison } = point
  const difference = comparison
    ? formatChange(
        { base: comparison.value, difference: comparison.change, percent: comparison.changePercent },
        measured,
      )
    : null
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="r">{point.value === null ? '' : <b>{say(point.value)}</b>}</td>
      <td className="pm" title={point.reason ?? change}>
        {marker !== null && (
          <>
            <span aria-hidden="true">{marker}</span>
            <span className="sr">
              {statusWords(point.status)}
              {change === undefined ? '' : `, revised: ${change}`}
            </span>
          </>
        )}
        {point.value === null && <span className="why"> {point.reason ?? statusWords(point.status)}</span>}
      </td>
      {columns.parts && (
        <td className="r">
          {point.numerator !== null && point.denominator !== null
            ? `${formatNumber(point.numerator)} of ${formatNumber(point.denominator)}`
            : ''}
        </td>
      )}
      {columns.interval && (
        <td className="r">
          {point.lower !== undefined && point.upper !== undefined
            ? `${say(point.lower)}–${say(point.upper)}`
            : ''}
        </td>
      )}
      {columns.comparison !== undefined && (
        <>
          <td className="r">{say(comparison?.value)}</td>
          <td className="r" title={warning}>
            {difference}
            {difference !== null && <BreakMark warning={warning} />}
          </td>
        </>
      )}
      {columns.limits && (
        <>
          <td className="r">{say(judgement?.lower)}</td>
          <td className="r">{say(judgement?.mean)}</td>
          <td className="r">{say(judgement?.upper)}</td>
          <td className="kc">
            <KindCell point={point} judgement={judgement} />
          </td>
        </>
      )}
    </tr>
  )
}

function KindCell({ point, judgement }: Pick<RowProps, 'point' | 'judgement'>) {
  if (point.status !== 'final' || judgement === undefined || point.value === null) return null
  if (judgement.type === 'common') return <span className="mut">No unusual change</span>
  const high = judgement.mean === null || point.value >= judgement.mean
  const variation: Variation = { kind: judgement.type, direction: high ? 'high' : 'low', detail: '' }
  return <VariationMark variation={variation} size={16} />
}
