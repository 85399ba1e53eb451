import type { FieldType } from '../../../shared/feeds/feed.ts'
import type { Dictionary } from '../check/dictionary.ts'
import { lengthOf } from './rowGroup.ts'
import type { Storage, Values } from './rowGroup.ts'

/** A column of accepted.parquet that the file supplies as values. */
export interface StagedColumn {
  readonly name: string
  readonly storage: Storage
  /** The texts that a column of places points to; null for other columns. */
  readonly dictionary: Dictionary | null
}

/** How a field of this type waits; references are not values. */
export function stagedColumn(name: string, type: FieldType, dictionary: Dictionary): StagedColumn {
  switch (type.kind) {
    case 'reference':
      throw new Error(`references are hashed, not staged: ${name}`)
    case 'date':
    case 'integer':
      return { name, storage: 'integer', dictionary: null }
    case 'flag':
      return { name, storage: 'flag', dictionary: null }
    case 'number':
      return { name, storage: 'number', dictionary: null }
    case 'area':
    case 'code':
    case 'codes':
    case 'label':
      return { name, storage: 'text', dictionary }
  }
}

/** Room for so many rows. */
export function valuesFor({ storage }: StagedColumn, rows: number): Values {
  const length = lengthOf(storage, rows)
  return storage === 'number' ? new Float64Array(length) : new Int32Array(length)
}
