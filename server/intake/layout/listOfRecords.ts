import { cleanText } from '../check/cleanText.ts'
import { IntakeRefusal } from '../intakeRefusal.ts'
import type { Layout } from '../profiles/layout.ts'
import type { Profile } from '../profiles/profile.ts'
import { findTable } from './findTable.ts'
import type { FoundTable, Rows, WhereToLook } from './findTable.ts'
import { layOut } from './layOut.ts'
import type { LaidOut } from './layOut.ts'
import { readPeriodText } from './readPeriodText.ts'
import { columnAt, withColumn } from './table.ts'
import type { Table } from './table.ts'

/** A list of records, and where in the file it came from. */
export interface RecordList extends LaidOut {
  readonly sheet: string
  /** From 1. */
  readonly headerRow: number
}

const noLayout: Layout = {}

/** Finds a profile's table in a file and lays it out as a list of records. */
export function listOfRecords(sheets: readonly Rows[], profile: Profile, where: WhereToLook): RecordList {
  const found = findTable(sheets, profile, where) ?? firstRow(sheets, where)
  const { sheet, headerEnd } = found
  const layout = profile.layout ?? noLayout
  refuseOtherTitle(found, layout)
  const table: Table = {
    headers: found.headers,
    rows: sheet.rows.slice(headerEnd + 1).map((cells, index) => ({ cells, at: headerEnd + 2 + index })),
  }
  const laid = layOut(withPeriod(table, { found, sheets, layout }), layout)
  if (layout.unique) refuseTwice(laid, keyColumns(laid.headers, profile, layout.unique))
  return { ...laid, sheet: sheet.name, headerRow: headerEnd + 1 }
}

/** Where no row has the columns, the first that is filled: the mapping then says which it misses. */
function firstRow(sheets: readonly Rows[], { sheet, headerRow }: WhereToLook): FoundTable {
  const candidates = sheets.filter(({ name }) => sheet === null || name === sheet)
  const chosen = candidates.toSorted((a, b) => b.rows.length - a.rows.length)[0] ?? sheets[0]
  if (chosen === undefined) throw new IntakeRefusal('The workbook holds no sheet.')
  const filled = chosen.rows.findIndex((row) => row.filter((cell) => cleanText(cell) !== '').length > 1)
  const at = headerRow === null ? Math.max(filled, 0) : headerRow - 1
  return { sheet: chosen, headers: chosen.rows[at] ?? [], headerStart: at, headerEnd: at, known: 0 }
}

/** A sheet may bear the right name and hold another table with the same columns. */
function refuseOtherTitle({ sheet, headerStart }: FoundTable, { title }: Layout): void {
  if (title === undefined) return
  const above = sheet.rows
    .slice(0, headerStart + 1)
    .flat()
    .map(cleanText)
  if (above.some((text) => new RegExp(title.pattern, 'i').test(text))) return
  const shown = above.find((text) => text !== '') ?? 'nothing'
  throw new IntakeRefusal(
    `The sheet ‘${sheet.name}’ has the columns of ${title.what}, but says above them: ‘${shown.slice(0, 160)}’. It is another table; check the file.`,
  )
}

interface PeriodSource {
  readonly found: FoundTable
  readonly sheets: readonly Rows[]
  readonly layout: Layout
}

function withPeriod(table: Table, { found, sheets, layout }: PeriodSource): Table {
  const { period, quarters = 'calendar' } = layout
  if (period === undefined) return table
  const pattern = new RegExp(period.pattern, 'i')
  const texts = [found.sheet.rows.slice(0, found.headerStart + 1), sheets[0]?.rows ?? []].flat(2)
  for (const text of texts) {
    const named = pattern.exec(cleanText(text))?.[1]
    const read = named === undefined ? null : readPeriodText(named, quarters)
    if (read !== null) return withColumn(table, period.into, () => read)
  }
  throw new IntakeRefusal(
    `Nothing above the table says which period it is of. Check that the title rows are still there.`,
  )
}

/** Where the columns of the key stand, named by their header or by the field that they are read into. */
function keyColumns(
  headers: readonly string[],
  { columns }: Profile,
  names: readonly string[],
): readonly number[] {
  return names.map((name) => {
    const spellings = columns.find(({ field }) => field === name)?.headers ?? [name]
    return spellings.map((header) => columnAt(headers, header)).find((at) => at >= 0) ?? -1
  })
}

/** Two figures for one key: a period or label is wrong, and which of them is right only the publisher knows. */
function refuseTwice(table: Table, places: readonly number[]): void {
  if (places.some((place) => place < 0)) return
  const first = new Map<string, number>()
  for (const { cells, at } of table.rows) {
    const key = places.map((place) => cleanText(cells[place] ?? ''))
    const other = first.get(key.join('\u0000'))
    if (other !== undefined) {
      throw new IntakeRefusal(
        `Rows ${other} and ${at} both give a figure for ${key.join(', ')}: one of them bears a wrong period or label. Ask the publisher, correct it and send the file again.`,
      )
    }
    first.set(key.join('\u0000'), at)
  }
}
