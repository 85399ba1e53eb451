import { columnLetters } from '../chart/cellAddress.ts'
import { xmlText } from '../xml.ts'
import type { CellStyles } from './cellStyles.ts'
import type { Sheet, SheetCell } from './sheet.ts'

const spaces =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** Text that a spreadsheet would take for a formula if somebody typed it. */
const likeFormula = /^[=+\-@\t\r]/

/** Relationship ids of what belongs to a sheet; null where it has none. */
interface Parts {
  readonly drawing: string | null
  readonly table: string | null
  /** By outside address. */
  readonly links: ReadonlyMap<string, string>
}

/** A sheet of a workbook. Every text is stored as text: nothing in it is ever worked out. */
export function sheetXml(sheet: Sheet, styles: CellStyles, { drawing, table, links }: Parts): string {
  const rows = sheet.rows.map((cells, i) =>
    rowXml(cells, { row: i + 1, styles, height: rowHeight(cells, sheet.widths) }),
  )
  const widths = sheet.widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  const lastColumn = columnLetters(Math.max(0, ...sheet.rows.map((cells) => cells.length - 1)))
  return [
    `<worksheet ${spaces}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${lastColumn}${Math.max(1, sheet.rows.length)}"/>`,
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>`,
    `<cols>${widths.join('')}</cols><sheetData>${rows.join('')}</sheetData>${hyperlinks(sheet, links)}`,
    `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>`,
    `<pageSetup paperSize="9" orientation="${sheet.landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    drawing === null ? '' : `<drawing r:id="${drawing}"/>`,
    table === null ? '' : `<tableParts count="1"><tablePart r:id="${table}"/></tableParts>`,
    '</worksheet>',
  ].join('')
}

interface RowPlace {
  readonly row: number
  readonly styles: CellStyles
  readonly height: number
}

/** Points that the longest of the cells needs, since not every program works it out when it opens the file. */
function rowHeight(cells: readonly SheetCell[], widths: readonly number[]): number {
  const heights = cells.map(({ value, look = {} }, i) => {
    const line = look.font === 'title' ? 25 : look.font === 'heading' ? 21 : 15
    if (look.wrap !== true || typeof value !== 'string') return line
    const letters = (widths[i] ?? 10) / (look.font === 'title' ? 1.8 : look.font === 'bold' ? 1.05 : 0.95)
    return line * Math.max(1, Math.ceil(value.length / letters))
  })
  return Math.max(15, ...heights)
}

function rowXml(cells: readonly SheetCell[], { row, styles, height }: RowPlace): string {
  const each = cells.map(({ value, look = {} }, column) => {
    const at = `r="${columnLetters(column)}${row}"`
    if (value === null) return ''
    if (typeof value === 'number') return `<c ${at} s="${styles.number(look)}"><v>${value}</v></c>`
    const style = styles.number(likeFormula.test(value) ? { ...look, quoted: true } : look)
    return `<c ${at} s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
  })
  return `<row r="${row}" ht="${height}" customHeight="1">${each.join('')}</row>`
}

function hyperlinks(sheet: Sheet, links: Parts['links']): string {
  const each = sheet.rows.flatMap((cells, row) =>
    cells.flatMap(({ link }, column) => {
      if (!link) return []
      const at = `ref="${columnLetters(column)}${row + 1}"`
      return 'sheet' in link
        ? [`<hyperlink ${at} location="${xmlText(`'${link.sheet.replaceAll("'", "''")}'!A1`)}"/>`]
        : [`<hyperlink ${at} r:id="${links.get(link.address) ?? ''}"/>`]
    }),
  )
  return each.length === 0 ? '' : `<hyperlinks>${each.join('')}</hyperlinks>`
}
