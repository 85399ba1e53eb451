import type { Figure } from '../../../shared/figures/figure.ts'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import type { Report, ReportBlock } from '../../../shared/report/report.ts'
import type { RichParagraph } from '../../../shared/report/richText.ts'
import { chartSheets } from './chartSheet.ts'
import { notesSheet } from './notesSheet.ts'
import type { Sheet, SheetCell } from './sheet.ts'
import { line, wrapped } from './sheetLine.ts'
import { listSheet } from './listSheet.ts'
import { tableSheets } from './tableSheet.ts'
import { workbookFile } from './workbookFile.ts'

interface Listed {
  readonly sheet: Sheet
  /** What the contents say of it. */
  readonly about: string
}

/**
 * A report as a workbook laid out as the government's guidance on accessible spreadsheets asks: cover, contents, notes, what
 * is written as one table, and each figure and list as one table a sheet, with a native chart.
 */
export function reportWorkbook(report: Report): Uint8Array {
  const { title, subtitle, board, made, blocks } = report
  const figures = blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []))
  const listed = sheetsOf(blocks)
  const text = textSheet(blocks)
  const all: Listed[] = [
    { sheet: notesSheet(figures), about: 'What the markers mean, and what must be known of each figure' },
    ...(text === null ? [] : [{ sheet: text, about: 'What is written in the report' }]),
    ...listed,
  ]
  return workbookFile([cover(report, figures), contents(all), ...all.map(({ sheet }) => sheet)], {
    title,
    subject: subtitle,
    creator: board,
    created: made,
  })
}

function sheetsOf(blocks: readonly ReportBlock[]): Listed[] {
  let [figures, lists] = [0, 0]
  return blocks.flatMap((block): Listed[] => {
    if (block.kind === 'figure') {
      const { figure, shows } = block
      const number = ++figures
      const charts = shows === 'table' ? [] : chartSheets(figure, number)
      return [...tableSheets(figure, number), ...charts].map((sheet) => ({ sheet, about: figure.title }))
    }
    if (block.kind === 'table' && block.table.rows.length > 0)
      return [{ sheet: listSheet(block, ++lists), about: block.title }]
    return []
  })
}

function cover({ title, subtitle, board, state, made }: Report, figures: readonly Figure[]): Sheet {
  const protectedOnly = figures.every(({ disclosure }) => disclosure === 'protected')
  return {
    name: 'Cover',
    widths: [100],
    rows: [
      line(title, { font: 'title', wrap: true }),
      line(subtitle),
      line(`${board}, partnership performance dashboard`),
      line(state, { font: 'bold', wrap: true }),
      line('About this workbook', { font: 'heading' }),
      line(
        `It holds ${figures.length === 1 ? 'one figure' : `${figures.length} figures`} and was made on ${formatDate(made)}. Figures include submissions up to number ${Math.max(0, ...figures.map(({ position }) => position))}.`,
      ),
      line(
        protectedOnly
          ? 'Small counts are protected: a marker stands where a number is hidden, and nothing in this file holds it.'
          : 'Unprotected figures for analysts: small counts are shown. Do not publish them.',
      ),
      line(
        'Each table starts in column A of a sheet of its own. Markers such as [c] and [x] stand in place of numbers; the sheet Notes explains them. The sheet Contents links to every sheet.',
      ),
    ],
  }
}

function contents(all: readonly Listed[]): Sheet {
  const rows = all.map(({ sheet, about }): SheetCell[] => [
    { value: sheet.name, look: { font: 'link' }, link: { sheet: sheet.name } },
    { value: about, look: wrapped },
  ])
  return {
    name: 'Contents',
    widths: [14, 110],
    rows: [
      line('Contents', { font: 'title' }),
      line('This sheet holds one table. Its first column links to each sheet.', {}),
      ['Sheet', 'What it holds'].map((value) => ({ value, look: { font: 'bold' } as const })),
      ...rows,
    ],
    table: { name: 'Contents', headRow: 3, lastRow: 3 + rows.length },
    landscape: true,
  }
}

/** Everything written, with the heading that it stands below; null where nothing is. */
function textSheet(blocks: readonly ReportBlock[]): Sheet | null {
  let head = ''
  const rows: SheetCell[][] = []
  for (const block of blocks) {
    if (block.kind === 'heading') head = block.text
    if (block.kind !== 'text') continue
    for (const paragraph of block.text)
      rows.push([head, wordsOf(paragraph)].map((value) => ({ value, look: wrapped })))
  }
  if (rows.length === 0) return null
  return {
    name: 'Text',
    widths: [40, 110],
    rows: [
      line('Text', { font: 'title' }),
      line('This sheet holds one table: what is written in the report, paragraph by paragraph.', {}),
      ['Heading', 'Text'].map((value) => ({ value, look: { font: 'bold' } as const })),
      ...rows,
    ],
    table: { name: 'Text', headRow: 3, lastRow: 3 + rows.length },
    landscape: true,
  }
}

/** A paragraph without emphasis; the address of a link follows its words. */
function wordsOf({ kind, runs }: RichParagraph): string {
  const words = runs.map(({ text, link }) => (link === null ? text : `${text} (${link})`)).join('')
  return kind === 'paragraph' ? words : `• ${words}`
}
