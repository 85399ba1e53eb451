import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Another process has this data folder open. */
export class DataDirInUse extends Error {
  constructor(dataDir: string) {
    super(
      `The data folder ${dataDir} is in use by another running dashboard. Stop that one first, or set DATA_DIR to another folder.`,
    )
  }
}

/**
 * Takes the data folder for this process alone until `release`; the operating system frees it if the process dies.
 * Throws DataDirInUse when another process holds it.
 */
export function ownDataDir(dataDir: string): { release: () => void } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const lock = new DatabaseSync(join(dataDir, 'owner.lock'))
  try {
    lock.exec('pragma busy_timeout = 0; pragma locking_mode = exclusive; begin exclusive')
  } catch {
    lock.close()
    throw new DataDirInUse(dataDir)
  }
  return { release: () => lock.close() }
}
