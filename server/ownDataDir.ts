import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ConfigError } from './config.ts'

/** Another process has this data folder open. */
export class DataDirInUse extends Error {
  constructor(dataDir: string) {
    super(
      `The data folder ${dataDir} is in use by another running dashboard. Stop that one first, or set DATA_DIR to another folder.`,
    )
  }
}

/** SQLite's code for a lock that another process holds. */
const busy = 5

/**
 * Takes the data folder for this process alone until `release`; the operating system frees it if the process dies.
 * Throws DataDirInUse when another process holds it, and ConfigError when it cannot be made or written to.
 */
export function ownDataDir(dataDir: string): { release: () => void } {
  let lock: DatabaseSync | undefined
  try {
    makeFolder(dataDir)
    lock = new DatabaseSync(join(dataDir, 'owner.lock'))
    lock.exec('pragma busy_timeout = 0; pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    lock?.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === busy)
      throw new DataDirInUse(dataDir)
    throw new ConfigError(
      `The data folder ${dataDir} cannot be used (${error instanceof Error ? error.message : String(error)}). Check that it is a folder that this account may write to, or set DATA_DIR to another one.`,
    )
  }
  const held = lock
  return { release: () => held.close() }
}

/** Makes a folder and those above it, one by one: Node's own way never ends where the system makes none, as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}
