import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder into which the sample has been loaded, at rest: copy it, do not use it. */
    sampleFolder: string
    /** A server with the sample that all may read; whoever changes its figures or notes starts one of his own. */
    sampleAddress: string
  }
}

/** Runs once before the browser tests: the sample is loaded as a first start loads it, and a server shows a copy of it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'dashboard-sample-'))
  const loading = await startServer({ dataDir: folder, startSeconds: 170 })
  await loading.stop()
  const shown = `${folder}-shown`
  await cp(folder, shown, { recursive: true })
  const server = await startServer({ dataDir: shown, env: { LOOK_AHEAD: 'yes' } })
  project.provide('sampleFolder', folder)
  project.provide('sampleAddress', server.url)
  return async () => {
    await server.stop()
    await Promise.all([folder, shown].map((each) => rm(each, { recursive: true, force: true })))
  }
}
