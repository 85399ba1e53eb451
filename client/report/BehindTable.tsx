import { briefTable } from '../../shared/figures/briefTable.ts'
import type { Figure } from '../../shared/figures/figure.ts'
import { PlainTable } from './PlainTable.tsx'

/** The numbers of a figure, in the columns that paper has room for. */
export function BehindTable({ figure, number }: { figure: Figure; number: number }) {
  return (
    <div className="behind" id={`table-${number}`}>
      <PlainTable table={briefTable(figure.table)} caption={`Table ${number}. ${figure.subtitle}.`} />
      <p className="kick">
        [p] provisional, [r] revised, [c] hidden to protect people, [x] not available, [z] not applicable.
      </p>
      {figure.forecast && (
        <PlainTable
          table={figure.forecast}
          caption={`Table ${number}, forecast. What is expected, with intervals of 80% and 95%; nothing of it is recorded.`}
        />
      )}
    </div>
  )
}
