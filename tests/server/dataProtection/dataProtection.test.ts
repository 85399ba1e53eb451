import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applyRetention } from '../../../server/dataProtection/applyRetention.ts'
import { contentsOf } from '../../../server/submissions/contents.ts'
import { replay } from '../../../server/submissions/replay.ts'
import { crimeRecord, times } from '../../build/feedRow.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { describeOnBothEngines } from '../../support/installation.ts'

let server: TestApp
let admin: string
afterEach(() => server.close())

const may = (count: number) =>
  times(count, (i) => crimeRecord({ crime_ref: `M-${i}`, recorded_date: '2024-05-10' }))
const values = () => server.held.values({ metric: 'da.crimes' })
const erase = (submission: number, cookie = admin) =>
  server.mutate('dataProtection.eraseSubmission', { submission, reason: 'sent by mistake' }, cookie)
const destroy = (submission: number, cookie = admin) =>
  server.mutate('dataProtection.destroyOriginal', { submission, reason: 'asked by the partner' }, cookie)

async function workspaceBytes(): Promise<Buffer> {
  const names = (await readdir(server.held.dataDir)).filter((name) => name.startsWith('workspace.sqlite'))
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(server.held.dataDir, name)))))
}

describeOnBothEngines('erasing a submission', (engine) => {
  beforeEach(async () => {
    server = await openTestApp({ engine })
    admin = await server.as('administrator')
    await server.held.load('crime', may(20), { asAt: '2024-06-30' })
    await server.held.load('crime', may(25), { asAt: '2024-07-31' })
  })

  test('the figures are as though it had never been sent, its files are gone and the record stays', async () => {
    expect(await values()).toEqual({ '2024-05': 25 })
    expect((await erase(2)).status).toBe(200)
    expect(await values()).toEqual({ '2024-05': 20 })
    expect(await readdir(join(server.held.dataDir, 'archive'))).toEqual(['000001'])
    const { submissions, deletions } = (await server.query('dataProtection.deletable', undefined, admin)).body
      .result.data
    expect(submissions.map(({ kept }: { kept: string }) => kept)).toEqual(['nothing', 'rowsAndOriginal'])
    expect(deletions).toMatchObject([{ submission: 2, kind: 'rows', reason: 'sent by mistake' }])
    const noted = await server.held.installation.audit.search({ event: 'submission.erased' }, 5)
    expect(noted).toMatchObject([{ subject: 'submission 2', role: 'administrator' }])
  })

  test('what a later submission supplied again comes back under that one', async () => {
    await erase(1)
    expect(await values()).toEqual({ '2024-05': 25 })
    expect(await server.held.values({ metric: 'da.crimes', asAt: 1 })).toEqual({})
  })

  test('a restart and a rebuild change nothing more', async () => {
    await erase(1)
    const before = await contentsOf(server.held.installation.records)
    await server.held.restart()
    expect(await contentsOf(server.held.installation.records)).toEqual(before)
    await server.held.installation.records.reset()
    await replay(server.held.installation)
    expect(await contentsOf(server.held.installation.records)).toEqual(before)
  })

  test('its number is not given out again, and it cannot be erased twice', async () => {
    await erase(2)
    expect((await erase(2)).status).toBe(400)
    expect((await erase(9)).status).toBe(400)
    expect((await server.held.load('crime', may(30), { asAt: '2024-08-31' })).submission).toBe(3)
    expect(await values()).toEqual({ '2024-05': 30 })
  })

  test('an import meanwhile waits for it', async () => {
    const [erased, loaded] = await Promise.all([
      erase(1),
      server.held.load('crime', may(31), { asAt: '2024-08-31' }),
    ])
    expect(erased.status).toBe(200)
    expect(loaded.kind).toBe('committed')
    expect(await values()).toEqual({ '2024-05': 31 })
    const before = await contentsOf(server.held.installation.records)
    await server.held.installation.records.reset()
    await replay(server.held.installation)
    expect(await contentsOf(server.held.installation.records)).toEqual(before)
  })
})

describe('the original of a submission', () => {
  beforeEach(async () => {
    server = await openTestApp()
    admin = await server.as('administrator')
    await server.held.load('crime', may(20))
  })

  test('is destroyed with its key, which is in no file afterwards; the figures stay', async () => {
    const { workspace } = server.held.installation
    const { original_key: key } = await workspace
      .selectFrom('submission')
      .select('original_key')
      .executeTakeFirstOrThrow()
    expect((await workspaceBytes()).includes(key!)).toBe(true)
    expect((await destroy(1)).status).toBe(200)
    expect((await workspaceBytes()).includes(key!)).toBe(false)
    expect(await readdir(join(server.held.dataDir, 'archive/000001'))).toEqual(['accepted.parquet'])
    expect(await values()).toEqual({ '2024-05': 20 })
    expect((await destroy(1)).status).toBe(400)
    expect(await server.held.installation.audit.search({ event: 'original.destroyed' }, 5)).toHaveLength(1)
  })

  test('is destroyed by itself when its feed’s months are over, and not before', async () => {
    const retention = {
      originals: { crime: 3, intelligence: 12, nrm: 12, attendance: 12, returns: 12 },
      audit: 12,
    }
    expect((await server.mutate('dataProtection.setRetention', retention, admin)).status).toBe(200)
    const { workspace } = server.held.installation
    const committed = (days: number) => {
      const committed_at = new Date(Date.now() - days * 86_400_000).toISOString()
      return workspace.updateTable('submission').set({ committed_at }).execute()
    }
    await committed(80)
    expect(await applyRetention(server.held.installation)).toEqual({ originals: 0, events: 0 })
    await committed(100)
    expect(await applyRetention(server.held.installation)).toEqual({ originals: 1, events: 0 })
    const { deletions } = (await server.query('dataProtection.deletable', undefined, admin)).body.result.data
    expect(deletions).toMatchObject([{ kind: 'original', by: 'retention', reason: 'kept for 3 months' }])
  })

  test('nobody but an administrator deletes, and a reason is needed', async () => {
    for (const role of ['viewer', 'scrutiny', 'analyst'] as const) {
      const cookie = await server.as(role)
      expect((await destroy(1, cookie)).status).toBe(403)
      expect((await erase(1, cookie)).status).toBe(403)
    }
    const unreasoned = await server.mutate(
      'dataProtection.eraseSubmission',
      { submission: 1, reason: ' ' },
      admin,
    )
    expect(unreasoned.status).toBe(400)
    expect(await values()).toEqual({ '2024-05': 20 })
  })
})

describe('what is kept', () => {
  test('is told to everyone who is signed in, without anything of the key', async () => {
    server = await openTestApp()
    const { result } = (await server.query('dataProtection.keeping', undefined, await server.as('viewer')))
      .body
    const crime = result.data.feeds.find(({ id }: { id: string }) => id === 'crime')
    expect(crime.references).toEqual(['Crime reference', 'Victim reference'])
    expect(crime.rows).toBeNull()
    expect(result.data.keyFingerprint).toMatch(/^[0-9a-f]{12}$/)
    expect(server.held.installation.pseudonymKey.toString('hex')).not.toContain(result.data.keyFingerprint)
  })
})
