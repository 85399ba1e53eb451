import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run } from '../../../tasks/run.ts'
import { startServer } from '../../support/server.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dashboard-cli-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const env = () => ({ DATA_DIR: dataDir, DATABASE_URL: '', SAMPLE: 'none' })
const administrator = () => run('server/cli/administrator.ts', [], env())
const verify = () => run('server/cli/auditVerify.ts', [], env())
const linkIn = (text: string) => /http:\/\/localhost:\d+\/invitation#([\w-]{43})/.exec(text)

test('a link for an administrator is made with and without a running dashboard, and each ends the one before', async () => {
  const before = await administrator()
  expect(before.code).toBe(0)
  const server = await startServer({ dataDir, env: { SAMPLE: 'none' } })
  try {
    const printed = linkIn(server.output())?.[1]
    const through = linkIn((await administrator()).output)?.[1]
    const known = async (token: string | undefined) => {
      const { status } = await fetch(`${server.url}/api/invitation`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.url },
        body: JSON.stringify({ token }),
      })
      return status === 200
    }
    expect(await known(through)).toBe(true)
    expect(await known(printed)).toBe(false)
    expect(await known(linkIn(before.output)?.[1])).toBe(false)
  } finally {
    await server.stop()
  }
})

test('the audit log is verified, also while the dashboard runs, and a changed event is named', async () => {
  const server = await startServer({ dataDir, env: { SAMPLE: 'none' } })
  try {
    const whole = await verify()
    expect(whole).toMatchObject({ code: 0 })
    expect(whole.output).toMatch(/^1 events, the chain is whole\. Newest: event 1, [0-9a-f]{64}\./)
  } finally {
    await server.stop()
  }
  const store = new DatabaseSync(join(dataDir, 'workspace.sqlite'))
  store.exec("update audit_event set who = 'somebody else'")
  store.close()
  const changed = await verify()
  expect(changed.code).toBe(1)
  expect(changed.output).toContain('Event 1 was changed after it was written.')
})
