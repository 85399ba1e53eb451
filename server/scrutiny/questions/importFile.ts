import {
  exportOnlyColumns,
  importColumns,
  type ImportColumn,
} from '../../../shared/scrutiny/importColumns.ts'
import { CsvSplitter } from '../../intake/readers/csvSplitter.ts'
import { ScrutinyRefusal } from '../scrutinyRefusal.ts'

export interface ImportRow {
  /** As a spreadsheet counts them: the first below the head is 2. */
  readonly row: number
  readonly cells: Readonly<Record<ImportColumn, string>>
}

const names = Object.entries(importColumns) as [ImportColumn, string][]
const mostColumns = 40

/**
 * The rows of a file of past questions, by the names in its first line; commas, semicolons or tabs between. An apostrophe
 * that keeps a spreadsheet from running a text as a formula is taken off. Throws ScrutinyRefusal for a file that is none.
 */
export function importRows(text: string): ImportRow[] {
  const bytes = Buffer.from(text.replace(/^\uFEFF/, ''), 'utf8')
  const splitter = new CsvSplitter(delimiterOf(text), mostColumns)
  splitter.feed(bytes, 0, bytes.length)
  const lines: string[][] = []
  while (splitter.next(true) === 'record') {
    if (splitter.malformed)
      throw new ScrutinyRefusal(`Line ${lines.length + 1} has text after a closing quotation mark.`)
    lines.push(
      Array.from({ length: Math.min(splitter.fields, mostColumns) }, (_, i) => splitter.text(i).trim()),
    )
  }
  const [head, ...rows] = lines
  if (!head || head.every((cell) => cell === '')) throw new ScrutinyRefusal('The file is empty.')
  const places = placesOf(head)
  return rows.flatMap((cells, index): ImportRow[] => {
    if (cells.every((cell) => cell === '')) return []
    const read = names.map(([column]): [ImportColumn, string] => {
      const place = places.get(column)
      return [column, place === undefined ? '' : bare(cells[place] ?? '')]
    })
    return [{ row: index + 2, cells: Object.fromEntries(read) as Record<ImportColumn, string> }]
  })
}

function placesOf(head: readonly string[]): Map<ImportColumn, number> {
  const places = new Map<ImportColumn, number>()
  for (const [place, cell] of head.entries()) {
    const named = names.find(([, name]) => name.toLowerCase() === cell.toLowerCase())?.[0]
    if (named !== undefined && places.has(named))
      throw new ScrutinyRefusal(`The column “${cell}” comes twice.`)
    if (named !== undefined) places.set(named, place)
    else if (cell !== '' && !exportOnlyColumns.some((each) => each.toLowerCase() === cell.toLowerCase()))
      throw new ScrutinyRefusal(
        `The column “${cell}” is not understood. Columns are: ${Object.values(importColumns).join(', ')}.`,
      )
  }
  for (const needed of ['text', 'theme'] as const)
    if (!places.has(needed)) throw new ScrutinyRefusal(`The column “${importColumns[needed]}” is missing.`)
  return places
}

function delimiterOf(text: string): number {
  const [head = ''] = text.split(/\r?\n/, 1)
  const counted = [',', ';', '\t'].map((mark) => ({ mark, count: head.split(mark).length }))
  return counted.toSorted((a, b) => b.count - a.count)[0]?.mark.charCodeAt(0) ?? 44
}

function bare(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}
