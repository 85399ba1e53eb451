import { formatDate } from '../../../shared/figures/formatDate.ts'
import { chartsOf } from '../../../shared/figures/chartsOf.ts'
import type { Report, ReportBlock } from '../../../shared/report/report.ts'
import { documentFigure } from './documentFigure.ts'
import { documentFile, room, type DocumentParts } from './documentFile.ts'
import { documentTable } from './documentTable.ts'
import { bookmark, contentsEntry, paragraph, run } from './paragraphs.ts'
import { richParagraphs } from './richParagraphs.ts'

const tablesTitle = 'Numbers behind the figures'

/**
 * A report as a document: cover, contents, then its parts in order, each figure with a chart that can be edited. The
 * numbers of every chart stand as tables at the end, so that the argument can be read without turning over pages of them.
 */
export function reportDocument(report: Report): Uint8Array {
  const { title, subtitle, board, state, made, blocks } = report
  const behind = blocks.some(isDrawn)
  const headings = [
    ...blocks.flatMap((block) => (block.kind === 'heading' ? [block] : [])),
    ...(behind ? [{ kind: 'heading', level: 1, text: tablesTitle } as const] : []),
  ]
  return documentFile({ title, board, made, footer: `${title}. ${state}` }, (document) => {
    const [text, tables] = bodyOf(blocks, document)
    return [
      paragraph('CoverBoard', [run(board)]),
      paragraph('Title', [run(title)]),
      paragraph('Subtitle', [run(subtitle)]),
      paragraph('Subtitle', [run(state, { bold: true })]),
      paragraph('Subtitle', [run(`Made on ${formatDate(made)}.`)]),
      paragraph('ContentsTitle', [run('Contents')]),
      ...headings.map(({ level, text: words }, i) =>
        paragraph(`Contents${level}`, [contentsEntry(words, place(i))]),
      ),
      text,
      ...(behind
        ? [heading(tablesTitle, { level: 1, index: headings.length - 1, newPage: true }), tables]
        : []),
    ].join('')
  })
}

function bodyOf(blocks: readonly ReportBlock[], document: DocumentParts): [text: string, tables: string] {
  let [headings, figures, lists] = [0, 0, 0]
  const tables: string[] = []
  const text = blocks.map((block, i) => {
    switch (block.kind) {
      case 'heading': {
        const index = headings++
        return heading(block.text, {
          level: block.level,
          index,
          newPage: index === 0 || beginsPage(blocks, i),
        })
      }
      case 'text':
        return richParagraphs(block.text, document)
      case 'figure': {
        const { figure, shows } = block
        const number = ++figures
        const { chart, words, table } = documentFigure(document, { figure, number, shows })
        const measure = paragraph('Measure', [run(figure.subtitle)])
        if (!isDrawn(block)) return measure + table + words
        tables.push(table)
        return measure + chart + words
      }
      case 'table': {
        const note = block.note === null ? '' : paragraph('Source', [run(block.note)])
        if (block.table.rows.length === 0) return note
        const description = block.note ?? block.title
        return (
          paragraph('Caption', [run(`List ${++lists}. ${block.title}.`)]) +
          documentTable(block.table, { title: block.title, description, width: room.width }) +
          note
        )
      }
    }
  })
  return [text.join(''), tables.join('')]
}

function isDrawn(block: ReportBlock): boolean {
  return block.kind === 'figure' && block.shows === 'chart' && chartsOf(block.figure).length > 0
}

/** A finding has a page of its own, with the title of its part above the first; so has what follows the last. */
function beginsPage(blocks: readonly ReportBlock[], at: number): boolean {
  const [before, block, after] = [blocks[at - 1], blocks[at], blocks[at + 1]]
  if (block?.kind !== 'heading') return false
  if (block.level === 2) return before?.kind !== 'heading'
  return before?.kind === 'figure' || (after?.kind === 'heading' && after.level === 2)
}

interface HeadingPlace {
  readonly level: 1 | 2
  readonly index: number
  readonly newPage: boolean
}

function heading(text: string, { level, index, newPage }: HeadingPlace): string {
  const content = paragraph(level === 1 ? 'Part' : 'Heading2', bookmark(index + 1, place(index), [run(text)]))
  return newPage ? content.replace('</w:pPr>', '<w:pageBreakBefore/></w:pPr>') : content
}

function place(index: number): string {
  return `_Toc${1000 + index}`
}
