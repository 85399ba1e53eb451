import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { openInstallation } from './installation.ts'
import { DataDirInUse } from './ownDataDir.ts'
import { loadSampleIfEmpty } from './sample/loadSample.ts'

try {
  await serve()
} catch (error) {
  const isExpected = error instanceof ConfigError || error instanceof DataDirInUse
  console.error(isExpected ? error.message : error)
  process.exit(1)
}

async function serve(): Promise<void> {
  const config = readConfig(process.env)
  const installation = await openInstallation(config)
  await loadSampleIfEmpty(installation, { say: (line) => console.log(line) })
  const token = randomBytes(24).toString('base64url')
  const app = await createApp(installation, { token })
  const doorway = join(config.dataDir, 'server.json')
  const stop = async (): Promise<void> => {
    rmSync(doorway, { force: true })
    await app.close()
    await installation.close()
    process.exit(0)
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
  try {
    await app.listen({ port: config.port, host: config.host })
  } catch (error) {
    await installation.close()
    const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    throw inUse
      ? new ConfigError(
          `Port ${config.port} is in use by another program. Stop it, or set PORT to another number.`,
        )
      : error
  }
  const address = app.addresses()[0]
  const port = typeof address === 'object' ? address.port : config.port
  // The command line reaches the running server through this file; only this account may read it.
  writeFileSync(doorway, JSON.stringify({ port, token, pid: process.pid }), { mode: 0o600 })
  const host =
    config.host === '127.0.0.1' || config.host === '0.0.0.0' || config.host === '::'
      ? 'localhost'
      : config.host
  console.log(`${config.partnership.board}: the dashboard is at http://${host}:${port}`)
}
