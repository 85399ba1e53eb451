import { ConfigError } from './config.ts'

/** What to do about a database that does not let us in, by PostgreSQL's or the network's code. */
const advice: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers at that address. Check that the database runs, and the host and port',
  ENOTFOUND: 'its host is not known. Check the name',
  EAI_AGAIN: 'its host cannot be looked up now. Check the name and the network',
  ETIMEDOUT: 'it does not answer. Check the host, the port and any firewall',
  ECONNRESET: 'it ended the connection. Check that it is a PostgreSQL and whether it asks for TLS',
  '28P01': 'it refuses the password',
  '28000': 'it does not let this account in',
  '3D000': 'there is no such database. Create it first',
  '42501': 'the account may not create tables there',
}

/** A sentence for whoever set DATABASE_URL where the database cannot be reached; null for any other error. Never the address: it may hold a password. */
export function databaseRefusal(error: unknown): ConfigError | null {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    const inner = each instanceof AggregateError ? (each.errors[0] as unknown) : each
    const code = typeof inner === 'object' && inner !== null && 'code' in inner ? String(inner.code) : ''
    const found = advice[code]
    if (found !== undefined) return new ConfigError(`The database of DATABASE_URL cannot be used: ${found}.`)
  }
  return null
}
