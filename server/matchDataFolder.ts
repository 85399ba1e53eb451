import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Workspace } from '../db/workspace/openWorkspace.ts'
import { ConfigError } from './config.ts'

/**
 * Makes sure that the workspace and the data folder belong together: the archive and the key of one installation with
 * the register of another would lose files and mix people's references. Both carry the same id from the first start.
 * Throws ConfigError with what to do when they do not match; nothing is changed then.
 */
export async function matchDataFolder(workspace: Workspace, dataDir: string): Promise<void> {
  const path = join(dataDir, 'keys', 'installation.id')
  const folder = existsSync(path) ? readFileSync(path, 'utf8').trim() : null
  const row = await workspace
    .selectFrom('installation')
    .select('value')
    .where('name', '=', 'id')
    .executeTakeFirst()
  const database = row?.value ?? null
  if (folder !== null && folder === database) return
  if (database !== null) {
    throw new ConfigError(
      `The database belongs to another data folder than ${dataDir}. Set DATA_DIR to the folder it was started with, or DATABASE_URL to another database.`,
    )
  }
  if (holdsSubmissions(dataDir)) {
    throw new ConfigError(
      `The data folder ${dataDir} holds submissions that this database does not know. Set DATABASE_URL to the database it was started with, or DATA_DIR to an empty folder.`,
    )
  }
  const id = folder ?? randomUUID()
  mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
  // The folder first: a start cut short between the two finds a folder without submissions and goes on.
  writeFileSync(path, id, { mode: 0o600, flush: true })
  await workspace.insertInto('installation').values({ name: 'id', value: id }).execute()
}

function holdsSubmissions(dataDir: string): boolean {
  const archive = join(dataDir, 'archive')
  return existsSync(archive) && readdirSync(archive).length > 0
}
