import type { CsvSplitter } from '../readers/csvSplitter.ts'
import { IntakeRefusal } from '../intakeRefusal.ts'
import type { RejectLog } from '../rejectLog.ts'
import type { Stage } from '../stage/stage.ts'
import { none } from './cell.ts'
import type { Cell, Note } from './cell.ts'
import type { DerivedColumn, HashedColumn, ReadColumn, RowPlan } from './rowPlan.ts'

const hashWords = 4
const maxReferenceBytes = 200
const maxDerived = 65_536
const space = 32
const tab = 9

type Values = Int32Array | Float64Array

/** Cells by the cells they were worked out from, one level for each. */
type Known = Map<Cell | undefined, Known | Cell>

interface ReadTarget extends ReadColumn {
  readonly values: Values
  /** For a further date: its month. */
  readonly months: Values | null
  readonly isRecordDate: boolean
}

interface HashTarget extends HashedColumn {
  readonly values: Values
}

interface DerivedTarget extends DerivedColumn {
  readonly values: Values
  /** Where the cells of the fields it comes from stand in the row's cells; −1 where the file has none. */
  readonly places: readonly number[]
  /** Where the file's own value stands; −1 where it has no such column. */
  readonly own: number
  /** What was worked out, by the cells it came from. */
  known: Known
  knownCount: number
}

/**
 * Takes the records of a file one by one: reads each cell by the plan, keeps the row in the stage or logs why not.
 * Nothing is allocated for a row whose values have been seen before.
 */
export class RowChecker {
  /** Data rows so far: kept and rejected. */
  rows = 0
  /** Rows without any value. */
  skipped = 0
  /** The number of the last row that was rejected as faulty. */
  lastFaulty = 0
  private readonly width: number
  private readonly read: readonly ReadTarget[]
  private readonly hashed: readonly HashTarget[]
  private readonly derived: readonly DerivedTarget[]
  private readonly constants: readonly { readonly values: Values; readonly cell: Cell }[]
  private readonly stage: Stage
  private readonly rejects: RejectLog
  private readonly month: Values
  private readonly grain: Values
  private readonly fileRow: Values
  private readonly rowKey: Values
  private readonly cells: Cell[] = []
  private readonly pending: Note[] = []

  constructor({
    plan,
    stage,
    rejects,
    width,
    date,
  }: {
    plan: RowPlan
    stage: Stage
    rejects: RejectLog
    width: number
    date: string
  }) {
    this.width = width
    this.stage = stage
    this.rejects = rejects
    this.read = plan.read.map((column) => {
      const { name, type } = column.field
      const isRecordDate = name === date
      const months = type.kind === 'date' && !isRecordDate ? stage.array(`${name}_month`) : null
      return { ...column, values: stage.array(name), months, isRecordDate }
    })
    this.hashed = plan.hashed.map((column) => ({ ...column, values: stage.array(column.field.name) }))
    this.constants = plan.constants.map(({ field, cell }) => ({ cell, values: stage.array(field) }))
    const placeOf = (field: string) => this.read.findIndex((column) => column.field.name === field)
    this.derived = plan.derived.map((column) => ({
      ...column,
      values: stage.array(column.field.name),
      places: column.from.map(placeOf),
      own: placeOf(column.field.name),
      known: new Map(),
      knownCount: 0,
    }))
    this.month = stage.array('month')
    this.grain = stage.array('grain')
    this.fileRow = stage.array('file_row')
    this.rowKey = stage.array('row_key')
  }

  /** Takes the record that the splitter has just found. */
  take(splitter: CsvSplitter): void {
    const row = splitter.records
    if (this.isBlank(splitter)) {
      this.skipped++
      return
    }
    this.rows++
    if (splitter.malformed) {
      throw new IntakeRefusal(
        `In row ${row} text follows a closing quotation mark, so it cannot be told where its columns end. Export the file again, with quotation marks inside values doubled.`,
      )
    }
    if (splitter.fields !== this.width && !this.isPadded(splitter)) {
      const reason = `has ${splitter.fields} columns where the header has ${this.width}`
      this.reject({ row, field: '', value: '', reason }, 'faulty')
      return
    }
    if (this.readCells(splitter, row) && this.hashReferences(splitter, row)) this.keep(row)
  }

