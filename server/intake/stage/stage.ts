import { rename, rm } from 'node:fs/promises'
import {
  DOUBLE,
  DuckDBDataChunk,
  DuckDBDoubleVector,
  DuckDBInstance,
  DuckDBIntegerVector,
  DuckDBUUIDVector,
  INTEGER,
  UUID,
  VARCHAR,
} from '@duckdb/node-api'
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api'
import { acceptedColumns } from '../../../db/records/recordColumns.ts'
import type { Feed } from '../../../shared/feeds/feed.ts'
import { decoded, duckdbType } from './stagedColumn.ts'
import type { StagedColumn, Storage } from './stagedColumn.ts'

const rowsAChunk = 2048
const hashWords = 4

const typeOf = { integer: INTEGER, double: DOUBLE, uuid: UUID }
const sqlTypeOf = { integer: 'INTEGER', double: 'DOUBLE', uuid: 'UUID' }

/** Accepted rows and their records in one area-month. */
export interface Tally {
  readonly month: number
  readonly quarter: boolean
  readonly area: string
  readonly rows: number
  readonly count: number
}

/**
 * Accepted rows on their way to Parquet, in a DuckDB in memory that belongs to this thread alone.
 * Write a row's values at `at` into the arrays of `ints`, `doubles` and `hashes`, then call `keep`.
 */
export class Stage {
  /** The row being written, within the current chunk. */
  at = 0
  private readonly columns: readonly StagedColumn[]
  private readonly arrays: readonly (Int32Array | Float64Array)[]
  private readonly connection: DuckDBConnection
  private readonly appender: DuckDBAppender
  private readonly instance: DuckDBInstance

  private constructor(
    {
      instance,
      connection,
      appender,
    }: { instance: DuckDBInstance; connection: DuckDBConnection; appender: DuckDBAppender },
    columns: readonly StagedColumn[],
  ) {
    this.instance = instance
    this.connection = connection
    this.appender = appender
    this.columns = columns
    this.arrays = columns.map(({ storage }) => arrayFor(storage))
  }

