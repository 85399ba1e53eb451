import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { padded } from './table.ts'
import type { Table } from './table.ts'

const chunkRows = 5_000

/** Writes a table as CSV in UTF-8 with one record a line; returns its bytes. */
export async function writeRecords(path: string, table: Table): Promise<number> {
  const out = createWriteStream(path, { mode: 0o600 })
  let bytes = 0
  const write = async (text: string) => {
    bytes += Buffer.byteLength(text)
    if (!out.write(text)) await once(out, 'drain')
  }
  await write(lineOf(table.headers))
  for (let from = 0; from < table.rows.length; from += chunkRows) {
    const rows = table.rows.slice(from, from + chunkRows)
    await write(rows.map((row) => lineOf(padded(row, table))).join(''))
  }
  out.end()
  await finished(out)
  return bytes
}

function lineOf(cells: readonly string[]): string {
  // Quotes keep a record of blanks only from looking like a blank line, and a first cell `sep=` from being obeyed.
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`
}
