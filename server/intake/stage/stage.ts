import { acceptedColumns } from '../../../db/records/recordColumns.ts'
import type { Feed } from '../../../shared/feeds/feed.ts'
import { openSink } from './groupSink.ts'
import type { GroupSink } from './groupSink.ts'
import { References } from './references.ts'
import { lengthOf } from './rowGroup.ts'
import type { Values } from './rowGroup.ts'
import { valuesFor } from './stagedColumn.ts'
import type { StagedColumn } from './stagedColumn.ts'

/** What engines read in parallel, and little enough to hold: about 17 MB. */
const maxGroupRows = 122_880

export interface StageRequest {
  readonly feed: Feed
  readonly columns: readonly StagedColumn[]
  /** The names of the columns to be hashed. */
  readonly references: readonly string[]
  readonly pseudonymKey: Uint8Array
  readonly out: string
  readonly fileBytes: number
  /** As many rows as the file can have, so that a small one takes little memory. */
  readonly mostRows: number
}

/**
 * Accepted rows on their way to accepted.parquet. Write a row's values at `at` into the arrays of its columns, let the
 * reference columns take theirs, then call `keep`.
 */
export class Stage {
  /** The row being written, within the current row group. */
  at = 0
  private readonly groupRows: number
  private readonly columns: readonly {
    readonly column: StagedColumn
    readonly values: Values
    sent: number
  }[]
  private readonly hashed: ReadonlyMap<string, References>
  private readonly sink: GroupSink

  constructor({ feed, columns, references, pseudonymKey, out, fileBytes, mostRows }: StageRequest) {
    this.groupRows = Math.min(maxGroupRows, mostRows)
    this.columns = columns.map((column) => ({ column, values: valuesFor(column, this.groupRows), sent: 0 }))
    this.hashed = new Map(references.map((name) => [name, new References(this.groupRows)]))
    const layout = {
      out,
      columns: [
        ...acceptedColumns(feed),
        { name: 'row_key', type: 'uuid' as const },
        { name: 'seq', type: 'bigint' as const },
      ],
      staged: columns.map(({ name, storage }) => ({ name, storage })),
      references,
      pseudonymKey,
    }
    this.sink = openSink(layout, fileBytes)
  }

  /** The array that holds a column's values of the current row group: one element a row, four for a key. */
  values(name: string): Values {
    const found = this.columns.find(({ column }) => column.name === name)
    if (found === undefined) throw new Error(`no such column: ${name}`)
    return found.values
  }

  /** The references of a column in the current row group. */
  references(name: string): References {
    const found = this.hashed.get(name)
    if (found === undefined) throw new Error(`no such reference column: ${name}`)
    return found
  }

  /** Keeps the row at `at`. */
  keep(): void {
    for (const references of this.hashed.values()) references.keep(this.at)
    this.at++
    if (this.at === this.groupRows) this.flush()
  }

  /** Resolves when more rows may come. */
  ready(): Promise<void> {
    return this.sink.ready()
  }

  /** Writes what is left; resolves once the file is whole and has its name. */
  finish(): Promise<void> {
    if (this.at > 0) this.flush()
    return this.sink.finish()
  }

  /** Deletes what has been written, finished or not. */
  discard(): Promise<void> {
    return this.sink.discard()
  }

  private flush(): void {
    const rows = this.at
    const values = this.columns.map(({ column, values: all }) =>
      all.subarray(0, lengthOf(column.storage, rows)),
    )
    const references = [...this.hashed.values()].map((column) => ({
      bytes: column.bytes.subarray(0, column.length()),
      ends: column.ends.subarray(0, rows),
    }))
    const newTexts = this.columns.map((staged) => {
      const texts = staged.column.dictionary?.values ?? []
      const fresh = texts.slice(staged.sent)
      staged.sent = texts.length
      return fresh
    })
    this.sink.write({ rows, values, references, newTexts })
    for (const column of this.hashed.values()) column.clear()
    this.at = 0
  }
}
