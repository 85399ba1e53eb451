import type { RecordColumn } from '../../../db/records/recordColumns.ts'
import type { FieldType } from '../../../shared/feeds/feed.ts'
import { none } from '../check/cell.ts'
import type { Dictionary } from '../check/dictionary.ts'

/** How a column waits in memory before Parquet: whole numbers, numbers, or hashes of 128 bits. */
export type Storage = 'integer' | 'double' | 'uuid'

/** How a waiting value becomes the stored one. */
export type Decoding =
  | { readonly kind: 'dictionary'; readonly dictionary: Dictionary }
  | { readonly kind: 'day' | 'flag' | 'integer' | 'number' | 'hash' | 'grain' }

/** A column of accepted.parquet that the file supplies. */
export interface StagedColumn {
  readonly name: string
  readonly storage: Storage
  readonly decoding: Decoding
}

/** How a field of this type waits. */
export function decodingOf(type: FieldType, dictionary: Dictionary): Decoding {
  switch (type.kind) {
    case 'reference':
      return { kind: 'hash' }
    case 'date':
      return { kind: 'day' }
    case 'flag':
      return { kind: 'flag' }
    case 'integer':
      return { kind: 'integer' }
    case 'number':
      return { kind: 'number' }
    case 'area':
    case 'code':
    case 'codes':
    case 'label':
      return { kind: 'dictionary', dictionary }
  }
}

export function storageOf(decoding: Decoding): Storage {
  if (decoding.kind === 'hash') return 'uuid'
  return decoding.kind === 'number' ? 'double' : 'integer'
}

/** SQL that turns the waiting value of a column into the stored one; `values` names the dictionary as a list. */
export function decoded({ name, decoding }: StagedColumn, values: string): string {
  const column = `"${name}"`
  switch (decoding.kind) {
    case 'dictionary':
      return `list_extract(${values}, nullif(${column}, ${none}))`
    case 'day':
      return `DATE '1970-01-01' + nullif(${column}, ${none})`
    case 'flag':
      return `nullif(${column}, ${none}) = 1`
    case 'integer':
      return `nullif(${column}, ${none})`
    case 'number':
      return `CASE WHEN isnan(${column}) THEN NULL ELSE ${column} END`
    case 'hash':
      return `left(to_base64(nullif(${column}, '00000000-0000-0000-0000-000000000000'::UUID)::BLOB), 22)`
    case 'grain':
      return `CASE ${column} WHEN 1 THEN 'quarter' ELSE 'month' END`
  }
}

/** The type that a column of accepted.parquet has in DuckDB. */
export function duckdbType({ type }: RecordColumn): string {
  return type === 'text' ? 'VARCHAR' : type.toUpperCase()
}
