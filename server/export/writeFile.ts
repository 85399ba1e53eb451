import type { ExportFormat } from '../../shared/figures/figureRequest.ts'
import type { Collection } from './collection.ts'
import { figureData } from './data/figureData.ts'
import { figureJson } from './data/figureJson.ts'
import { figureDocument } from './document/figureDocument.ts'
import { figureSlides } from './slides/figureSlides.ts'
import { figureWorkbook } from './workbook/figureWorkbook.ts'

/** The file of a collection in one of the formats. */
export function writeFile(format: ExportFormat, collection: Collection): Uint8Array {
  switch (format) {
    case 'xlsx':
      return figureWorkbook(collection)
    case 'pptx':
      return figureSlides(collection)
    case 'docx':
      return figureDocument(collection)
    case 'csv':
      return figureData(collection)
    case 'json':
      return figureJson(collection)
  }
}

interface FileKind {
  readonly extension: string
  readonly type: string
}

const office = 'application/vnd.openxmlformats-officedocument'

/** What each format's file is called and declared as. Several tables of CSV, each with its metadata, come in one zip. */
export const fileKinds: Readonly<Record<ExportFormat, FileKind>> = {
  xlsx: { extension: 'xlsx', type: `${office}.spreadsheetml.sheet` },
  pptx: { extension: 'pptx', type: `${office}.presentationml.presentation` },
  docx: { extension: 'docx', type: `${office}.wordprocessingml.document` },
  csv: { extension: 'zip', type: 'application/zip' },
  json: { extension: 'json', type: 'application/json' },
}
