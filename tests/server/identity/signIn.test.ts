import { Secret, TOTP } from 'otpauth'
import { afterEach, describe, expect, test } from 'vitest'
import { tokenHash } from '../../../server/identity/secretToken.ts'
import { openTestApp, password, type TestApp } from '../../support/app.ts'
import { describeOnBothEngines } from '../../support/installation.ts'

let server: TestApp
afterEach(() => server.close())

const wrong = 'another lantern orbit pepper'
const attempt = (email: string, given: string) => server.post('/api/sign-in', { email, password: given })
const session = (cookie: string | null) => server.query('session', undefined, cookie)

/** The codes an authenticator app would show, `ahead` half minutes from now. */
const codeOf = (secret: string, ahead = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead * 30_000 })

async function withSecondFactor(email: string) {
  await server.person(email)
  const cookie = await server.signIn(email)
  const { result } = (await server.mutate('account.beginSecondFactor', { password }, cookie)).body
  const { secret, sealed } = result.data
  const confirmed = await server.mutate(
    'account.confirmSecondFactor',
    { sealed, code: codeOf(secret) },
    cookie,
  )
  return { secret: secret as string, cookie, recovery: confirmed.body.result.data as string[] }
}

describeOnBothEngines('signing in with a password', (engine) => {
  test('opens a session that reads as the account’s role and limits', async () => {
    server = await openTestApp({ engine })
    await server.person('ann@example.org', { role: 'scrutiny', areas: ['E08000035'], feeds: ['crime'] })
    const cookie = await server.signIn('Ann@Example.org ')
    const { viewer } = (await session(cookie)).body.result.data
    expect(viewer).toEqual({
      name: 'ann',
      role: 'scrutiny',
      areas: ['E08000035'],
      feeds: ['crime'],
      disclosure: 'protected',
    })
  })

  test('the cookie is for this site, not for scripts, and its token is not in the store', async () => {
    server = await openTestApp({ engine })
    await server.person('ann@example.org')
    const answer = await attempt('ann@example.org', password)
    expect(answer.headers['set-cookie']).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    const rows = await server.held.installation.workspace.selectFrom('session').selectAll().execute()
    const token = answer.session!.split('=')[1]!
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows[0]?.id).toBe(tokenHash(token))
  })

  test('says the same of a wrong password, an unknown account, and a disabled one', async () => {
    server = await openTestApp({ engine })
    const id = await server.person('ann@example.org')
    const refused = await attempt('ann@example.org', wrong)
    expect(refused).toMatchObject({ status: 401, session: null })
    expect((await attempt('nobody@example.org', wrong)).text).toBe(refused.text)
    await server.held.installation.identity.accounts.set(id, { disabled_at: new Date().toISOString() })
    expect((await attempt('ann@example.org', password)).text).toBe(refused.text)
  })

  test('waits after five wrong passwords in a row, also for the right one, and longer after each', async () => {
    server = await openTestApp({ engine })
    await server.person('ann@example.org')
    for (let i = 0; i < 5; i++) expect((await attempt('ann@example.org', wrong)).status).toBe(401)
    const blocked = await attempt('ann@example.org', password)
    expect(blocked.status).toBe(429)
    expect(blocked.body.message).toContain('Try again in 1 minute.')
    server.later(1.1)
    expect((await attempt('ann@example.org', wrong)).status).toBe(401)
    server.later(1.1)
    expect((await attempt('ann@example.org', password)).status).toBe(429)
    server.later(1)
    expect((await attempt('ann@example.org', password)).status).toBe(200)
  })

  test('many guesses at once gain no more than one after another', async () => {
    server = await openTestApp({ engine })
    await server.person('ann@example.org')
    const answers = await Promise.all(Array.from({ length: 12 }, () => attempt('ann@example.org', wrong)))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
  })

  test('an unknown account is blocked as a known one is', async () => {
    server = await openTestApp({ engine })
    for (let i = 0; i < 5; i++) await attempt('nobody@example.org', wrong)
    expect((await attempt('nobody@example.org', wrong)).status).toBe(429)
  })
})