  /** Opens an empty stage; what does not fit in memory is spilled beside `out`. */
  static async open(columns: readonly StagedColumn[], out: string): Promise<Stage> {
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: '512MB',
      temp_directory: `${out}.spill`,
      threads: '2',
    })
    const connection = await instance.connect()
    const definitions = columns.map(({ name, storage }) => `"${name}" ${sqlTypeOf[storage]}`)
    await connection.run(`CREATE TABLE staged (${definitions.join(', ')})`)
    return new Stage({ instance, connection, appender: await connection.createAppender('staged') }, columns)
  }

  /** The array that holds a column's values of the current chunk: one element a row, four for a hash. */
  array(name: string): Int32Array | Float64Array {
    const found = this.arrays[this.columns.findIndex((column) => column.name === name)]
    if (found === undefined) throw new Error(`no such column: ${name}`)
    return found
  }

  /** Keeps the row at `at`. */
  keep(): void {
    this.at++
    if (this.at === rowsAChunk) this.flush()
  }

  /** Call once every row has been kept. */
  finish(): void {
    if (this.at > 0) this.flush()
    this.appender.closeSync()
  }

  /** Rows and records by month and area. */
  async tally(): Promise<Tally[]> {
    await this.loadDictionaries()
    const area = this.expression('area')
    const reader = await this.connection.runAndReadAll(
      `SELECT month, grain, ${area} AS area, count(*)::DOUBLE, sum("count")::DOUBLE FROM staged GROUP BY ALL ORDER BY ALL`,
    )
    return reader.getRows().map(([month, grain, name, rows, count]) => ({
      month: Number(month),
      quarter: Number(grain) === 1,
      area: String(name),
      rows: Number(rows),
      count: Number(count),
    }))
  }

  /** The rows for which `condition` does not hold: their number in the file and their month. */
  async without(condition: string): Promise<{ row: number; month: number }[]> {
    const reader = await this.connection.runAndReadAll(
      `SELECT file_row, month FROM staged WHERE NOT (${condition}) ORDER BY file_row`,
    )
    return reader.getRows().map(([row, month]) => ({ row: Number(row), month: Number(month) }))
  }

  /** The different agencies of the rows for which `condition` holds. */
  async agencies(condition: string): Promise<string[]> {
    const reader = await this.connection.runAndReadAll(
      `SELECT DISTINCT ${this.expression('agency')} FROM staged WHERE ${condition} ORDER BY 1`,
    )
    return reader.getRows().map(([agency]) => String(agency))
  }

  /** Writes the rows for which `condition` holds, in the order of the file, as the columns of the feed's records. */
  async write({ feed, condition, out }: { feed: Feed; condition: string; out: string }): Promise<void> {
    const columns = acceptedColumns(feed).map((column) => {
      const staged = this.columns.find(({ name }) => name === column.name)
      const expression = staged ? this.expression(staged.name) : 'NULL'
      return `(${expression})::${duckdbType(column)} AS "${column.name}"`
    })
    const partial = `${out}.partial`
    await this.connection.run(
      `COPY (SELECT ${columns.join(', ')}, row_key, row_number() OVER () - 1 AS seq FROM staged WHERE ${condition})
       TO '${partial.replaceAll("'", "''")}' (FORMAT parquet)`,
    )
    await rename(partial, out)
  }

  /** Stops a query that is running. */
  interrupt(): void {
    this.connection.interrupt()
  }

  /** Gives back memory and whatever was spilled or half written. */
  async close(out: string): Promise<void> {
    this.connection.closeSync()
    this.instance.closeSync()
    await rm(`${out}.partial`, { force: true })
    await rm(`${out}.spill`, { force: true, recursive: true })
  }

  private expression(name: string): string {
    const column = this.columns.find((staged) => staged.name === name)
    if (column === undefined) throw new Error(`no such column: ${name}`)
    return decoded(column, `getvariable('${dictionaryName(name)}')`)
  }

  private flush(): void {
    const chunk = DuckDBDataChunk.create(
      this.columns.map(({ storage }) => typeOf[storage]),
      this.at,
    )
    this.columns.forEach((_, index) => {
      const vector = chunk.getColumnVector(index)
      const array = this.arrays[index]
      // Whole arrays at once: the public setters check and convert value by value, which costs half of the import.
      if (array instanceof Float64Array && vector instanceof DuckDBDoubleVector) {
        vector['items'].set(array.subarray(0, this.at))
      } else if (array instanceof Int32Array && vector instanceof DuckDBIntegerVector) {
        vector['items'].set(array.subarray(0, this.at))
      } else if (array instanceof Int32Array && vector instanceof DuckDBUUIDVector) {
        const { buffer, byteOffset, byteLength } = vector['dataView']
        new Int32Array(buffer, byteOffset, byteLength / 4).set(array.subarray(0, this.at * hashWords))
      } else throw new Error(`column ${index} cannot be staged`)
      vector.flush()
    })
    this.appender.appendDataChunk(chunk)
    this.at = 0
  }

  /** Each dictionary as a list in a variable, so that a row's place in it gives its text. */
  private async loadDictionaries(): Promise<void> {
    for (const { name, decoding } of this.columns) {
      if (decoding.kind !== 'dictionary') continue
      const { values } = decoding.dictionary
      await this.connection.run('CREATE OR REPLACE TEMP TABLE dictionary (place INTEGER, value VARCHAR)')
      const appender = await this.connection.createAppender('dictionary')
      for (let from = 0; from < values.length; from += rowsAChunk) {
        const part = values.slice(from, from + rowsAChunk)
        const chunk = DuckDBDataChunk.create([INTEGER, VARCHAR], part.length)
        chunk.setColumns([part.map((_, index) => from + index), part])
        appender.appendDataChunk(chunk)
      }
      appender.closeSync()
      await this.connection.run(
        `SET VARIABLE "${dictionaryName(name)}" = (SELECT coalesce(list(value ORDER BY place), []::VARCHAR[]) FROM dictionary)`,
      )
    }
  }
}

function dictionaryName(column: string): string {
  return `values_of_${column}`
}

function arrayFor(storage: Storage): Int32Array | Float64Array {
  if (storage === 'double') return new Float64Array(rowsAChunk)
  return new Int32Array(storage === 'uuid' ? rowsAChunk * hashWords : rowsAChunk)
}
