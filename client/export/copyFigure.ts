import type { Figure } from '../../shared/figures/figure.ts'
import { formatCell } from '../../shared/figures/formatCell.ts'
import { csvCell } from '../../shared/figures/csvCell.ts'

/** Puts a picture on the clipboard. The promise goes in whole, because a browser allows it only as an answer to a click. */
export async function copyImage(png: Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
}

/** Puts a figure's table on the clipboard: as a table for documents, and as columns for spreadsheets. */
export async function copyTable(figure: Figure): Promise<void> {
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': new Blob([tableHtml(figure)], { type: 'text/html' }),
      'text/plain': new Blob([tableText(figure)], { type: 'text/plain' }),
    }),
  ])
}

/** The table with what must be known of it, as HTML. */
export function tableHtml({ title, subtitle, state, source, table }: Figure): string {
  const head = table.columns.map(({ head: words }) => `<th scope="col">${escaped(words)}</th>`).join('')
  const rows = table.rows.map((cells) => {
    const each = cells.map((value, i) => {
      const text =
        typeof value === 'number' ? formatCell(value, table.columns[i]?.numberFormat ?? null) : value
      return i === 0 ? `<th scope="row">${escaped(text)}</th>` : `<td>${escaped(text)}</td>`
    })
    return `<tr>${each.join('')}</tr>`
  })
  return `<table><caption>${escaped(`${title}. ${subtitle}. ${state} ${source}`)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

/** The same by tabs, with plain numbers; what begins like a formula is held back by an apostrophe. */
export function tableText({ table }: Figure): string {
  const line = (cells: readonly (string | number)[]) =>
    cells
      .map((cell) => (typeof cell === 'number' ? String(cell) : safe(cell.replace(/[\t\r\n]+/g, ' '))))
      .join('\t')
  return [line(table.columns.map(({ head }) => head)), ...table.rows.map(line)].join('\n')
}

function safe(text: string): string {
  const cell = csvCell(text)
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