  private readCells(splitter: CsvSplitter, row: number): boolean {
    const { bytes, starts, ends } = splitter
    const { read, cells, pending } = this
    const { at } = this.stage
    let k0 = 0
    let k1 = 0
    let k2 = 0
    let k3 = 0
    pending.length = 0
    for (let i = 0; i < read.length; i++) {
      const column = read[i] as ReadTarget
      let start = starts[column.index] as number
      let end = ends[column.index] as number
      while (start < end && isBlank(bytes[start] as number)) start++
      while (end > start && isBlank(bytes[end - 1] as number)) end--
      const cell = column.cache.get(bytes, start, end)
      if (cell.fault !== null) {
        const value = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
          'utf8',
          start,
          end,
        )
        this.reject({ row, field: column.field.name, value, reason: cell.fault.reason }, cell.fault.kind)
        return false
      }
      if (cell.note !== null) pending.push(cell.note)
      cells[i] = cell
      column.values[at] = cell.value
      if (column.isRecordDate) {
        this.month[at] = cell.month
        this.grain[at] = cell.quarter ? 1 : 0
      } else if (column.months !== null) column.months[at] = cell.month
      const { key } = cell
      k0 ^= key[0] as number
      k1 ^= key[1] as number
      k2 ^= key[2] as number
      k3 ^= key[3] as number
    }
    for (const { values, cell } of this.constants) {
      values[at] = cell.value
      const { key } = cell
      k0 ^= key[0] as number
      k1 ^= key[1] as number
      k2 ^= key[2] as number
      k3 ^= key[3] as number
    }
    for (const column of this.derived) {
      const cell = this.deriveCell(column)
      column.values[at] = cell.value
      // The file's own value, where there is one, is in the key already.
      if (column.own >= 0 && cells[column.own] === cell) continue
      const { key } = cell
      k0 ^= key[0] as number
      k1 ^= key[1] as number
      k2 ^= key[2] as number
      k3 ^= key[3] as number
    }
    const place = at * hashWords
    this.rowKey[place] = k0
    this.rowKey[place + 1] = k1
    this.rowKey[place + 2] = k2
    this.rowKey[place + 3] = k3
    return true
  }

  private deriveCell(column: DerivedTarget): Cell {
    const { cells } = this
    const own = column.own < 0 ? undefined : cells[column.own]
    if (own !== undefined && own.text !== null) return own
    const { places } = column
    let known: Known | Cell | undefined = column.known
    for (let i = 0; i < places.length && known instanceof Map; i++)
      known = known.get(cells[places[i] as number])
    if (known !== undefined && !(known instanceof Map)) return known
    return this.derive(column)
  }

  private derive(column: DerivedTarget): Cell {
    const from = column.places.map((place) => this.cells[place])
    const cell = column.read(column.derive(from.map((source) => source?.text ?? null)) ?? '')
    if (column.knownCount++ >= maxDerived) {
      column.known = new Map()
      column.knownCount = 0
    }
    let level = column.known
    for (const source of from.slice(0, -1)) {
      const next = level.get(source)
      const deeper: Known = next instanceof Map ? next : new Map()
      level.set(source, deeper)
      level = deeper
    }
    level.set(from.at(-1), cell)
    return cell
  }

  private hashReferences(splitter: CsvSplitter, row: number): boolean {
    const { bytes, starts, ends } = splitter
    const { at } = this.stage
    const place = at * hashWords
    for (const column of this.hashed) {
      const { values, hash, index } = column
      const start = starts[index] as number
      const end = ends[index] as number
      if (end - start > maxReferenceBytes) {
        // The value of a reference is never shown, not even to say that it is wrong.
        const reason = `longer than ${maxReferenceBytes} characters, so it is no reference`
        this.reject({ row, field: column.field.name, value: '', reason }, 'faulty')
        return false
      }
      if (hash.take(bytes, start, end)) {
        const { words } = hash
        // UUIDs are kept as one 128-bit number, highest word last, with its highest bit turned.
        values[place + 3] = swapped(words[0] as number) ^ none
        values[place + 2] = swapped(words[1] as number)
        values[place + 1] = swapped(words[2] as number)
        values[place] = swapped(words[3] as number)
        for (let i = 0; i < hashWords; i++) {
          this.rowKey[place + i] = (this.rowKey[place + i] as number) ^ (words[i] as number)
        }
      } else if (column.mayBeBlank) {
        values[place] = 0
        values[place + 1] = 0
        values[place + 2] = 0
        values[place + 3] = none
      } else {
        this.reject({ row, field: column.field.name, value: '', reason: 'missing' }, 'faulty')
        return false
      }
    }
    return true
  }

  private keep(row: number): void {
    this.fileRow[this.stage.at] = row
    for (const note of this.pending) note.rows++
    this.stage.keep()
  }

  private reject(reject: Parameters<RejectLog['add']>[0], kind: Parameters<RejectLog['add']>[1]): void {
    if (kind === 'faulty') this.lastFaulty = reject.row
    this.rejects.add(reject, kind)
  }

  private isBlank({ fields, starts, ends, bytes }: CsvSplitter): boolean {
    const kept = Math.min(fields, starts.length)
    for (let i = 0; i < kept; i++) {
      for (let at = starts[i] as number; at < (ends[i] as number); at++)
        if (!isBlank(bytes[at] as number)) return false
    }
    return fields <= starts.length
  }

  /** Whether the record only has empty columns beyond those of the header, as spreadsheets leave them. */
  private isPadded({ fields, starts, ends }: CsvSplitter): boolean {
    if (fields < this.width || fields > starts.length) return false
    for (let i = this.width; i < fields; i++) if (starts[i] !== ends[i]) return false
    return true
  }
}

function isBlank(byte: number): boolean {
  return byte === space || byte === tab
}

function swapped(word: number): number {
  return (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)
}
