import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder into which the sample has been loaded, at rest: copy it, do not use it. */
    sampleFolder: string
  }
}

/** Runs once before the browser tests: the sample is loaded as a first start loads it, and copied by those who need it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'dashboard-sample-'))
  const server = await startServer({ dataDir: folder, startSeconds: 170 })
  await server.stop()
  project.provide('sampleFolder', folder)
  return () => rm(folder, { recursive: true, force: true })
}
