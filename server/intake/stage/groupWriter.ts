import { renameSync, rmSync } from 'node:fs'
import { none } from '../check/cell.ts'
import {
  doublePages,
  emptyPages,
  flagPages,
  hashTextPages,
  integerPages,
  sequencePages,
  textPages,
  uuidPages,
} from '../parquet/pages.ts'
import type { Pages } from '../parquet/pages.ts'
import { ParquetFile } from '../parquet/parquetFile.ts'
import { ReferenceHash } from './referenceHash.ts'
import type { GroupLayout, RowGroup, Values } from './rowGroup.ts'

/** Hashes the references of row groups and writes them to accepted.parquet, which has its name only once it is whole. */
export class GroupWriter {
  private readonly layout: GroupLayout
  private readonly file: ParquetFile
  private readonly hashes: readonly ReferenceHash[]
  private readonly dictionaries: readonly string[][]
  private written = 0
  private open = true

  constructor(layout: GroupLayout) {
    this.layout = layout
    this.file = new ParquetFile(partial(layout.out), layout.columns)
    this.hashes = layout.references.map((name) => new ReferenceHash(layout.pseudonymKey, name))
    this.dictionaries = layout.staged.map(() => [])
  }

  write(group: RowGroup): void {
    group.newTexts.forEach((texts, index) => {
      for (const text of texts) this.dictionaries[index]?.push(text)
    })
    const keys = group.values[this.layout.staged.findIndex(({ name }) => name === 'row_key')]
    if (!(keys instanceof Int32Array)) throw new Error('rows have no keys')
    const hashes = this.hashes.map((hash, index) =>
      hash.hashAll(group.references[index] ?? missing(index), keys),
    )
    this.file.writeGroup(this.pages(group, hashes), group.rows)
    this.written += group.rows
  }

  /** Gives the file its name. */
  finish(): void {
    this.file.finish()
    this.open = false
    renameSync(partial(this.layout.out), this.layout.out)
  }

  /** Closes the file as it is, to be deleted. */
  abandon(): void {
    if (this.open) this.file.abandon()
    this.open = false
  }

  /** One column at a time, so that only one is held twice. */
  private *pages({ rows, values }: RowGroup, hashes: readonly Int32Array[]): Generator<Pages> {
    const { columns, references, staged } = this.layout
    for (const { name } of columns) {
      const hashed = hashes[references.indexOf(name)]
      const index = staged.findIndex((column) => column.name === name)
      const held = values[index]
      if (hashed) yield hashTextPages(hashed)
      else if (held) yield this.pagesOf(index, held)
      else if (name === 'seq') yield sequencePages(this.written, rows)
      else yield emptyPages(rows)
    }
  }

  private pagesOf(index: number, values: Values): Pages {
    const storage = this.layout.staged[index]?.storage
    if (values instanceof Float64Array) return doublePages(values)
    switch (storage) {
      case 'text':
        return textPages(values, none, this.dictionaries[index] ?? [])
      case 'flag':
        return flagPages(values, none)
      case 'key':
        return uuidPages(values)
      case 'integer':
        return integerPages(values, none)
      case 'number':
      case undefined:
        throw new Error(`column ${index} cannot be written`)
    }
  }
}

/** Deletes whatever a writer has written. */
export function removeWritten(out: string): void {
  rmSync(partial(out), { force: true })
  rmSync(out, { force: true })
}

function partial(out: string): string {
  return `${out}.partial`
}

function missing(index: number): never {
  throw new Error(`reference column ${index} is missing`)
}
