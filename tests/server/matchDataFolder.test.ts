import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openInstallation } from '../../server/installation.ts'
import { readConfig } from '../../server/config.ts'
import { crimeRecord, times } from '../build/feedRow.ts'
import { openTestInstallation, type TestInstallation } from '../support/installation.ts'
import { createDatabase, describeOnPostgres } from '../support/postgres.ts'

describeOnPostgres('a data folder and its database', () => {
  let held: TestInstallation | undefined
  afterEach(() => held?.close())

  const config = (dataDir: string, databaseUrl: string) =>
    readConfig({ PORT: '0', DATA_DIR: dataDir, DATABASE_URL: databaseUrl, SAMPLE: 'none' })

  test('another database is refused, and the archive keeps its files', async () => {
    held = await openTestInstallation('postgres')
    await held.load(
      'crime',
      times(6, () => crimeRecord()),
    )
    await held.installation.close()
    const other = await createDatabase()
    await expect(openInstallation(config(held.dataDir, other.url))).rejects.toThrow(
      /holds submissions that this database does not know/,
    )
    expect(await readdir(join(held.dataDir, 'archive'))).toEqual(['000001'])
    await other.drop()
    await held.restart()
    expect(await held.values({ metric: 'da.crimes' })).toEqual({ '2024-05': 6 })
  })

  test('a second data folder on the same database is refused', async () => {
    held = await openTestInstallation('postgres')
    const folder = await mkdtemp(join(tmpdir(), 'dashboard-test-'))
    const url = held.installation.config.databaseUrl ?? ''
    await expect(openInstallation(config(folder, url))).rejects.toThrow(/belongs to another data folder/)
    await rm(folder, { recursive: true, force: true })
  })
})
