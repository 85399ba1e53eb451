import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ConfigError } from '../../server/config.ts'
import { DataDirInUse, ownDataDir } from '../../server/ownDataDir.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the data folder', () => {
  test('is made, and belongs to one until it is released', () => {
    const dataDir = join(folder, 'deep', 'data')
    const first = ownDataDir(dataDir)
    expect(() => ownDataDir(dataDir)).toThrow(DataDirInUse)
    first.release()
    ownDataDir(dataDir).release()
  })

  test('is not said to be in use when it is no folder at all', async () => {
    const path = join(folder, 'file')
    await writeFile(path, '')
    expect(() => ownDataDir(path)).toThrow(ConfigError)
    expect(() => ownDataDir(path)).toThrow(/^The data folder .*file cannot be used .* set DATA_DIR/)
    expect(() => ownDataDir(join(path, 'below'))).toThrow(ConfigError)
  })
})
