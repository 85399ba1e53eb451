import { randomUUID } from 'node:crypto'
import { describe, inject } from 'vitest'
import { runStatement } from './runStatement.ts'

// Browser tests start no PostgreSQL: to them nothing is provided.
const provided: ReturnType<typeof inject<'postgres'>> | undefined = inject('postgres')
const server = provided ?? { missing: 'these tests run without one' }

/** Why there is no PostgreSQL to test on; null where there is one. */
export const postgresMissing: string | null = 'missing' in server ? server.missing : null

export type TestDatabase = { url: string; drop: () => Promise<void> }

/**
 * Creates a database on the test run's PostgreSQL, empty or like another. `drop` removes it, open connections included.
 * Throws where there is no PostgreSQL: use `describeOnPostgres`, which skips.
 */
export async function createDatabase(like?: string): Promise<TestDatabase> {
  if ('missing' in server) throw new Error(`no PostgreSQL: ${server.missing}`)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await runStatement(server.url, `create database ${name}${like === undefined ? '' : ` template ${like}`}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: () => runStatement(server.url, `drop database if exists ${name} with (force)`),
  }
}

/** A `describe` that runs where there is a PostgreSQL; elsewhere it is skipped and its name says why. */
export function describeOnPostgres(name: string, tests: () => void): void {
  if (postgresMissing === null) describe(name, tests)
  else describe.skip(`${name} (skipped: ${postgresMissing})`, tests)
}
