import type { ReportFormat } from '../../shared/report/reportFormat.ts'

/** What the files of a report are called. */
export const formatWords: Readonly<Record<ReportFormat, string>> = {
  docx: 'Word',
  pptx: 'PowerPoint',
  xlsx: 'Excel',
}
