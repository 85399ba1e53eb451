import type { Figure } from '../../../shared/figures/figure.ts'
import { noteRows } from './noteRows.ts'
import type { Sheet } from './sheet.ts'
import { line, wrapped } from './sheetLine.ts'

/** What the markers mean, and what must be known of each figure. */
export function notesSheet(figures: readonly Figure[]): Sheet {
  const rows = noteRows(figures)
  const head = { font: 'bold', wrap: true } as const
  return {
    name: 'Notes',
    widths: [14, 24, 100],
    rows: [
      line('Notes', { font: 'title' }),
      line('This sheet holds one table: what the markers mean, and what must be known of each figure.', {}),
      ['Applies to', 'About', 'Note'].map((value) => ({ value, look: head })),
      ...rows.map((cells) => cells.map((value) => ({ value, look: wrapped }))),
    ],
    table: { name: 'Notes', headRow: 3, lastRow: 3 + rows.length },
    landscape: true,
  }
}