describe('guesses by address', () => {
  test('block the address after twenty, whichever names it tries', async () => {
    server = await openTestApp()
    await server.person('ann@example.org')
    // Half of the names exist: refusing an unknown one costs as much work as the real hash.
    for (let i = 0; i < 20; i += 2) await server.person(`name-${i}@example.org`)
    const statuses: number[] = []
    for (let i = 0; i < 21; i++) statuses.push((await attempt(`name-${i}@example.org`, wrong)).status)
    expect(statuses.slice(0, 20).every((status) => status === 401)).toBe(true)
    expect(statuses[20]).toBe(429)
    expect((await attempt('ann@example.org', password)).status).toBe(429)
  })

  test('are counted where the trusted proxy says they come from, and nowhere else', async () => {
    server = await openTestApp({
      env: { PUBLIC_URL: 'https://dashboard.example.org', TRUSTED_PROXY: '10.0.0.1' },
    })
    const from = (remoteAddress: string, forwarded: string) =>
      server.ask({
        method: 'POST',
        url: '/api/sign-in',
        remoteAddress,
        payload: { email: 'x@example.org', password: wrong },
        headers: {
          host: 'dashboard.example.org',
          origin: 'https://dashboard.example.org',
          'x-forwarded-for': forwarded,
        },
      })
    await from('10.0.0.1', '198.51.100.7')
    await from('192.0.2.9', '198.51.100.8')
    const events = await server.held.installation.audit.search({ event: 'signIn.failed' }, 5)
    expect(events.map(({ address }) => address)).toEqual(['192.0.2.9', '198.51.100.7'])
  })
})

describe('sessions', () => {
  test('a planted cookie is not taken over: signing in makes a new one and ends what was there', async () => {
    server = await openTestApp()
    await server.person('ann@example.org')
    await server.person('mal@example.org')
    const planted = await server.signIn('mal@example.org')
    const answer = await server.post('/api/sign-in', { email: 'ann@example.org', password }, planted)
    expect(answer.session).not.toBe(planted)
    expect((await session(planted)).status).toBe(401)
    const invented = `session=${'a'.repeat(43)}`
    const fresh = await server.post('/api/sign-in', { email: 'ann@example.org', password }, invented)
    expect(fresh.session).not.toBe(invented)
    expect((await session(invented)).status).toBe(401)
  })

  test('forged, cut, foreign and signed-out cookies open nothing', async () => {
    server = await openTestApp()
    const cookie = await server.as('analyst')
    const token = cookie.split('=')[1]!
    const other = token.startsWith('A') ? 'B' : 'A'
    for (const forged of [
      `session=${other}${token.slice(1)}`,
      `session=${token.slice(0, -1)}`,
      `session=${token}a`,
      `session=${tokenHash(token)}`,
      `session=`,
      `session=' or '1'='1`,
      `__Host-session=${token}`,
    ])
      expect((await session(forged)).status, forged).toBe(401)
    expect((await session(cookie)).status).toBe(200)
    await server.post('/api/sign-out', {}, cookie)
    expect((await session(cookie)).status).toBe(401)
  })

  test('end when unused for the idle time, and after their hours however used', async () => {
    server = await openTestApp({ env: { SESSION_HOURS: '2', SESSION_IDLE_MINUTES: '30' } })
    const idle = await server.as('viewer')
    server.later(29)
    expect((await session(idle)).status).toBe(200)
    server.later(31)
    expect((await session(idle)).status).toBe(401)
    const used = await server.as('viewer')
    for (let i = 0; i < 4; i++) {
      server.later(29)
      expect((await session(used)).status).toBe(200)
    }
    server.later(5)
    expect((await session(used)).status).toBe(401)
  })

  test('are listed to their owner and can be ended one by one, but not another’s', async () => {
    server = await openTestApp()
    await server.person('ann@example.org')
    const here = await server.signIn('ann@example.org')
    const there = await server.signIn('ann@example.org')
    const stranger = await server.as('viewer')
    const { sessions } = (await server.query('account.mine', undefined, here)).body.result.data
    expect(sessions).toHaveLength(2)
    const lost = sessions.find(({ current }: { current: boolean }) => !current)
    expect((await server.mutate('account.endSession', { id: lost.id }, stranger)).status).toBe(400)
    expect((await session(there)).status).toBe(200)
    await server.mutate('account.endSession', { id: lost.id }, here)
    expect((await session(there)).status).toBe(401)
    expect((await session(here)).status).toBe(200)
  })

  test('a new role, a narrower limit and a disabled account hold from the next request', async () => {
    server = await openTestApp()
    const id = await server.person('ann@example.org', { role: 'analyst', disclosure: 'unprotected' })
    const cookie = await server.signIn('ann@example.org')
    const admin = await server.as('administrator')
    expect((await server.query('submissions', undefined, cookie)).status).toBe(200)
    const grant = { role: 'viewer', areas: 'all', feeds: 'all', disclosure: 'unprotected' }
    await server.mutate('people.change', { id, grant }, admin)
    expect((await server.query('submissions', undefined, cookie)).status).toBe(403)
    expect((await session(cookie)).body.result.data.viewer.disclosure).toBe('protected')
    await server.mutate('people.disable', { id }, admin)
    expect((await session(cookie)).status).toBe(401)
  })

  test('a new password ends every other session and needs the old one', async () => {
    server = await openTestApp()
    await server.person('ann@example.org')
    const here = await server.signIn('ann@example.org')
    const there = await server.signIn('ann@example.org')
    const next = 'copper violin harbour thistle'
    const refused = await server.mutate('account.changePassword', { current: wrong, next }, here)
    expect(refused.body.error.message).toBe('The password is not right.')
    const weak = await server.mutate(
      'account.changePassword',
      { current: password, next: 'Password1234' },
      here,
    )
    expect(weak.status).toBe(400)
    expect((await server.mutate('account.changePassword', { current: password, next }, here)).status).toBe(
      200,
    )
    expect((await session(there)).status).toBe(401)
    expect((await session(here)).status).toBe(200)
    expect((await attempt('ann@example.org', password)).status).toBe(401)
    expect((await attempt('ann@example.org', next)).status).toBe(200)
  })
})

