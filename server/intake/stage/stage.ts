import { renameSync, rmSync } from 'node:fs'
import { acceptedColumns } from '../../../db/records/recordColumns.ts'
import type { RecordColumn } from '../../../db/records/recordColumns.ts'
import type { Feed } from '../../../shared/feeds/feed.ts'
import { emptyPages, sequencePages } from '../parquet/pages.ts'
import type { Pages } from '../parquet/pages.ts'
import { ParquetFile } from '../parquet/parquetFile.ts'
import { pagesOf, valuesFor } from './stagedColumn.ts'
import type { StagedColumn, Values } from './stagedColumn.ts'

/** What engines read in parallel, and little enough to hold: about 17 MB. */
const maxGroupRows = 122_880

/**
 * Accepted rows on their way to accepted.parquet. Write a row's values at `at` into the arrays of its columns, then call
 * `keep`. The file has its name only once it is whole.
 */
export class Stage {
  /** The row being written, within the current row group. */
  at = 0
  private readonly out: string
  private readonly groupRows: number
  private readonly columns: readonly RecordColumn[]
  private readonly staged: ReadonlyMap<string, { readonly column: StagedColumn; readonly values: Values }>
  private readonly file: ParquetFile
  private written = 0
  private open = true

  /** `mostRows` is as many as the file can have, so that a small one takes little memory. */
  constructor(
    feed: Feed,
    columns: readonly StagedColumn[],
    { out, mostRows }: { out: string; mostRows: number },
  ) {
    this.out = out
    this.groupRows = Math.min(maxGroupRows, mostRows)
    this.columns = [
      ...acceptedColumns(feed),
      { name: 'row_key', type: 'uuid' },
      { name: 'seq', type: 'bigint' },
    ]
    this.staged = new Map(
      columns.map((column) => [column.name, { column, values: valuesFor(column.storage, this.groupRows) }]),
    )
    this.file = new ParquetFile(this.partial(), this.columns)
  }

  /** The array that holds a column's values of the current row group: one element a row, four for a hash. */
  values(name: string): Values {
    const found = this.staged.get(name)
    if (found === undefined) throw new Error(`no such column: ${name}`)
    return found.values
  }

  /** Keeps the row at `at`. */
  keep(): void {
    this.at++
    if (this.at === this.groupRows) this.flush()
  }

  /** Writes what is left and gives the file its name. */
  finish(): void {
    if (this.at > 0) this.flush()
    this.file.finish()
    this.open = false
    renameSync(this.partial(), this.out)
  }

  /** Deletes what has been written, finished or not. */
  discard(): void {
    if (this.open) this.file.abandon()
    this.open = false
    rmSync(this.partial(), { force: true })
    rmSync(this.out, { force: true })
  }

  private partial(): string {
    return `${this.out}.partial`
  }

  private flush(): void {
    this.file.writeGroup(this.pages(), this.at)
    this.written += this.at
    this.at = 0
  }

  /** One column at a time, so that only one is held twice. */
  private *pages(): Generator<Pages> {
    for (const { name } of this.columns) {
      const found = this.staged.get(name)
      if (found) yield pagesOf(found.column.storage, found.values, this.at)
      else if (name === 'seq') yield sequencePages(this.written, this.at)
      else yield emptyPages(this.at)
    }
  }
}
