import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  type DuckDBConnection,
  type DuckDBInstance,
  type DuckDBValue,
} from '@duckdb/node-api'
import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'

/**
 * Kysely on DuckDB in the PostgreSQL dialect, over several connections of one instance.
 * Counts come back as numbers and dates as YYYY-MM-DD text.
 */
export function duckdbDialect(instance: DuckDBInstance, connections: number): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => duckdbDriver(instance, connections),
  }
}

function duckdbDriver(instance: DuckDBInstance, connections: number): Driver {
  const idle: DuckDBDatabaseConnection[] = []
  const waiting: PromiseWithResolvers<DuckDBDatabaseConnection>[] = []
  let whenIdle: (() => void) | null = null
  const release = (connection: DuckDBDatabaseConnection) => {
    const next = waiting.shift()
    if (next) next.resolve(connection)
    else idle.push(connection)
    if (idle.length === all.length) whenIdle?.()
  }
  const all: DuckDBDatabaseConnection[] = []
  return {
    async init() {
      for (let i = 0; i < connections; i++) {
        const connection = new DuckDBDatabaseConnection(await instance.connect())
        all.push(connection)
        idle.push(connection)
      }
    },
    async acquireConnection() {
      if (whenIdle !== null) throw closed()
      const connection = idle.pop()
      if (connection !== undefined) return connection
      const next = Promise.withResolvers<DuckDBDatabaseConnection>()
      waiting.push(next)
      return next.promise
    },
    async beginTransaction(connection) {
      await (connection as DuckDBDatabaseConnection).run('begin')
    },
    async commitTransaction(connection) {
      await (connection as DuckDBDatabaseConnection).run('commit')
    },
    async rollbackTransaction(connection) {
      await (connection as DuckDBDatabaseConnection).run('rollback')
    },
    async releaseConnection(connection) {
      release(connection as DuckDBDatabaseConnection)
    },
    async destroy() {
      // To close a connection while it answers ends the process: what runs is waited for, what waits is turned away.
      const done = new Promise<void>((resolve) => (whenIdle = resolve))
      for (const next of waiting.splice(0)) next.reject(closed())
      if (idle.length < all.length) await done
      for (const connection of all) connection.close()
    },
  }
}

function closed(): Error {
  return new Error('the records are closed')
}

class DuckDBDatabaseConnection implements DatabaseConnection {
  readonly #connection: DuckDBConnection

  constructor(connection: DuckDBConnection) {
    this.#connection = connection
  }

  async run(sql: string): Promise<void> {
    await this.#connection.run(sql)
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const reader = await this.#connection.runAndReadAll(query.sql, query.parameters as DuckDBValue[])
    const names = reader.columnNames()
    const columns = reader.getColumns()
    const rows: Record<string, unknown>[] = []
    for (let row = 0; row < reader.currentRowCount; row++) {
      const object: Record<string, unknown> = {}
      for (const [column, name] of names.entries()) object[name] = plainValue(columns[column]?.[row])
      rows.push(object)
    }
    return { rows: rows as R[], numAffectedRows: BigInt(reader.rowsChanged) }
  }

  // eslint-disable-next-line require-yield -- results are small aggregates; nothing streams
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('records are read as aggregates, never streamed')
  }

  close(): void {
    this.#connection.closeSync()
  }
}

/** DuckDB's counts are 64- or 128-bit integers and its dates day numbers: the product knows numbers and YYYY-MM-DD. */
function plainValue(value: DuckDBValue | undefined): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof DuckDBDateValue) return value.toString()
  if (value instanceof DuckDBDecimalValue) return value.toDouble()
  return value
}
