import type { FigureCell, FigureColumn, FigureTable } from '../../../shared/figures/figure.ts'
import { briefTable } from '../../../shared/figures/briefTable.ts'
import { columnWidths, isProse } from '../columnWidths.ts'
import { formatCell } from '../../../shared/figures/formatCell.ts'
import { xmlText } from '../xml.ts'
import { emu, placeXml, places } from './slideSpaces.ts'

const linesOnSlide = 15
const rowHeight = 19.5
const letterWidth = 5.9

/** A table in slides of a readable number of rows, with the head on each; already XML. */
export function tableFrames(table: FigureTable, description: string): string[] {
  const brief = briefTable(table)
  const widths = columnWidths(brief.columns, brief.rows, places.body[2])
  const lines = (cells: readonly FigureCell[]) =>
    Math.max(
      1,
      ...cells.map((cell, i) =>
        typeof cell === 'number' ? 1 : Math.ceil((cell.length * letterWidth) / (widths[i] ?? 1)),
      ),
    )
  const groups: FigureTable['rows'][number][][] = [[]]
  let used = 0
  for (const row of brief.rows) {
    if (used > 0 && used + lines(row) > linesOnSlide) {
      groups.push([])
      used = 0
    }
    groups.at(-1)?.push(row)
    used += lines(row)
  }
  return groups.map((rows) => frame({ ...brief, rows }, { description, widths }))
}

function frame(
  { columns, rows }: FigureTable,
  { description, widths }: { readonly description: string; readonly widths: readonly number[] },
): string {
  const [x, y] = places.body
  const grid = widths.map((each) => `<a:gridCol w="${emu(each)}"/>`).join('')
  const head = row(columns.map(({ head: words }, i) => cell(words, columns[i], 'head')))
  const anchor = isProse(columns) ? 't' : 'b'
  const body = rows.map((cells) => row(cells.map((value, i) => cell(value, columns[i], anchor)))).join('')
  const whole = widths.reduce((sum, each) => sum + each, 0)
  const place = placeXml([x, y, whole, rowHeight * (rows.length + 1)], 'p:xfrm')
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="Table" descr="${xmlText(description)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${place}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${head}${body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
}

function row(cells: readonly string[]): string {
  return `<a:tr h="${emu(rowHeight)}">${cells.join('')}</a:tr>`
}

function cell(value: FigureCell, column: FigureColumn | undefined, where: 'head' | 't' | 'b'): string {
  const head = where === 'head'
  const anchor = head ? 'b' : where
  const format = column?.numberFormat ?? null
  const text = typeof value === 'number' ? formatCell(value, format) : value
  const rule = `<a:lnB w="${head ? 12_700 : 6_350}"><a:solidFill><a:srgbClr val="${head ? '15181C' : 'D9D6CE'}"/></a:solidFill></a:lnB>`
  const none = ['L', 'R', 'T'].map((side) => `<a:ln${side} w="0"><a:noFill/></a:ln${side}>`).join('')
  return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="${format === null ? 'l' : 'r'}"/><a:r><a:rPr lang="en-GB" sz="1150" b="${head ? 1 : 0}" dirty="0"><a:solidFill><a:srgbClr val="15181C"/></a:solidFill></a:rPr><a:t>${xmlText(text)}</a:t></a:r></a:p></a:txBody><a:tcPr marL="45720" marR="91440" marT="22860" marB="22860" anchor="${anchor}">${none}${rule}<a:noFill/></a:tcPr></a:tc>`
}
