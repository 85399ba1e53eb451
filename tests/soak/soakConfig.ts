import { readConfig, type Config } from '../../server/config.ts'

/** An empty installation on the embedded stores. */
export function soakConfig(dataDir: string): Config {
  return readConfig({ PORT: '0', DATA_DIR: dataDir, SAMPLE: 'none' })
}
