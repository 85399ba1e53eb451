import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'

/** A DuckDB of its own, with nothing of the product in it. */
export interface ByHand {
  run(sql: string): Promise<void>
  /** The rows of a query, as plain objects; counts are numbers. */
  rows(sql: string): Promise<Record<string, unknown>[]>
  close(): void
}

/** Opens a DuckDB file, or memory, with the engine's own settings. */
export async function openByHand(path = ':memory:'): Promise<ByHand> {
  const instance = await DuckDBInstance.create(path)
  const connection: DuckDBConnection = await instance.connect()
  return {
    async run(sql) {
      await connection.run(sql)
    },
    async rows(sql) {
      const reader = await connection.runAndReadAll(sql)
      return reader
        .getRowObjectsJS()
        .map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [
              name,
              typeof value === 'bigint' ? Number(value) : value,
            ]),
          ),
        )
    },
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
