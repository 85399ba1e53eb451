import type { RecordColumn } from '../../../db/records/recordColumns.ts'

export type Values = Int32Array | Float64Array

/** Array elements that a key or hash of 16 bytes takes. */
export const hashWords = 4

/** How a column's values wait before they are written: places in a dictionary, whole numbers, yes or no, numbers, keys. */
export type Storage = 'text' | 'integer' | 'flag' | 'number' | 'key'

/** What accepted.parquet is made of; plain data, so that another thread may write it. */
export interface GroupLayout {
  readonly out: string
  /** Every column of the file, in order. */
  readonly columns: readonly RecordColumn[]
  /** The columns that come as values, in the order in which a group holds them; `row_key` is among them. */
  readonly staged: readonly { readonly name: string; readonly storage: Storage }[]
  /** The columns that come as references to be hashed. */
  readonly references: readonly string[]
  readonly pseudonymKey: Uint8Array
}

/** References of one column, end to end; a row's lies between the end of the row before and its own. */
export interface RawReferences {
  readonly bytes: Uint8Array
  readonly ends: Int32Array
}

/** Accepted rows on their way to the file. */
export interface RowGroup {
  readonly rows: number
  readonly values: readonly Values[]
  readonly references: readonly RawReferences[]
  /** By staged column: the texts that its dictionary has gained since the group before. */
  readonly newTexts: readonly (readonly string[])[]
}

/** Array elements that so many rows of a column take. */
export function lengthOf(storage: Storage, rows: number): number {
  return storage === 'key' ? rows * hashWords : rows
}
