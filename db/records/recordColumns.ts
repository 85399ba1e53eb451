import type { Feed, FieldType } from '../../shared/feeds/feed.ts'

export type ColumnType = 'text' | 'integer' | 'bigint' | 'double precision' | 'boolean' | 'date' | 'uuid'

/** A column of a records table: SQL names are the field names of the feed. */
export interface RecordColumn {
  readonly name: string
  readonly type: ColumnType
}

/**
 * The columns that an accepted row brings, in the order of `accepted.parquet`:
 * who sent it, the area, the month of the feed's own date as year × 12 + month − 1, whether that month stands
 * for a whole quarter, how many records the row stands for, then every field. A further date has its month beside it.
 */
export function acceptedColumns(feed: Feed): RecordColumn[] {
  const columns: RecordColumn[] = [
    { name: 'agency', type: 'text' },
    { name: 'area', type: 'text' },
    { name: 'month', type: 'integer' },
    { name: 'grain', type: 'text' },
    { name: 'count', type: 'integer' },
  ]
  const taken = new Set(columns.map((column) => column.name))
  for (const field of feed.fields) {
    if (taken.has(field.name)) continue
    columns.push({ name: field.name, type: columnType(field.type) })
    if (field.type.kind === 'date' && field.name !== feed.date)
      columns.push({ name: `${field.name}_month`, type: 'integer' })
  }
  return columns
}

/**
 * A records table: the accepted columns; `record_id`, unique by submission and row; `row_key`, the content hash by which
 * identical rows are recognised; and the submissions that put the row in and took it out (null while current).
 */
export function recordColumns(feed: Feed): RecordColumn[] {
  return [
    { name: 'record_id', type: 'bigint' },
    ...acceptedColumns(feed),
    { name: 'row_key', type: 'uuid' },
    { name: 'added_in', type: 'integer' },
    { name: 'withdrawn_in', type: 'integer' },
  ]
}

function columnType(type: FieldType): ColumnType {
  switch (type.kind) {
    case 'date':
      return 'date'
    case 'flag':
      return 'boolean'
    case 'integer':
      return 'integer'
    case 'number':
      return 'double precision'
    case 'reference':
    case 'area':
    case 'code':
    case 'codes':
    case 'label':
      return 'text'
  }
}
