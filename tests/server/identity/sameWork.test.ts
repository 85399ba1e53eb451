import type * as crypto from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { TestApp } from '../../support/app.ts'

const derived: { length: number; cost: object }[] = []
vi.resetModules()
vi.doMock('node:crypto', async (original) => {
  const real = await original<typeof crypto>()
  const scrypt = (...[password, salt, length, cost, done]: Parameters<typeof real.scrypt>) => {
    const { N, r, p } = cost
    derived.push({ length, cost: { N, r, p } })
    real.scrypt(password, salt, length, cost, done)
  }
  return { ...real, scrypt }
})
const { hashPassword, usualCost } = await import('../../../server/identity/passwordHash.ts')
const { openTestApp, password } = await import('../../support/app.ts')

let server: TestApp
beforeAll(async () => {
  server = await openTestApp({ passwordCost: usualCost })
})
afterAll(async () => {
  await server.close()
  vi.doUnmock('node:crypto')
  vi.resetModules()
})

test('a wrong password costs the same work whoever it is tried on, and leaves the same traces', async () => {
  const { accounts } = server.held.installation.identity
  // As the server itself hashes: the accounts of other tests are cheaper.
  const password_hash = await hashPassword(password)
  await accounts.set(await server.person('known@example.org'), { password_hash })
  await accounts.set(await server.person('disabled@example.org'), {
    disabled_at: '2025-01-01T00:00:00.000Z',
    password_hash,
  })
  await accounts.set(await server.person('organisation@example.org'), {
    password_hash: null,
    oidc_subject: 'issuer subject',
  })
  await accounts.set(await server.person('second@example.org'), { totp_secret: 'sealed', password_hash })
  const tried = []
  for (const name of ['known', 'unknown', 'disabled', 'organisation', 'second']) {
    derived.splice(0)
    const { audit, workspace } = server.held.installation
    const counted = async () =>
      Number(
        (
          await workspace
            .selectFrom('sign_in_failure')
            .select((e) => e.fn.sum<number>('failures').as('n'))
            .executeTakeFirst()
        )?.n ?? 0,
      )
    const [before, noted] = [await counted(), (await audit.search({}, 1_000)).length]
    const answer = await server.post('/api/sign-in', {
      email: `${name}@example.org`,
      password: 'wrong password',
    })
    tried.push({
      work: derived.splice(0),
      answer: [answer.status, answer.text, answer.session],
      failures: (await counted()) - before,
      events: (await audit.search({}, 1_000))
        .slice(0, (await audit.search({}, 1_000)).length - noted)
        .map(({ event }) => event),
    })
  }
  const [known] = tried
  expect(known?.work).toHaveLength(1)
  expect(known?.failures).toBe(2)
  expect(known?.events).toEqual(['signIn.failed'])
  for (const other of tried) expect(other).toEqual(known)
})
