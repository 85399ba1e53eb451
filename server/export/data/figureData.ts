import { strToU8, zipSync } from 'fflate'
import { csvText } from '../../../shared/figures/csvCell.ts'
import type { Figure, FigureTable } from '../../../shared/figures/figure.ts'
import type { Collection } from '../collection.ts'
import { figureNotes } from '../workbook/noteRows.ts'
import { shorthand } from '../workbook/shorthand.ts'

const always = new Date(1980, 0, 1)
/** Tells spreadsheet programs that the text is UTF-8. */
const byteOrderMark = '\uFEFF'

/** Every table as CSV with one head row, and beside each its metadata by the standard for CSV on the web. */
export function figureData(collection: Collection): Uint8Array {
  const files: Record<string, Uint8Array> = {}
  collection.figures.forEach((figure, index) => {
    const add = (name: string, table: FigureTable) => {
      const heads = table.columns.map(({ head }) => head)
      files[name] = strToU8(byteOrderMark + csvText(heads, table.rows))
      files[`${name}-metadata.json`] = strToU8(
        `${JSON.stringify(metadata({ ...figure, table }, name, collection), null, 2)}\n`,
      )
    }
    add(`table-${index + 1}.csv`, figure.table)
    if (figure.forecast) add(`forecast-${index + 1}.csv`, figure.forecast)
  })
  return zipSync(files, { level: 6, mtime: always })
}

function metadata(figure: Figure, url: string, { board, made }: Collection) {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url,
    'dc:title': figure.title,
    'dc:description': figure.subtitle,
    'dc:publisher': board,
    'dc:created': made,
    'dc:source': figure.source,
    'dc:license': licence(figure),
    ...(figure.reference === null
      ? {}
      : { 'dc:identifier': figure.reference.link, 'dc:bibliographicCitation': figure.reference.line }),
    notes: [
      ...figureNotes(figure).map(([about, text]) => `${about}: ${text}`),
      `Data position: submission ${figure.position}.`,
    ],
    tableSchema: {
      columns: figure.table.columns.map(({ head, numberFormat }) => ({
        name: head
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '_')
          .replace(/^_|_$/g, ''),
        titles: head,
        datatype: numberFormat === null ? 'string' : 'number',
        ...(numberFormat === null ? {} : { null: shorthand.map(({ marker }) => marker) }),
      })),
    },
    dialect: { header: true, encoding: 'utf-8', delimiter: ',' },
  }
}

/** On what terms the figures may be used; unprotected ones may not leave those who work with them. */
function licence({ disclosure, synthetic }: Figure): string {
  if (synthetic) return 'Invented figures: for trying out only.'
  return disclosure === 'protected'
    ? 'For use by the board and its partners, with the reference stated.'
    : 'Unprotected: for analysts of the partnership only. Do not publish.'
}
