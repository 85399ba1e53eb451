import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from './embeddedPostgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { url: string } | { missing: string }
  }
}

/** Runs once before the integration tests: TEST_DATABASE_URL if it is set, else a throwaway server of our own. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.TEST_DATABASE_URL
  if (given !== undefined && given !== '') {
    project.provide('postgres', { url: given })
    return undefined
  }
  try {
    const server = await startEmbeddedPostgres()
    project.provide('postgres', { url: server.url })
    return server.stop
  } catch (error) {
    project.provide('postgres', { missing: error instanceof Error ? error.message : String(error) })
    return undefined
  }
}