describe('the second factor', () => {
  test('is asked for after the password, and the password alone opens nothing', async () => {
    server = await openTestApp()
    const { secret } = await withSecondFactor('ann@example.org')
    const first = await attempt('ann@example.org', password)
    expect(first.body).toEqual({ next: 'secondFactor' })
    expect((await session(first.session)).status).toBe(401)
    const second = await server.post('/api/sign-in/code', { code: codeOf(secret, 1) }, first.session)
    expect(second.body).toEqual({ next: 'signedIn' })
    expect(second.session).not.toBe(first.session)
    expect((await session(second.session)).status).toBe(200)
  })

  test('a code works once, and the half-way token ends with it', async () => {
    server = await openTestApp()
    const { secret } = await withSecondFactor('ann@example.org')
    const code = codeOf(secret, 1)
    const first = await attempt('ann@example.org', password)
    expect((await server.post('/api/sign-in/code', { code }, first.session)).status).toBe(200)
    expect((await server.post('/api/sign-in/code', { code }, first.session)).status).toBe(401)
    const again = await attempt('ann@example.org', password)
    expect((await server.post('/api/sign-in/code', { code }, again.session)).status).toBe(401)
  })

  test('a recovery code stands in for it, once', async () => {
    server = await openTestApp()
    const { recovery } = await withSecondFactor('ann@example.org')
    expect(recovery).toHaveLength(10)
    const code = recovery[0]!.toUpperCase().replace('-', ' ')
    const first = await attempt('ann@example.org', password)
    expect((await server.post('/api/sign-in/code', { code }, first.session)).status).toBe(200)
    const again = await attempt('ann@example.org', password)
    expect((await server.post('/api/sign-in/code', { code }, again.session)).status).toBe(401)
  })

  test('five wrong codes end the attempt, and the next must wait', async () => {
    server = await openTestApp()
    const { secret } = await withSecondFactor('ann@example.org')
    const first = await attempt('ann@example.org', password)
    for (let i = 0; i < 5; i++)
      expect((await server.post('/api/sign-in/code', { code: '000000' }, first.session)).status).toBe(401)
    expect((await server.post('/api/sign-in/code', { code: codeOf(secret, 1) }, first.session)).status).toBe(
      429,
    )
    expect((await server.post('/api/sign-in/code', { code: codeOf(secret, 1) }, first.session)).status).toBe(
      401,
    )
  })

  test('its secret is not readable in the store', async () => {
    server = await openTestApp()
    const { secret, recovery } = await withSecondFactor('ann@example.org')
    const { workspace } = server.held.installation
    const stored = JSON.stringify([
      await workspace.selectFrom('account').selectAll().execute(),
      await workspace.selectFrom('recovery_code').selectAll().execute(),
    ])
    expect(stored).not.toContain(secret)
    expect(stored).not.toContain(recovery[0])
  })

  test('is removed with password and code only', async () => {
    server = await openTestApp()
    const { secret, cookie } = await withSecondFactor('ann@example.org')
    const code = codeOf(secret, 1)
    expect(
      (await server.mutate('account.removeSecondFactor', { password: wrong, code }, cookie)).status,
    ).toBe(400)
    expect(
      (await server.mutate('account.removeSecondFactor', { password, code: '000000' }, cookie)).status,
    ).toBe(400)
    expect((await server.mutate('account.removeSecondFactor', { password, code }, cookie)).status).toBe(200)
    expect((await attempt('ann@example.org', password)).body).toEqual({ next: 'signedIn' })
  })
})
