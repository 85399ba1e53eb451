/** The files that a report can be taken as; for a PDF the page is printed. */
export const reportFormats = ['docx', 'pptx', 'xlsx'] as const

export type ReportFormat = (typeof reportFormats)[number]
