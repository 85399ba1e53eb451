import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from 'vitest'
import { root } from '../../tasks/run.ts'

const folder = join(root, '..', 'shared', 'data')

/** The path of one of the real public files, which lie beside the project and not in it. */
export function sharedFile(path: string): string {
  return join(folder, path)
}

/** Tests on the real public files; skipped, and says so, where the folder is absent. */
export function describeWithSharedData(name: string, tests: () => void): void {
  if (existsSync(folder)) describe(`${name} (reads ../shared/data)`, tests)
  else describe.skip(`${name} (skipped: ../shared/data is absent)`, tests)
}
