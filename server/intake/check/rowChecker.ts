import { IntakeRefusal } from '../intakeRefusal.ts'
import type { CsvSplitter } from '../readers/csvSplitter.ts'
import type { RejectKind } from '../reject.ts'
import type { RejectLog } from '../rejectLog.ts'
import type { Stage } from '../stage/stage.ts'
import type { References } from '../stage/references.ts'
import { hashWords } from '../stage/rowGroup.ts'
import type { Values } from '../stage/rowGroup.ts'
import type { Cell, Note } from './cell.ts'
import { Derivation } from './derivation.ts'
import { monthGrain, quarterGrain } from './rowPlan.ts'
import type { HashedColumn, ReadColumn, RowPlan } from './rowPlan.ts'
import { isBlank, isEmpty, isPadded } from './recordShape.ts'
import { Tally } from './tally.ts'

const maxReferenceBytes = 200

interface ReadTarget extends ReadColumn {
  readonly values: Values
  /** For a further date: its month. */
  readonly months: Values | null
}

interface HashTarget extends HashedColumn {
  readonly references: References
}

export interface RowCheckerRequest {
  readonly plan: RowPlan
  readonly stage: Stage
  readonly rejects: RejectLog
  /** Columns of the header. */
  readonly width: number
  /** The field whose date places the row in a month. */
  readonly date: string
  /** Why a row's month, or quarter that begins with it, is not to be taken; null where it is. */
  readonly outside: (month: number, quarter: boolean) => string | null
  /** The row of the sender's file that a record came from; null: its own number. */
  readonly rowOf: ((record: number) => number) | null
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
  readonly tally = new Tally()
  private readonly request: RowCheckerRequest
  private readonly read: readonly ReadTarget[]
  private readonly hashed: readonly HashTarget[]
  private readonly derivations: readonly Derivation[]
  private readonly month: Values
  private readonly grain: Values
  private readonly rowKey: Values
  /** The row's cells in the order of `read`, then the constants. */
  private readonly cells: Cell[] = []
  private readonly places: {
    readonly date: number
    readonly area: number
    readonly agency: number
    readonly count: number
  }
  private readonly constants: readonly Values[]
  private readonly noted: Note[] = []

  constructor(request: RowCheckerRequest) {
    const { plan, stage, date } = request
    this.request = request
    this.read = plan.read.map((column) => {
      const { name, type } = column.field
      const months = type.kind === 'date' && name !== date ? stage.values(`${name}_month`) : null
      return { ...column, values: stage.values(name), months }
    })
    this.hashed = plan.hashed.map((column) => ({
      ...column,
      references: stage.references(column.field.name),
    }))
    this.constants = plan.constants.map(({ field }) => stage.values(field))
    plan.constants.forEach(({ cell }, index) => (this.cells[plan.read.length + index] = cell))
    const order = [...plan.read.map(({ field }) => field.name), ...plan.constants.map(({ field }) => field)]
    const placeOf = (field: string) => order.indexOf(field)
    this.derivations = plan.derived.map(
      (column) => new Derivation(column, stage.values(column.field.name), placeOf),
    )
    this.places = {
      date: placeOf(date),
      area: placeOf('area'),
      agency: placeOf('agency'),
      count: placeOf('count'),
    }
    this.month = stage.values('month')
    this.grain = stage.values('grain')
    this.rowKey = stage.values('row_key')
  }

  /** Takes the record that the splitter has just found. */
  take(splitter: CsvSplitter): void {
    const { rowOf } = this.request
    const row = rowOf === null ? splitter.records : rowOf(splitter.records)
    if (isEmpty(splitter)) {
      this.skipped++
      return
    }
    this.rows++
    if (splitter.malformed) {
      throw new IntakeRefusal(
        `In row ${row} text follows a closing quotation mark, so it cannot be told where its columns end. Export the file again, with quotation marks inside values doubled.`,
      )
    }
    const { width } = this.request
    if (splitter.fields !== width && !isPadded(splitter, width)) {
      const reason = `has ${splitter.fields} columns where the header has ${width}`
      this.reject({ row, field: '', value: '', reason }, 'faulty')
      return
    }
    if (this.readCells(splitter, row) && this.placeInTime(splitter, row)) {
      this.stageCells()
      if (this.takeReferences(splitter, row)) this.keep()
    }
  }

