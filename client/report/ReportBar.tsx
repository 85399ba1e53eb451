import '../styles/report.css'
import type { ReactNode } from 'react'

interface Props {
  /** Where the reader comes from. */
  readonly from: ReactNode
  /** The files that can be taken. */
  readonly children: ReactNode
  /** What the button that prints says. */
  readonly print?: string
  /** What is to be known of the files. */
  readonly note?: ReactNode
}

/** What stands above a report: the way back, its files, and printing. */
export function ReportBar({ from, children, print = 'Print or PDF', note }: Props) {
  return (
    <div className="reportbar noprint">
      <p className="left">{from}</p>
      {children}
      <button type="button" className="btn" onClick={() => window.print()}>
        {print}
      </button>
      {note}
    </div>
  )
}
