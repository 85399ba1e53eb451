import { cleanText } from '../check/cleanText.ts'
import type { Profile } from '../profiles/profile.ts'
import { spelling } from '../../../shared/feeds/findCode.ts'
import { cleanLabel } from './cleanLabel.ts'
import { foldedColumns } from './foldColumns.ts'
import { columnAt } from './table.ts'

/** Rows of one sheet, or of a CSV file (whose name is blank). */
export interface Rows {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** Where a profile's table stands in a file. */
export interface FoundTable {
  readonly sheet: Rows
  readonly headers: readonly string[]
  /** The index of the header's last row, and of the first row that belongs to the header. */
  readonly headerEnd: number
  readonly headerStart: number
  /** The share of the headers that the profile knows, 0 to 1. */
  readonly known: number
}

export interface WhereToLook {
  /** The sheet's name as the sender stated it, or null. */
  readonly sheet: string | null
  /** The row of the header, from 1, as the sender stated it, or null. */
  readonly headerRow: number | null
}

const searchedRows = 60

/** Finds the sheet and row whose headers are all those that the profile needs; null where there is none. */
export function findTable(
  sheets: readonly Rows[],
  profile: Profile,
  { sheet: stated, headerRow }: WhereToLook,
): FoundTable | null {
  for (const sheet of sheetsToSearch(sheets, profile, stated)) {
    const last = Math.min(sheet.rows.length, searchedRows)
    const [from, to] = headerRow === null ? [0, last] : [headerRow - 1, headerRow]
    for (let at = from; at < to; at++) {
      const found = headerAt(sheet, at, profile)
      if (found !== null) return found
    }
  }
  return null
}

/** The sheets to search: the one stated, else those that the profile names and, where none is there, all. */
function sheetsToSearch(
  sheets: readonly Rows[],
  { layout }: Profile,
  stated: string | null,
): readonly Rows[] {
  if (stated !== null) return sheets.filter(({ name }) => spelling(name) === spelling(stated))
  const wanted = (layout?.sheets ?? []).flatMap((wantedName) =>
    sheets.filter(({ name }) => spelling(name) === spelling(wantedName)),
  )
  return wanted.length > 0 ? wanted : sheets
}

function headerAt(sheet: Rows, at: number, profile: Profile): FoundTable | null {
  const { headers, end, start } = headersAt(sheet.rows, at, profile)
  const needs = needed(profile)
  // What asks for nothing would find its header in a title.
  if (needs.length === 0 && profile.layout?.fold === undefined) return null
  if (needs.some((names) => names.every((name) => columnAt(headers, name) < 0))) return null
  const { fold, quarters = 'calendar' } = profile.layout ?? {}
  const folded = fold ? foldedColumns(headers, fold, quarters) : 0
  if (fold && folded === 0) return null
  const filled = headers.filter((header) => cleanText(header) !== '')
  const names = [...profile.columns.flatMap((rule) => rule.headers), ...profile.ignored, ...sources(profile)]
  const known = new Set(names.map(spelling))
  const recognised = filled.filter((header) => known.has(spelling(cleanText(header)))).length + folded
  return {
    sheet,
    headers,
    headerEnd: end,
    headerStart: start,
    known: filled.length === 0 ? 0 : Math.min(1, recognised / filled.length),
  }
}

function headersAt(
  rows: Rows['rows'],
  at: number,
  { layout }: Profile,
): { headers: readonly string[]; start: number; end: number } {
  const clean = layout?.footnotes ? cleanLabel : cleanText
  const row = (rows[at] ?? []).map(clean)
  if (layout?.twoRows === 'fill') {
    const above = (rows[at - 1] ?? []).map(clean)
    const width = Math.max(row.length, above.length)
    const headers = Array.from({ length: width }, (_, column) => row[column] || above[column] || '')
    return { headers, start: Math.max(0, at - 1), end: at }
  }
  if (layout?.twoRows === 'join') {
    const below = (rows[at + 1] ?? []).map(clean)
    let group = ''
    const headers = Array.from({ length: Math.max(row.length, below.length) }, (_, column) => {
      // A merged cell holds its text in its first column only.
      group = row[column] || group
      const own = below[column] ?? ''
      return own === '' ? group : row[column] === '' && column === 0 ? own : `${group} ${own}`.trim()
    })
    return { headers, start: at, end: at + 1 }
  }
  return { headers: row, start: at, end: at }
}

/** The columns that the file itself must have, each by any of its headers. */
function needed(profile: Profile): readonly (readonly string[])[] {
  const made = new Set(madeColumns(profile).map(spelling))
  const mapped = profile.columns
    .filter((rule) => rule.optional !== true && !rule.headers.some((header) => made.has(spelling(header))))
    .map((rule) => rule.headers)
  const own = sources(profile).filter((name) => !made.has(spelling(name)))
  return [...mapped, ...own.map((name) => [name])]
}

/** The columns that the layout's own steps read. */
function sources({ layout }: Profile): string[] {
  if (layout === undefined) return []
  const { join = [], sum = [], skip = [], fold } = layout
  return [
    ...join.flatMap(({ columns }) => columns),
    ...sum.flatMap(({ columns }) => columns),
    ...skip.map(({ column }) => column),
    ...(fold?.kind === 'others' ? fold.keep : []),
  ]
}

function madeColumns({ layout }: Profile): string[] {
  if (layout === undefined) return []
  const { join = [], sum = [], period, fold } = layout
  const made = [...join, ...sum, ...(period ? [period] : [])].map(({ into }) => into)
  if (fold === undefined) return made
  const labels =
    fold.kind === 'named' ? fold.columns.flatMap((column) => Object.keys(column.labels)) : [fold.into]
  return [...made, ...labels, fold.value]
}
