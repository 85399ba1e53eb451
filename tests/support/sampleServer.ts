import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { startServer, type RunningServer } from './server.ts'

/** Starts a server on a copy of the loaded sample, which goes when the server ends. */
export async function startSampleServer(): Promise<RunningServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dashboard-sample-'))
  await cp(inject('sampleFolder'), dataDir, { recursive: true })
  const server = await startServer({ dataDir })
  const tidy = () => rm(dataDir, { recursive: true, force: true })
  return {
    ...server,
    async stop() {
      const code = await server.stop()
      await tidy()
      return code
    },
    async kill() {
      await server.kill()
      await tidy()
    },
  }
}
