import pg from 'pg'

const int8 = 20
const numeric = 1700
const date = 1082

/** Connections to PostgreSQL that give counts as numbers and dates as YYYY-MM-DD text, as the embedded stores do. */
export function postgresPool(url: string): pg.Pool {
  const types = new pg.TypeOverrides()
  types.setTypeParser(int8, Number)
  types.setTypeParser(numeric, Number)
  types.setTypeParser(date, (text) => text)
  const pool = new pg.Pool({ connectionString: url, types, max: 8 })
  // An idle connection that the server closes is replaced on the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  return pool
}
