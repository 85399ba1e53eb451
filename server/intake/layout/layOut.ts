import type { Layout, Marker } from '../profiles/layout.ts'
import { cleanText } from '../check/cleanText.ts'
import { readNumber } from '../check/readNumber.ts'
import { cleanLabel, listText } from './cleanLabel.ts'
import { foldColumns } from './foldColumns.ts'
import { columnAt, padded, withColumn } from './table.ts'
import type { Table } from './table.ts'

/** A table laid out as a list of records, and what was understood on the way, as sentences for the receipt. */
export interface LaidOut extends Table {
  readonly notes: readonly string[]
}

/** Carries out a layout's steps in their order. Columns that are not there are left to the mapping, which names them. */
export function layOut(table: Table, layout: Layout): LaidOut {
  const notes: string[] = []
  let laid: Table = withoutBlankRows(table)
  if (layout.footnotes) laid = cleaned(laid, layout.footnotes.labels)
  for (const rule of layout.skip ?? []) {
    const at = columnAt(laid.headers, rule.column)
    if (at < 0) continue
    const pattern = new RegExp(rule.pattern, 'i')
    const kept = laid.rows.filter(({ cells }) => !pattern.test(cleanText(cells[at] ?? '')))
    const skipped = laid.rows.length - kept.length
    if (skipped > 0) notes.push(`Left out ${count(skipped, 'row')}: ${rule.what}.`)
    laid = { headers: laid.headers, rows: kept }
  }
  for (const name of layout.lists ?? []) laid = mapColumn(laid, name, listText)
  for (const { into, columns, separator } of layout.join ?? []) {
    const places = columns.map((name) => columnAt(laid.headers, name))
    if (places.some((at) => at < 0)) continue
    laid = withColumn(laid, into, ({ cells }) =>
      places.map((at) => cleanText(cells[at] ?? '')).join(separator),
    )
  }
  for (const { into, columns } of layout.sum ?? []) {
    const places = columns.map((name) => columnAt(laid.headers, name))
    if (places.some((at) => at < 0)) continue
    laid = withColumn(laid, into, ({ cells }) => total(places.map((at) => cells[at] ?? '')))
  }
  if (layout.fold) laid = foldColumns(laid, layout.fold, layout.quarters ?? 'calendar')
  if (layout.markers) {
    const read = withoutSigns(laid, layout.markers)
    laid = read.table
    notes.push(...read.notes)
  }
  return { ...laid, notes }
}

function withoutBlankRows({ headers, rows }: Table): Table {
  return { headers, rows: rows.filter(({ cells }) => cells.some((cell) => cleanText(cell) !== '')) }
}

function cleaned({ headers, rows }: Table, labels: readonly string[]): Table {
  const clean = headers.map(cleanLabel)
  return labels.reduce<Table>((table, name) => mapColumn(table, name, cleanLabel), { headers: clean, rows })
}

function mapColumn(table: Table, name: string, change: (text: string) => string): Table {
  const at = columnAt(table.headers, name)
  if (at < 0) return table
  const rows = table.rows.map((row) => ({
    at: row.at,
    cells: padded(row, table).map((cell, column) => (column === at ? change(cell) : cell)),
  }))
  return { headers: table.headers, rows }
}

/** The sum of figures, blank where none is given; a text that is no number is kept, so that the check names it. */
function total(texts: readonly string[]): string {
  const given = texts.map(cleanText).filter((text) => text !== '')
  const numbers = given.map(readNumber)
  const strange = given.find((_, index) => numbers[index] === null)
  if (strange !== undefined) return strange
  return given.length === 0 ? '' : String(numbers.reduce<number>((sum, value) => sum + (value ?? 0), 0))
}

const outcomes: Readonly<Record<Exclude<Marker, 'zero'>, string>> = {
  missing: 'not known to the publisher, left out and not taken as 0',
  suppressed: 'withheld by the publisher, left out and not taken as 0',
}

function withoutSigns(
  table: Table,
  { column, signs }: NonNullable<Layout['markers']>,
): { table: Table; notes: string[] } {
  const at = columnAt(table.headers, column)
  if (at < 0) return { table, notes: [] }
  const meanings = new Map(Object.entries(signs).map(([sign, marker]) => [sign.toLowerCase(), marker]))
  const left = { missing: 0, suppressed: 0 }
  const zeros = { signs: 0 }
  const rows = table.rows.flatMap((row) => {
    const marker = meanings.get(cleanText(row.cells[at] ?? '').toLowerCase())
    if (marker === undefined) return [row]
    if (marker === 'zero') {
      zeros.signs++
      return [{ at: row.at, cells: padded(row, table).map((cell, index) => (index === at ? '0' : cell)) }]
    }
    left[marker]++
    return []
  })
  const notes = (['missing', 'suppressed'] as const).flatMap((marker) =>
    left[marker] > 0 ? [`${count(left[marker], 'figure')} ${outcomes[marker]}.`] : [],
  )
  if (zeros.signs > 0)
    notes.push(`${count(zeros.signs, 'figure')} given by a sign that means none, read as 0.`)
  return { table: { headers: table.headers, rows }, notes }
}

function count(value: number, noun: string): string {
  return `${value.toLocaleString('en-GB')} ${noun}${value === 1 ? '' : 's'}`
}
