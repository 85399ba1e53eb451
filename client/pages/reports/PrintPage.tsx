import { useEffect } from 'react'
import type { Report } from '../../../shared/report/report.ts'
import { ReportView } from '../../report/ReportView.tsx'

declare global {
  interface Window {
    /** The report that whoever opened this page wants printed. */
    reportToPrint?: Report
  }
}

/** Shows a report that was handed to it by the program that prints it; by itself it knows nothing. */
export function PrintPage() {
  const report = window.reportToPrint
  useEffect(() => {
    if (report) document.title = report.title
  }, [report])
  return (
    <main id="main" className="wrap" tabIndex={-1}>
      {report ? <ReportView report={report} /> : <h1 className="h1">There is nothing to print</h1>}
    </main>
  )
}
