import '../../styles/figure.css'
import { useState } from 'react'
import { spanLabel } from '../../../shared/periods/spanLabel.ts'
import { formatNumber, formatSigned } from '../../../shared/figures/formatValue.ts'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import { useSession } from '../../parts/useSession.ts'
import type { Receipt } from './intakeClient.ts'
import { placeName } from './placeName.ts'

const shown = 20

interface Props {
  readonly receipt: Receipt
  /** Whether it is still to come. */
  readonly would?: boolean
}

/** Which months come, change and go, and which figures change from what to what. */
export function Changes({ receipt, would = false }: Props) {
  const { monthsNew, monthsRestated, monthsWithdrawn } = receipt
  const months = [
    ...monthsNew.map(({ month, count }) => ({ month, from: null, to: count, words: 'new' })),
    ...monthsRestated.map(({ month, from, to }) => ({ month, from, to, words: 'restated' })),
    ...monthsWithdrawn.map(({ month, from }) => ({ month, from, to: null, words: 'withdrawn' })),
  ].toSorted((a, b) => (a.month < b.month ? -1 : 1))
  return (
    <div className="two changes">
      <section className="block" aria-label="Months that change">
        <h3 className="h3">
          {months.length === 0
            ? would
              ? 'No month changes'
              : 'No month changed'
            : `${formatNumber(months.length)} ${months.length === 1 ? 'month' : 'months'}${would ? ' would change' : ' changed'}`}
        </h3>
        {months.length > 0 && <MonthTable months={months} />}
      </section>
      <RestatedFigures receipt={receipt} would={would} />
    </div>
  )
}

interface MonthRow {
  readonly month: Receipt['monthsNew'][number]['month']
  readonly from: number | null
  readonly to: number | null
  readonly words: string
}

function MonthTable({ months }: { readonly months: readonly MonthRow[] }) {
  const [all, setAll] = useState(false)
  return (
    <>
      <ScrollBox label="Months">
        <table className="plain">
          <caption className="sr">Records by month, before and after</caption>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col" className="r">
                Held
              </th>
              <th scope="col" className="r">
                After
              </th>
              <th scope="col">What happens</th>
            </tr>
          </thead>
          <tbody>
            {(all ? months : months.slice(0, shown)).map(({ month, from, to, words }) => (
              <tr key={month}>
                <th scope="row" className="nb">
                  {spanLabel(month, false)}
                </th>
                <td className="r">{from === null ? '–' : formatNumber(from)}</td>
                <td className="r">
                  <b>{to === null ? 'none' : formatNumber(to)}</b>
                </td>
                <td>{words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {months.length > shown && (
        <button type="button" className="link" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${formatNumber(months.length)}`}
        </button>
      )}
    </>
  )
}

function RestatedFigures({ receipt: { restatedCells, moreRestatedCells }, would }: Props) {
  const session = useSession()
  const [all, setAll] = useState(false)
  if (restatedCells.length === 0) return null
  const total = restatedCells.length + moreRestatedCells
  return (
    <section className="block" aria-label="Figures that change">
      <h3 className="h3">
        {formatNumber(total)} {total === 1 ? 'figure' : 'figures'} {would ? 'would be' : 'now'} restated
      </h3>
      <ScrollBox label="Restated figures">
        <table className="plain">
          <caption className="sr">Figures restated, by area and category</caption>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Area</th>
              <th scope="col">Category</th>
              <th scope="col" className="r">
                From
              </th>
              <th scope="col" className="r">
                To
              </th>
              <th scope="col" className="r">
                Change
              </th>
            </tr>
          </thead>
          <tbody>
            {(all ? restatedCells : restatedCells.slice(0, shown)).map((cell) => (
              <tr key={`${cell.month} ${cell.quarter} ${cell.area} ${cell.category}`}>
                <td className="nb">{spanLabel(cell.month, cell.quarter)}</td>
                <td>{placeName(cell.area, session)}</td>
                <td>{cell.category}</td>
                <td className="r">{formatNumber(cell.from)}</td>
                <td className="r">
                  <b>{formatNumber(cell.to)}</b>
                </td>
                <td className="r">{formatSigned(cell.to - cell.from, { unit: 'count' })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {restatedCells.length > shown && (
        <button type="button" className="link" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show ${formatNumber(restatedCells.length)}`}
        </button>
      )}
      {moreRestatedCells > 0 && (
        <p className="kick">{formatNumber(moreRestatedCells)} more are not listed.</p>
      )}
    </section>
  )
}
