import type { FigureCell, FigureColumn, FigureTable } from '../../../shared/figures/figure.ts'
import { briefTable } from '../../../shared/figures/briefTable.ts'
import { columnWidths, isProse } from '../columnWidths.ts'
import { formatCell } from '../../../shared/figures/formatCell.ts'
import { xmlText } from '../xml.ts'
import { paragraph, run } from './paragraphs.ts'

const twips = 20

/** A table whose head is repeated on every page, with the words that a screen reader gives for it. */
export function documentTable(
  table: FigureTable,
  {
    title,
    description,
    width,
  }: { readonly title: string; readonly description: string; readonly width: number },
): string {
  const { columns, rows } = briefTable(table)
  const widths = columnWidths(columns, rows, width).map((points) => Math.round(points * twips))
  const align = isProse(columns) ? 'top' : 'bottom'
  const grid = widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')
  const head = columns
    .map((column, i) => cell(column.head, column, { width: widths[i] ?? 0, head: true, align: 'bottom' }))
    .join('')
  const body = rows.map(
    (cells) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((value, i) => cell(value, columns[i], { width: widths[i] ?? 0, head: false, align })).join('')}</w:tr>`,
  )
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, each) => sum + each, 0)}" w:type="dxa"/><w:tblBorders><w:top w:val="single" w:sz="12" w:color="15181C"/><w:bottom w:val="single" w:sz="8" w:color="15181C"/><w:insideH w:val="single" w:sz="4" w:color="D9D6CE"/></w:tblBorders><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val="${xmlText(title)}"/><w:tblDescription w:val="${xmlText(description)}"/></w:tblPr>`,
    `<w:tblGrid>${grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head}</w:tr>`,
    ...body,
    '</w:tbl>',
  ].join('')
}

function cell(
  value: FigureCell,
  column: FigureColumn | undefined,
  {
    width,
    head,
    align,
  }: { readonly width: number; readonly head: boolean; readonly align: 'top' | 'bottom' },
): string {
  const format = column?.numberFormat ?? null
  const text = typeof value === 'number' ? formatCell(value, format) : value
  const content = paragraph('TableText', [run(text, { bold: head })])
  const aligned = format === null ? content : content.replace('</w:pPr>', '<w:jc w:val="right"/></w:pPr>')
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="${align}"/></w:tcPr>${aligned}</w:tc>`
}
