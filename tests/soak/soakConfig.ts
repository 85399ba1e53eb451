import type { Config } from '../../server/config.ts'
import { westYorkshire } from '../../shared/partnership/westYorkshire.ts'

/** An empty installation on the embedded stores. */
export function soakConfig(dataDir: string): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: null,
    partnership: westYorkshire,
    sample: 'none',
  }
}
