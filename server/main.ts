import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from './app.ts'
import { applyRetention } from './dataProtection/applyRetention.ts'
import { errorLine } from './errorLine.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { administratorLink, dashboardAddress, needsAdministrator } from './identity/firstAdministrator.ts'
import { openInstallation, type Installation } from './installation.ts'
import { DataDirInUse } from './ownDataDir.ts'
import { loadSampleIfEmpty } from './sample/loadSample.ts'

try {
  await serve()
} catch (error) {
  const isExpected = error instanceof ConfigError || error instanceof DataDirInUse
  console.error(isExpected ? error.message : errorLine(error))
  process.exit(1)
}

async function serve(): Promise<void> {
  const config = readConfig(process.env)
  const installation = await openInstallation(config)
  const { register } = installation
  await loadSampleIfEmpty(installation, { say: (line) => console.log(line) })
  const retention = daily(() => applyRetention(installation))
  const token = randomBytes(24).toString('base64url')
  const app = await createApp(installation, { token, warm: config.lookAhead })
  const doorway = join(config.dataDir, 'server.json')
  const stop = async (): Promise<void> => {
    clearInterval(retention)
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
    throw listenRefusal(error, config)
  }
  const listening = app.addresses()[0]
  const port = typeof listening === 'object' ? listening.port : config.port
  // The command line reaches the running server through this file; only this account may read it.
  writeFileSync(doorway, JSON.stringify({ port, token, pid: process.pid }), { mode: 0o600 })
  await announceAdministrator(installation, port)
  // The first real file closes the sample: whoever loaded it needs an account now.
  let announced = !register.sampleOnly()
  register.onPosition(() => {
    if (announced || register.sampleOnly()) return
    announced = true
    void announceAdministrator(installation, port)
  })
  const address = dashboardAddress(installation, port)
  console.log(`${config.partnership.board}: the dashboard is at ${address}`)
}

/** What to do about an address that cannot be listened on; anything else as it is. */
function listenRefusal(error: unknown, { host, port }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE')
    return new ConfigError(
      `Port ${port} is in use by another program. Stop it, or set PORT to another number.`,
    )
  if (code === 'EACCES')
    return new ConfigError(`This account may not listen on port ${port}. Set PORT to a number above 1023.`)
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL' || code === 'EAI_AGAIN')
    return new ConfigError(
      `HOST is ${host}, which is no address of this machine. Set it to 127.0.0.1 or another of its own.`,
    )
  return error
}

/** Prints the link for the first administrator where nobody could sign in without it. */
async function announceAdministrator(installation: Installation, port: number): Promise<void> {
  if (!(await needsAdministrator(installation))) return
  const link = await administratorLink(installation, port)
  console.log('Nobody has an account yet. This link makes the first administrator, once, within a week:')
  console.log(link)
}

/** Does something now and every day; a failure is told and tried again the next day. */
function daily(work: () => Promise<unknown>): NodeJS.Timeout {
  const attempt = () => void work().catch((error: unknown) => console.error(errorLine(error)))
  attempt()
  return setInterval(attempt, 86_400_000).unref()
}
