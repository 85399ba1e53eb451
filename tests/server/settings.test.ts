import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { databaseRefusal } from '../../server/databaseRefusal.ts'
import { openInstallation } from '../../server/installation.ts'
import { ownDataDir } from '../../server/ownDataDir.ts'
import { crimeRecord, times } from '../build/feedRow.ts'
import { openTestInstallation } from '../support/installation.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

test.each([
  ['PORT', 'abc', 'it is a whole number from 0 to 65535'],
  ['PORT', '70000', 'it is a whole number from 0 to 65535'],
  ['SAMPLE', 'yes', 'it is “synthetic” or “none”'],
  ['DATABASE_URL', 'mysql://localhost/x', 'it begins with postgres://'],
  ['SESSION_HOURS', 'long', 'it is a number from 0.1 to 720'],
  ['MAX_ROWS', 'many', 'it is a whole number of rows from 1'],
  ['IDENTITY_KEY', 'short', 'it is 32 random bytes in base64'],
])('the setting %s that is %s is refused with what it has to be', (name, value, wanted) => {
  expect(() => readConfig({ [name]: value })).toThrow(`The setting ${name} cannot be used: ${wanted}.`)
})

test('a database that cannot be reached is a sentence without its address', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'dashboard-test-'))
  const config = readConfig({
    DATA_DIR: dataDir,
    DATABASE_URL: 'postgres://someone:hush@127.0.0.1:1/x',
    SAMPLE: 'none',
  })
  const refused = await openInstallation(config).catch((error: Error) => error.message)
  expect(refused).toMatch(/^The database of DATABASE_URL cannot be used: nothing answers at that address\./)
  expect(refused).not.toContain('hush')
  await rm(dataDir, { recursive: true })
})

test('a file is refused beyond the limits that were set, and nothing of it is stored', async () => {
  const held = await openTestInstallation('embedded', undefined, {
    env: { MAX_ROWS: '3', MAX_COLUMNS: '40' },
  })
  await expect(
    held.load(
      'crime',
      times(4, () => crimeRecord({})),
    ),
  ).rejects.toThrow('The file has more than 3 rows.')
  expect(held.installation.register.all()).toEqual([])
  await held.close()
})

test('an error that is not about reaching the database stays what it is', () => {
  expect(databaseRefusal(new Error('the workspace could not be brought up to date'))).toBeNull()
})

test.skipIf(!existsSync('/proc/self'))('a folder that the system will not make is refused at once', () => {
  expect(() => ownDataDir('/proc/nowhere/data')).toThrow(/cannot be used .* set DATA_DIR to another one/)
})
