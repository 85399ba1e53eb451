import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'

/** Where the running server answers the command line, and what lets it in. */
export interface Door {
  readonly port: number
  readonly token: string
}

/** The door of the server that holds the data folder; null where none has left word. */
export function doorTo({ dataDir }: Pick<Config, 'dataDir'>): Door | null {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8')) as Door
  } catch {
    return null
  }
}
