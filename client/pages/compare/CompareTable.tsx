import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import { formatValue } from '../../../shared/figures/formatValue.ts'
import { pointMarker, statusWords } from '../../../shared/figures/pointMarker.ts'
import { StatusMarker } from '../../parts/StatusMarker.tsx'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import type { Compared } from './compared.ts'
import type { EventRow } from './useTraining.ts'

interface Props {
  readonly whole: Compared
  readonly training: readonly EventRow[]
}

/** The same figures, a column for each line, newest period first. */
export function CompareTable({ whole, training }: Props) {
  const { lines, periods, grain } = whole
  const points = lines.map(
    ({ page }) => new Map(page.result.series[0]?.points.map((point) => [point.period, point])),
  )
  return (
    <ScrollBox label="Figures of every line">
      <table className="plain sticky firstfixed">
        <thead>
          <tr>
            <th scope="col">Period</th>
            {lines.map(({ name, unitOf }) => (
              <th scope="col" className="r" key={name}>
                {name}
                {unitOf(2) !== '' && <small className="mut">, {unitOf(2)}</small>}
              </th>
            ))}
            {training.map(({ name }) => (
              <th scope="col" className="r" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.toReversed().map((period) => (
            <tr key={period}>
              <th scope="row" className="nb">
                {periodLabel(period, grain)}
              </th>
              {lines.map(({ name, measured }, index) => {
                const point = points[index]?.get(period)
                const status = point?.status ?? 'missing'
                const marker = pointMarker(status)
                return (
                  <td className="r" key={name} title={point?.reason}>
                    {point?.value == null ? '' : formatValue(point.value, measured)}
                    {marker !== null && (
                      <span className="mk">
                        {' '}
                        <span aria-hidden="true">{marker}</span>
                        <span className="sr">{statusWords(status)}</span>
                      </span>
                    )}
                  </td>
                )
              })}
              {training.map(({ name, values, provisional }) => {
                const at = periods.indexOf(period)
                return (
                  <td className="r" key={name}>
                    {values[at] ?? <StatusMarker status="notAvailable" />}
                    {provisional[at] === true && <span className="mk"> [p]</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
