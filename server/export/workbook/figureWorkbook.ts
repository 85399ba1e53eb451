import type { Figure } from '../../../shared/figures/figure.ts'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import type { Collection } from '../collection.ts'
import { chartSheets } from './chartSheet.ts'
import { notesSheet } from './notesSheet.ts'
import { line, wrapped } from './sheetLine.ts'
import type { Sheet, SheetCell } from './sheet.ts'
import { tableSheets } from './tableSheet.ts'
import { workbookFile } from './workbookFile.ts'

/**
 * The figures as a workbook laid out as the government's guidance on accessible spreadsheets asks: cover, contents,
 * notes, one marked table a sheet from column A, no merged cells, no blank rows; and a native chart for each.
 */
export function figureWorkbook(collection: Collection): Uint8Array {
  const { figures, title, board, made, shows } = collection
  const sheets = figures.flatMap((figure, index) => {
    const number = index + 1
    const tables = tableSheets(figure, number)
    return shows === 'table' ? tables : [...tables, ...chartSheets(figure, number)]
  })
  return workbookFile(
    [cover(collection, sheets), contents(figures, sheets), notesSheet(figures), ...sheets],
    {
      title,
      subject: figures.map((figure) => figure.subtitle).join('; '),
      creator: board,
      created: made,
    },
  )
}

function cover({ title, board, made, figures }: Collection, sheets: readonly Sheet[]): Sheet {
  const states = [...new Set(figures.map(({ state }) => state))]
  const protectedOnly = figures.every(({ disclosure }) => disclosure === 'protected')
  return {
    name: 'Cover',
    widths: [100],
    rows: [
      line(title, { font: 'title', wrap: true }),
      line(`${board}, partnership performance dashboard`),
      ...states.map((state) => line(state, { font: 'bold', wrap: true })),
      line('About this workbook', { font: 'heading' }),
      line(
        `It holds ${figures.length === 1 ? 'one figure' : `${figures.length} figures`} taken from the dashboard on ${formatDate(made)}. Figures include submissions up to number ${Math.max(0, ...figures.map(({ position }) => position))}.`,
      ),
      line(
        protectedOnly
          ? 'Small counts are protected: a marker stands where a number is hidden, and nothing in this file holds it.'
          : 'Unprotected figures for analysts: small counts are shown. Do not publish them.',
      ),
      line(
        'Each table starts in column A of a sheet of its own. Markers such as [c] and [x] stand in place of numbers; the sheet Notes explains them.',
      ),
      line('Sheets', { font: 'heading' }),
      ...['Contents', 'Notes', ...sheets.map(({ name }) => name)].map((name): SheetCell[] => [
        { value: name, look: { font: 'link' }, link: { sheet: name } },
      ]),
    ],
  }
}

function contents(figures: readonly Figure[], sheets: readonly Sheet[]): Sheet {
  const head = { font: 'bold', wrap: true } as const
  const rows = sheets.map(({ name }): SheetCell[] => {
    const figure = figures[Math.floor(Number(name.split(' ')[1])) - 1]
    return [
      { value: name, look: { font: 'link' }, link: { sheet: name } },
      { value: figure?.title ?? '', look: wrapped },
      { value: figure?.subtitle ?? '', look: wrapped },
    ]
  })
  return {
    name: 'Contents',
    widths: [14, 60, 70],
    rows: [
      line('Contents', { font: 'title' }),
      line('This sheet holds one table. Its first column links to each sheet.', {}),
      [
        { value: 'Sheet', look: head },
        { value: 'Finding', look: head },
        { value: 'What it shows', look: head },
      ],
      ...rows,
    ],
    table: { name: 'Contents', headRow: 3, lastRow: 3 + rows.length },
    landscape: true,
  }
}
