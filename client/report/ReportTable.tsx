import type { ReportBlock } from '../../shared/report/report.ts'
import { PlainTable } from './PlainTable.tsx'

interface Props {
  readonly block: Extract<ReportBlock, { kind: 'table' }>
  readonly number: number
}

/** A list of facts that are no figure. */
export function ReportTable({ block: { title, table, note }, number }: Props) {
  return (
    <div className="listed">
      {table.rows.length > 0 && <PlainTable table={table} caption={`List ${number}. ${title}.`} />}
      {note !== null && <p className="kick">{note}</p>}
    </div>
  )
}
