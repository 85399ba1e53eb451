import { columnLetters } from '../chart/cellAddress.ts'
import { chartPart, chartType } from '../chart/chartPart.ts'
import { addCoreProperties, type FileProperties } from '../coreProperties.ts'
import { officePackage, type OfficePackage } from '../officePackage.ts'
import { xmlText } from '../xml.ts'
import { cellStyles } from './cellStyles.ts'
import type { Sheet, SheetChart } from './sheet.ts'
import { sheetXml } from './sheetXml.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const emuPerPoint = 12_700

/** An Excel workbook of these sheets, in this order. */
export function workbookFile(sheets: readonly Sheet[], properties: FileProperties | null): Uint8Array {
  const parts = officePackage()
  const styles = cellStyles()
  const listed = sheets.map((sheet, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`
    const drawing = sheet.chart ? addDrawing(parts, sheet.chart, index + 1) : null
    const xml = sheetXml(sheet, styles, {
      drawing: drawing === null ? null : parts.relate(path, 'drawing', `../drawings/drawing${index + 1}.xml`),
      table: addTable(parts, sheet, { path, number: index + 1 }),
      links: outsideLinks(parts, sheet, path),
    })
    parts.add(path, xml, `${spreadsheet}.worksheet+xml`)
    const id = parts.relate('xl/workbook.xml', 'worksheet', `worksheets/sheet${index + 1}.xml`)
    return `<sheet name="${xmlText(sheet.name)}" sheetId="${index + 1}" r:id="${id}"/>`
  })
  parts.relate('xl/workbook.xml', 'styles', 'styles.xml')
  parts.add('xl/styles.xml', styles.xml(), `${spreadsheet}.styles+xml`)
  parts.add(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${listed.join('')}</sheets></workbook>`,
    `${spreadsheet}.sheet.main+xml`,
  )
  parts.relate('', 'officeDocument', 'xl/workbook.xml')
  if (properties !== null) addCoreProperties(parts, properties)
  return parts.finish()
}

function outsideLinks(parts: OfficePackage, { rows }: Sheet, path: string): Map<string, string> {
  const links = new Map<string, string>()
  for (const { link } of rows.flat())
    if (link && 'address' in link && !links.has(link.address))
      links.set(link.address, parts.relate(path, 'hyperlink', link.address, true))
  return links
}

/** Marks the table as one, so that its head is announced with every cell. */
function addTable(
  parts: OfficePackage,
  { table, rows }: Sheet,
  { path, number }: { readonly path: string; readonly number: number },
): string | null {
  if (!table) return null
  const heads = rows[table.headRow - 1] ?? []
  const range = `A${table.headRow}:${columnLetters(heads.length - 1)}${table.lastRow}`
  const columns = heads.map(
    ({ value }, i) => `<tableColumn id="${i + 1}" name="${xmlText(String(value ?? ''))}"/>`,
  )
  parts.add(
    `xl/tables/table${number}.xml`,
    `<table xmlns="${main}" id="${number}" name="${xmlText(table.name)}" displayName="${xmlText(table.name)}" ref="${range}" totalsRowShown="0"><tableColumns count="${heads.length}">${columns.join('')}</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`,
    `${spreadsheet}.table+xml`,
  )
  return parts.relate(path, 'table', `../tables/table${number}.xml`)
}

function addDrawing(parts: OfficePackage, chart: SheetChart, number: number): string {
  const path = `xl/drawings/drawing${number}.xml`
  const { from, size, setting, altText, name } = chart
  parts.add(`xl/charts/chart${number}.xml`, chartPart({ ...setting, size, embedded: null }), chartType)
  const id = parts.relate(path, 'chart', `../charts/chart${number}.xml`)
  const [width, height] = size.map((points) => Math.round(points * emuPerPoint))
  parts.add(
    path,
    `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:oneCellAnchor><xdr:from><xdr:col>${from[0]}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${from[1]}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="${width}" cy="${height}"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${xmlText(name)}" descr="${xmlText(altText)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`,
    'application/vnd.openxmlformats-officedocument.drawing+xml',
  )
  return id
}
