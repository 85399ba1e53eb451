import type { MetricPage } from '../../../shared/series/metricPage.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { Series, SeriesResult } from '../../../shared/series/series.ts'
import { formatNumber, formatValue, type Measured } from '../../../shared/figures/formatValue.ts'
import { areaName, figureSource, figureState } from '../../../shared/figures/figureText.ts'
import { unitWords } from '../../../shared/figures/unitWords.ts'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import { StatusMarker } from '../../parts/StatusMarker.tsx'
import { crossTable } from './crossTable.ts'
import { exploredParts } from './exploredParts.ts'

interface Props {
  readonly page: MetricPage
  readonly parts: SeriesResult
  readonly first: { readonly name: string; readonly label: string }
  readonly second: { readonly name: string; readonly label: string }
  readonly top: number | null
  readonly share: boolean
}

/** Two dimensions against each other: the newest twelve months of every pair, as counts or as shares of each column. */
export function BreakdownCross({ page, parts, first, second, top, share }: Props) {
  const additive = page.metric.unit === 'count' && page.metric.measure.kind === 'additive'
  const whole = crossTable(parts.series, first.name, second.name)
  const order = whole.rows.map(({ code }) => code)
  const columns = whole.columns.map((column) => ({
    column,
    parts: new Map(
      exploredParts(
        whole.rows.flatMap(
          (row) => whole.cell(row.code, column.code) ?? emptyCell(parts, { row, first, additive }),
        ),
        { dimension: first.name, order, top, share, additive },
      ).map((each) => [each.key[first.name] ?? '', each]),
    ),
  }))
  const rows = [...new Map(columns.flatMap(({ parts: held }) => [...held])).values()]
  const measured: Measured =
    share && additive ? { unit: 'percent' } : { unit: page.metric.unit, basis: parts.query.basis }
  const unit = unitWords(page.metric, parts.query.basis)
  const last = parts.series[0]?.points.at(-1)?.period
  const monthly = parts.query.transform === 'rolling12'
  return (
    <figure className="fig">
      <h2 className="figh">
        {first.label} by {second.label.toLowerCase()}
        {share && additive ? ', share of each column' : ''}
      </h2>
      <p className="sub">
        {page.metric.name}
        {unit === '' ? '' : `, ${unit}`}, {areaName(parts)}
        {last === undefined
          ? ''
          : monthly
            ? `, twelve months to ${periodLabel(last, 'month')}`
            : `, ${periodLabel(last, parts.query.grain)}`}
      </p>
      <ScrollBox label={`${first.label} by ${second.label}`}>
        <table className="plain sticky cross">
          <thead>
            <tr>
              <th scope="col">{first.label}</th>
              {columns.map(({ column }) => (
                <th scope="col" className="r" key={column.code}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, labels }) => (
              <tr key={key[first.name]}>
                <th scope="row">{labels[first.name]}</th>
                {columns.map(({ column, parts: held }) => {
                  const point = held.get(key[first.name] ?? '')?.points.at(-1)
                  return (
                    <td className="r" key={column.code}>
                      {point?.value == null ? (
                        <StatusMarker status={point?.status ?? 'notApplicable'} reason={point?.reason} />
                      ) : (
                        formatValue(point.value, measured)
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
            {additive && (
              <tr className="whole">
                <th scope="row">{share ? 'Out of' : 'Together'}</th>
                {columns.map(({ column }) => {
                  const total = totalOf(whole.rows.flatMap((row) => whole.cell(row.code, column.code) ?? []))
                  return (
                    <td className="r" key={column.code}>
                      {total === null ? <StatusMarker status="notAvailable" /> : formatNumber(total)}
                    </td>
                  )
                })}
              </tr>
            )}
          </tbody>
        </table>
      </ScrollBox>
      <figcaption className="src">
        <span>
          {parts.notes.join(' ')} <b>Source.</b> {figureSource(page)} {figureState(page)}
        </span>
      </figcaption>
    </figure>
  )
}

/**
 * A pair of values that no record has: 0 where counts add up, every pair is shown as it is, and the months were
 * supplied. Else nothing is said of it.
 */
function emptyCell(
  { series, disclosure }: SeriesResult,
  { row, first, additive }: { row: { code: string; name: string }; first: Props['first']; additive: boolean },
): Series[] {
  const period = series[0]?.points.at(-1)?.period
  const supplied = series.every(({ points }) => points.at(-1)?.value != null)
  if (!additive || !supplied || disclosure !== 'unprotected' || period === undefined) return []
  return [
    {
      key: { [first.name]: row.code },
      labels: { [first.name]: row.name },
      points: [{ period, value: 0, numerator: 0, denominator: null, status: 'final' }],
    },
  ]
}

function totalOf(series: readonly Series[]): number | null {
  return series.reduce<number | null>((sum, { points }) => {
    const value = points.at(-1)?.value ?? null
    return sum === null || value === null ? null : sum + value
  }, 0)
}
