import { formatNumber } from '../../../shared/figures/formatValue.ts'
import type { Receipt } from './intakeClient.ts'

/** The counts of a receipt at a glance. */
export function Sums({ receipt }: { readonly receipt: Receipt }) {
  const { rowsRead, accepted, rejected, monthsNew, monthsUnchanged, monthsRestated, monthsWithdrawn } =
    receipt
  const sums: readonly (readonly [string, number])[] = [
    ['Rows read', rowsRead],
    ['Accepted', accepted],
    ['Rejected', rejected],
    ['Months new', monthsNew.length],
    ['Unchanged', monthsUnchanged],
    ['Restated', monthsRestated.length],
    ['Withdrawn', monthsWithdrawn.length],
  ]
  return (
    <dl className="sums">
      {sums.map(([words, value]) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd>{formatNumber(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
