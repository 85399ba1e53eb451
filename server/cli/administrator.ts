import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, readConfig } from '../config.ts'
import { administratorLink } from '../identity/firstAdministrator.ts'
import { openInstallation } from '../installation.ts'
import { DataDirInUse } from '../ownDataDir.ts'

process.exit(await main())

/**
 * Prints a one-time link for a new administrator, for the first start and for the day on which every administrator has
 * lost their way in. Who may read the data folder could read everything anyway.
 */
async function main(): Promise<number> {
  try {
    const config = readConfig(process.env)
    try {
      const installation = await openInstallation(config)
      try {
        process.stdout.write(`${await administratorLink(installation, config.port)}\n`)
      } finally {
        await installation.close()
      }
    } catch (error) {
      if (!(error instanceof DataDirInUse)) throw error
      process.stdout.write(`${await askServer(config.dataDir, error)}\n`)
    }
    return 0
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof DataDirInUse)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

async function askServer(dataDir: string, inUse: DataDirInUse): Promise<string> {
  let door: { port: number; token: string }
  try {
    door = JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8')) as typeof door
  } catch {
    throw inUse
  }
  const response = await fetch(`http://127.0.0.1:${door.port}/api/administrator`, {
    method: 'POST',
    headers: { authorization: `Bearer ${door.token}` },
  })
  if (!response.ok) throw new ConfigError('The running dashboard could not make a link.')
  return ((await response.json()) as { link: string }).link
}
