import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { MetricPage } from '../../../shared/series/metricPage.ts'
import type { SeriesResult } from '../../../shared/series/series.ts'
import { ChangeDots } from '../../charts/changeDots/ChangeDots.tsx'
import { formatChange, leastBaseForPercent } from '../../../shared/figures/formatChange.ts'
import {
  formatNumber,
  formatSigned,
  formatValue,
  type Measured,
} from '../../../shared/figures/formatValue.ts'
import { pointMarker, statusWords } from '../../../shared/figures/pointMarker.ts'
import { unitWords } from '../../../shared/figures/unitWords.ts'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import {
  breakdownHeadline,
  breakdownRow,
  breakdownRows,
  type BreakdownRow,
} from '../../../shared/figures/breakdownRows.ts'
import { areaName, figureSource, figureState } from '../../../shared/figures/figureText.ts'

interface Props {
  readonly page: MetricPage
  readonly parts: SeriesResult
  readonly whole: SeriesResult
  readonly dimension: string
  readonly label: string
}

const mostDrawn = 14

/** Each part now and a year before, as dots and as a table; the parts add up to the whole or the notes say why not. */
export function BreakdownChange({ page, parts, whole, dimension, label }: Props) {
  const measured: Measured = { unit: page.metric.unit, basis: parts.query.basis }
  const rows = breakdownRows(parts, dimension)
  const [series] = whole.series
  if (!series || rows.length === 0) return <p className="sub">No part has a figure in these months.</p>
  const all = breakdownRow(series, dimension)
  const additive = page.metric.unit === 'count' && page.metric.measure.kind === 'additive'
  const last = series.points.at(-1)?.period
  const grain = parts.query.grain
  const span = !last
    ? ''
    : parts.query.transform === 'rolling12'
      ? `twelve months to ${periodLabel(last, grain)}`
      : periodLabel(last, grain)
  const unit = unitWords(page.metric, parts.query.basis)
  const share = (row: BreakdownRow) =>
    !additive || row.now === null || all.now === null || all.now < leastBaseForPercent
      ? ''
      : row.now > 0 && row.now / all.now < 0.005
        ? 'under 1%'
        : `${formatNumber((row.now / all.now) * 100)}%`
  return (
    <div className="two first">
      <figure className="fig">
        <h2 className="figh">{breakdownHeadline(rows, all, { noun: page.metric.noun.many, additive })}</h2>
        <p className="sub">
          {page.metric.name} by {label.toLowerCase()}
          {unit === '' ? '' : `, ${unit}`}, {areaName(parts)}, {span} (filled) and the same months a year
          before (hollow)
        </p>
        <ChangeDots
          rows={rows.slice(0, mostDrawn).map((row) => ({
            name: row.name,
            before: row.before,
            now: row.now,
            change: row.change === null ? '' : formatSigned(row.change, measured),
            marker: pointMarker(row.status),
          }))}
          format={(value) => formatValue(value, measured)}
          label={`${page.metric.name} by ${label.toLowerCase()}, ${span} and a year before`}
        />
        {rows.length > mostDrawn && (
          <p className="kick">
            The {mostDrawn} largest of {rows.length}; the table has all.
          </p>
        )}
        <figcaption className="src">
          <span>
            {parts.notes.join(' ')} <b>Source.</b> {figureSource(page)} {figureState(page)}
          </span>
        </figcaption>
      </figure>
      <div className="fig">
        <h2 className="figh">Figures by {label.toLowerCase()}</h2>
        <p className="sub">{span.charAt(0).toUpperCase() + span.slice(1)}</p>
        <ScrollBox label="Figures by part">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{label}</th>
                <th className="r" scope="col">
                  A year before
                </th>
                <th className="r" scope="col">
                  Now
                </th>
                <th className="r" scope="col">
                  Change
                </th>
                {additive && (
                  <th className="r" scope="col">
                    Share now
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {[...rows, all].map((row) => (
                <tr key={row === all ? 'all' : row.code} className={row === all ? 'whole' : undefined}>
                  <th scope="row">{row === all ? 'All' : row.name}</th>
                  <td className="r">{row.before === null ? '' : formatValue(row.before, measured)}</td>
                  <td className="r">
                    {row.now === null ? (
                      <span className="mk">
                        {pointMarker(row.status)}
                        <span className="sr"> {statusWords(row.status)}</span>
                      </span>
                    ) : (
                      <b>{formatValue(row.now, measured)}</b>
                    )}
                  </td>
                  <td className="r">
                    {formatChange({ base: row.before, difference: row.change, percent: null }, measured) ??
                      ''}
                  </td>
                  {additive && <td className="r">{row === all ? '100%' : share(row)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </div>
    </div>
  )
}
