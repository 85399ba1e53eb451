import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { readConfig } from '../../server/config.ts'
import { openInstallation } from '../../server/installation.ts'
import { runStatement } from './runStatement.ts'

/** An installation as its first start leaves it, at rest: what each test begins with a copy of. */
export interface EmptyInstallation {
  readonly folder: string
  /** The database that belongs to the folder; null for the embedded stores. */
  readonly database: string | null
}

declare module 'vitest' {
  interface ProvidedContext {
    emptyInstallation: { embedded: EmptyInstallation; postgres: EmptyInstallation | null }
  }
}

/** Runs once before the integration and browser tests: the migrations are carried out once for all of them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = project.getProvidedContext().postgres
  const server = postgres !== undefined && 'url' in postgres ? postgres.url : null
  const embedded = await firstStart(null)
  const other = server === null ? null : await firstStart(server)
  project.provide('emptyInstallation', { embedded, postgres: other })
  return async () => {
    await rm(embedded.folder, { recursive: true, force: true })
    if (other === null || server === null) return
    await rm(other.folder, { recursive: true, force: true })
    await runStatement(server, `drop database if exists ${other.database}`)
  }
}

async function firstStart(server: string | null): Promise<EmptyInstallation> {
  const folder = await mkdtemp(join(tmpdir(), 'dashboard-empty-'))
  const database = server === null ? null : `test_empty_${randomUUID().replaceAll('-', '')}`
  let DATABASE_URL
  if (server !== null && database !== null) {
    await runStatement(server, `create database ${database}`)
    const url = new URL(server)
    url.pathname = `/${database}`
    DATABASE_URL = url.href
  }
  const installation = await openInstallation(
    readConfig({ PORT: '0', DATA_DIR: folder, SAMPLE: 'none', DATABASE_URL }),
  )
  await installation.close()
  // Each makes keys of its own.
  for (const key of ['identity.key', 'pseudonym.key']) await rm(join(folder, 'keys', key))
  return { folder, database }
}
