import { Kysely, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { postgresPool } from '../postgresPool.ts'
import { workspaceMigrations } from './migrations.ts'
import { nodeSqliteDialect } from './nodeSqliteDialect.ts'
import type { WorkspaceTables } from './tables.ts'

export type Workspace = Kysely<WorkspaceTables>

/**
 * Opens the store of what people write, and brings it up to the current version.
 * `location` is an SQLite file's path or a `postgres://` address. Throws when a migration fails; nothing is half applied.
 */
export async function openWorkspace(location: string): Promise<Workspace> {
  const postgres = /^postgres(ql)?:/.test(location)
  const dialect = postgres
    ? new PostgresDialect({ pool: postgresPool(location) })
    : nodeSqliteDialect(location)
  const db = new Kysely<WorkspaceTables>({ dialect })
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => workspaceMigrations },
    // Each stands alone; one that was numbered earlier may arrive in a later version.
    allowUnorderedMigrations: true,
  })
  const { error } = await migrator.migrateToLatest()
  if (error) {
    await db.destroy()
    throw new Error('the workspace could not be brought up to date', { cause: error })
  }
  return db
}
