import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { describe, inject } from 'vitest'

// Browser tests start no PostgreSQL: to them nothing is provided.
const provided: ReturnType<typeof inject<'postgres'>> | undefined = inject('postgres')
const server = provided ?? { missing: 'these tests run without one' }

/** Why there is no PostgreSQL to test on; null where there is one. */
export const postgresMissing: string | null = 'missing' in server ? server.missing : null

export type TestDatabase = { url: string; drop: () => Promise<void> }

/**
 * Creates an empty database on the test run's PostgreSQL. `drop` removes it, open connections included. Throws where
 * there is no PostgreSQL: use `describeOnPostgres`, which skips.
 */
export async function createDatabase(): Promise<TestDatabase> {
  if ('missing' in server) throw new Error(`no PostgreSQL: ${server.missing}`)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await execute(server.url, `create database ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => execute(server.url, `drop database if exists ${name} with (force)`) }
}

/** A `describe` that runs where there is a PostgreSQL; elsewhere it is skipped and its name says why. */
export function describeOnPostgres(name: string, tests: () => void): void {
  if (postgresMissing === null) describe(name, tests)
  else describe.skip(`${name} (skipped: ${postgresMissing})`, tests)
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
