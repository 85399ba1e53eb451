import type { Report } from '../../shared/report/report.ts'
import type { ReportFormat } from '../../shared/report/reportFormat.ts'
import { reportDocument } from './document/reportDocument.ts'
import { reportSlides } from './slides/reportSlides.ts'
import { reportWorkbook } from './workbook/reportWorkbook.ts'

/** The file of a report in one of the formats. The same report makes the same bytes whenever it is written. */
export function writeReport(format: ReportFormat, report: Report): Uint8Array {
  switch (format) {
    case 'docx':
      return reportDocument(report)
    case 'pptx':
      return reportSlides(report)
    case 'xlsx':
      return reportWorkbook(report)
  }
}
