import type { FieldType } from '../../../shared/feeds/feed.ts'
import { none } from '../check/cell.ts'
import type { Dictionary } from '../check/dictionary.ts'
import {
  doublePages,
  flagPages,
  hashTextPages,
  integerPages,
  textPages,
  uuidPages,
} from '../parquet/pages.ts'
import type { Pages } from '../parquet/pages.ts'

/** How the values of a column wait in memory before they are written. */
export type Storage =
  | { readonly kind: 'text'; readonly dictionary: Dictionary }
  | { readonly kind: 'integer' | 'flag' | 'number' | 'hashText' | 'uuid' }

/** A column of accepted.parquet that the file supplies. */
export interface StagedColumn {
  readonly name: string
  readonly storage: Storage
}

export type Values = Int32Array | Float64Array

/** Array elements that one hash takes. */
export const hashWords = 4

/** How a field of this type waits. */
export function storageOf(type: FieldType, dictionary: Dictionary): Storage {
  switch (type.kind) {
    case 'reference':
      return { kind: 'hashText' }
    case 'date':
    case 'integer':
      return { kind: 'integer' }
    case 'flag':
      return { kind: 'flag' }
    case 'number':
      return { kind: 'number' }
    case 'area':
    case 'code':
    case 'codes':
    case 'label':
      return { kind: 'text', dictionary }
  }
}

/** Room for so many rows. */
export function valuesFor({ kind }: Storage, rows: number): Values {
  if (kind === 'number') return new Float64Array(rows)
  return new Int32Array(kind === 'hashText' || kind === 'uuid' ? rows * hashWords : rows)
}

/** The first rows of a column as Parquet pages. */
export function pagesOf(storage: Storage, values: Values, rows: number): Pages {
  if (values instanceof Float64Array) return doublePages(values.subarray(0, rows))
  switch (storage.kind) {
    case 'text':
      return textPages(values.subarray(0, rows), none, storage.dictionary.values)
    case 'flag':
      return flagPages(values.subarray(0, rows), none)
    case 'hashText':
      return hashTextPages(values.subarray(0, rows * hashWords))
    case 'uuid':
      return uuidPages(values.subarray(0, rows * hashWords))
    case 'integer':
      return integerPages(values.subarray(0, rows), none)
    case 'number':
      throw new Error('numbers wait as 64-bit floats')
  }
}