  private readCells(splitter: CsvSplitter, row: number): boolean {
    const { bytes, starts, ends } = splitter
    const { read, cells, noted } = this
    noted.length = 0
    for (let i = 0; i < read.length; i++) {
      const column = read[i] as ReadTarget
      let start = starts[column.index] as number
      let end = ends[column.index] as number
      while (start < end && isBlank(bytes[start] as number)) start++
      while (end > start && isBlank(bytes[end - 1] as number)) end--
      const cell = column.cache.get(bytes, start, end)
      if (cell.fault !== null) {
        const value = textOf(splitter, column.index)
        this.reject({ row, field: column.field.name, value, reason: cell.fault.reason }, cell.fault.kind)
        return false
      }
      if (cell.note !== null) noted.push(cell.note)
      cells[i] = cell
    }
    return true
  }

  private placeInTime(splitter: CsvSplitter, row: number): boolean {
    const { month, quarter } = this.cells[this.places.date] as Cell
    const reason = this.request.outside(month, quarter)
    if (reason === null) return true
    const column = this.read[this.places.date]
    const value = column === undefined ? '' : textOf(splitter, column.index)
    this.reject({ row, field: this.request.date, value, reason }, 'outside')
    return false
  }

  /**
   * Puts every cell into the stage, and the content of all of them into the row's key, which is the same in any file
   * (the references join it when they are hashed).
   */
  private stageCells(): void {
    const { read, constants, cells, rowKey } = this
    const { at } = this.request.stage
    let key0 = 0
    let key1 = 0
    let key2 = 0
    let key3 = 0
    for (let i = 0; i < read.length; i++) {
      const { values, months } = read[i] as ReadTarget
      const cell = cells[i] as Cell
      values[at] = cell.value
      if (months !== null) months[at] = cell.month
      key0 ^= cell.key0
      key1 ^= cell.key1
      key2 ^= cell.key2
      key3 ^= cell.key3
    }
    for (let i = 0; i < constants.length; i++) {
      const cell = cells[read.length + i] as Cell
      ;(constants[i] as Values)[at] = cell.value
      key0 ^= cell.key0
      key1 ^= cell.key1
      key2 ^= cell.key2
      key3 ^= cell.key3
    }
    for (let i = 0; i < this.derivations.length; i++) {
      const derivation = this.derivations[i] as Derivation
      const cell = derivation.cell(cells)
      if (cell === null) continue
      derivation.values[at] = cell.value
      key0 ^= cell.key0
      key1 ^= cell.key1
      key2 ^= cell.key2
      key3 ^= cell.key3
    }
    const place = at * hashWords
    rowKey[place] = key0
    rowKey[place + 1] = key1
    rowKey[place + 2] = key2
    rowKey[place + 3] = key3
    const { month, quarter } = cells[this.places.date] as Cell
    this.month[at] = month
    this.grain[at] = quarter ? quarterGrain : monthGrain
  }

  private takeReferences(splitter: CsvSplitter, row: number): boolean {
    const { bytes, starts, ends } = splitter
    const { hashed } = this
    for (let i = 0; i < hashed.length; i++) {
      const { field, references, index, mayBeBlank } = hashed[i] as HashTarget
      const start = starts[index] as number
      const end = ends[index] as number
      if (end - start > maxReferenceBytes) {
        // The value of a reference is never shown, not even to say that it is wrong.
        const reason = `longer than ${maxReferenceBytes} characters, so it is no reference`
        this.reject({ row, field: field.name, value: '', reason }, 'faulty')
        return false
      }
      if (!references.take(bytes, start, end) && !mayBeBlank) {
        this.reject({ row, field: field.name, value: '', reason: 'missing' }, 'faulty')
        return false
      }
    }
    return true
  }

  private keep(): void {
    const { noted, cells, places } = this
    for (let i = 0; i < noted.length; i++) (noted[i] as Note).rows++
    const count = (cells[places.count] as Cell).value
    this.tally.add(
      cells[places.date] as Cell,
      cells[places.area] as Cell,
      cells[places.agency] as Cell,
      count,
    )
    this.request.stage.keep()
  }

  private reject(reject: Parameters<RejectLog['add']>[0], kind: RejectKind): void {
    if (kind === 'faulty') this.lastFaulty = reject.row
    this.request.rejects.add(reject, kind)
  }
}

/** What stands in a column, for a person to find it again. */
function textOf({ bytes, starts, ends }: CsvSplitter, column: number): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return text.toString('utf8', starts[column], ends[column]).trim()
}
