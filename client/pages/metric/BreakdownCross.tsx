import { additive } from '../../../shared/figures/additive.ts'
import { crossModel } from '../../../shared/figures/crossModel.ts'
import type { TwoDimensions } from '../../../shared/figures/twoDimensions.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import { formatNumber, formatValue, type Measured } from '../../../shared/figures/formatValue.ts'
import { areaName, figureSource, figureState } from '../../../shared/figures/figureText.ts'
import { unitWords } from '../../../shared/figures/unitWords.ts'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import { StatusMarker } from '../../parts/StatusMarker.tsx'

/** Two dimensions against each other: the newest twelve months of every pair, as counts or as shares of each column. */
export function BreakdownCross({ page, parts, first, second, top, share }: TwoDimensions) {
  const adds = additive(page.metric)
  const { columns, rows, totals } = crossModel(parts, {
    first: first.name,
    second: second.name,
    top,
    share,
    additive: adds,
  })
  const measured: Measured =
    share && adds ? { unit: 'percent' } : { unit: page.metric.unit, basis: parts.query.basis }
  const unit = unitWords(page.metric, parts.query.basis)
  const last = parts.series[0]?.points.at(-1)?.period
  const monthly = parts.query.transform === 'rolling12'
  return (
    <figure className="fig">
      <h2 className="figh">
        {first.label} by {second.label.toLowerCase()}
        {share && adds ? ', share of each column' : ''}
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
              {columns.map((column) => (
                <th scope="col" className="r" key={column.code}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, name, points }) => (
              <tr key={code}>
                <th scope="row">{name}</th>
                {columns.map((column, i) => {
                  const point = points[i]
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
            {adds && (
              <tr className="whole">
                <th scope="row">{share ? 'Out of' : 'Together'}</th>
                {columns.map((column, i) => {
                  const total = totals[i] ?? null
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
