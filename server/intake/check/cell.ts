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
  readonly value: number
  /** The value as stored, as text; null where there is none. */
  readonly text: string | null
  /** For dates: year × 12 + month − 1, and whether it stands for the whole quarter. */
  month = none
  quarter = false
  fault: Fault | null = null
  note: Note | null = null
  /** 128 bits of the field and its value: combined over a row they identify its content. */
  readonly key0: number
  readonly key1: number
  readonly key2: number
  readonly key3: number

  constructor(value: number, text: string | null, key: Int32Array) {
    this.value = value
    this.text = text
    this.key0 = key[0] as number
    this.key1 = key[1] as number
    this.key2 = key[2] as number
    this.key3 = key[3] as number
  }
}

const noKey = new Int32Array(4)

/** A cell with a value; `field` and `text` make its content key. */
export function cellOf(field: string, value: number, text: string): Cell {
  const digest = createHash('md5').update(field).update('\0').update(text).digest()
  return new Cell(
    value,
    text,
    Int32Array.from({ length: 4 }, (_, word) => digest.readInt32LE(word * 4)),
  )
}

/** A cell without a value: it adds nothing to the row's content. */
export function emptyCell(value: number = none): Cell {
  return new Cell(value, null, noKey)
}

/** A cell whose row cannot be taken. */
export function faultyCell(reason: string, kind: RejectKind = 'faulty'): Cell {
  const cell = emptyCell()
  cell.fault = { reason, kind }
  return cell
}
