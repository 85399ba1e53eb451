import { createHash } from 'node:crypto'
import type { RejectKind } from '../reject.ts'

/** Stands for "no value" where a column holds whole numbers; no field's range reaches it. */
export const none = -(2 ** 31)

export interface Fault {
  readonly reason: string
  readonly kind: RejectKind
}

/** Something about a value that the receipt should mention, and in how many accepted rows it stood. */
export interface Note {
  readonly text: string
  rows: number
}

/**
 * What one text means in one column: read once, then found again by its bytes for every row that repeats it.
 * One class for every type of field, so that the loop over rows stays simple for the engine.
 */
export class Cell {
  /** By type: a place in the column's dictionary, a day since 1970, 0 or 1, or the number; `none` (NaN) is null. */
  value: number
  /** The value as stored, as text; null where there is none. */
  text: string | null
  /** For dates: year × 12 + month − 1, and whether it stands for the whole quarter. */
  month = none
  quarter = false
  fault: Fault | null = null
  note: Note | null = null
  /** 128 bits of the field and its value: combined over a row they identify its content. */
  readonly key = new Int32Array(4)

  constructor(value: number, text: string | null) {
    this.value = value
    this.text = text
  }
}

/** A cell with a value; `field` and `text` make its content key. */
export function cellOf(field: string, value: number, text: string): Cell {
  const cell = new Cell(value, text)
  const digest = createHash('md5').update(field).update('\0').update(text).digest()
  cell.key.set(new Int32Array(digest.buffer, digest.byteOffset, 4))
  return cell
}

/** A cell without a value: it adds nothing to the row's content. */
export function emptyCell(value: number = none): Cell {
  return new Cell(value, null)
}

/** A cell whose row cannot be taken. */
export function faultyCell(reason: string, kind: RejectKind = 'faulty'): Cell {
  const cell = emptyCell()
  cell.fault = { reason, kind }
  return cell
}
