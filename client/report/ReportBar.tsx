import '../styles/report.css'
import type { ReactNode } from 'react'

interface Props {
  /** Where the reader comes from. */
  readonly from: ReactNode
  /** The files that can be taken. */
  readonly children: ReactNode
}

/** What stands above a report: the way back, its files, and printing. */
export function ReportBar({ from, children }: Props) {
  return (
    <div className="reportbar noprint">
      <p className="left">{from}</p>
      {children}
      <button type="button" className="btn" onClick={() => window.print()}>
        Print or PDF
      </button>
    </div>
  )
}
