import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type Answer, type TestApp } from '../../support/app.ts'
import { startProvider, type TestProvider } from '../../support/oidcProvider.ts'

let server: TestApp
let provider: TestProvider
beforeEach(async () => {
  provider = await startProvider('http://localhost:4321/api/sign-in/oidc/callback')
  server = await openTestApp({ env: provider.env })
})
afterEach(async () => {
  await server.close()
  await provider.close()
})

interface Begun {
  readonly address: string
  /** Binds the answer to the browser that began. */
  readonly browser: string
}

async function begin(body: object = {}, cookie: string | null = null): Promise<Begun> {
  const answer = await server.post('/api/sign-in/oidc', body, cookie)
  expect(answer.status).toBe(200)
  const browser = /oidc=[\w-]+/.exec(String(answer.headers['set-cookie']))?.[0] ?? ''
  return { address: answer.body.address, browser }
}
/** The browser back at the dashboard, at the address to which the provider sent it. */
const back = (address: string, browser: string): Promise<Answer> =>
  server.ask({ url: address.slice('http://localhost:4321'.length), cookie: browser })

async function through(body: object = {}, cookie: string | null = null): Promise<Answer> {
  const { address, browser } = await begin(body, cookie)
  return back(await provider.follow(address), browser)
}
async function linked(email = 'ann@example.org'): Promise<void> {
  await server.person(email, { role: 'scrutiny' })
  const cookie = await server.signIn(email)
  expect((await through({ link: true }, cookie)).headers['location']).toBe('/account')
}
const who = async (answer: Answer) =>
  (await server.query('session', undefined, answer.session)).body.result?.data.viewer

describe('signing in through the organisation', () => {
  test('opens the account that its owner linked, and goes on to the page asked for', async () => {
    await linked()
    const answer = await through({ to: '/metrics/da.crimes?tab=table' })
    expect(answer.status).toBe(303)
    expect(answer.headers['location']).toBe('/metrics/da.crimes?tab=table')
    expect(await who(answer)).toMatchObject({ name: 'ann', role: 'scrutiny' })
  })

  test('opens nothing for someone without an account, and makes none', async () => {
    const answer = await through()
    expect(answer.headers['location']).toBe('/sign-in?problem=organisation')
    expect(answer.session).toBeNull()
    expect(await server.held.installation.identity.accounts.count()).toBe(0)
  })

  test('an e-mail address alone, which others can claim, opens no account', async () => {
    await linked()
    await server.person('victim@example.org', { role: 'administrator' })
    provider.who = { subject: 'someone-else', email: 'victim@example.org', name: 'Victim' }
    expect((await through()).session).toBeNull()
    provider.who = { subject: 'someone-else', email: 'ann@example.org', name: 'Ann' }
    expect((await through()).session).toBeNull()
  })

  test('an invited person joins by it, once', async () => {
    const admin = await server.as('administrator')
    const grant = { role: 'analyst', areas: ['E08000035'], feeds: 'all', disclosure: 'unprotected' }
    const person = { email: 'ann@example.org', name: 'Ann Archer', grant }
    const invitation = (await server.mutate('people.invite', person, admin)).body.result.data
    const joined = await through({ invitation })
    expect(await who(joined)).toMatchObject({ name: 'Ann Archer', role: 'analyst', areas: ['E08000035'] })
    expect(await who(await through())).toMatchObject({ name: 'Ann Archer' })
    provider.who = { subject: 'eve', email: 'eve@example.org', name: 'Eve' }
    expect((await through({ invitation })).headers['location']).toBe('/sign-in?problem=invitation')
  })

  test('a disabled account stays closed', async () => {
    await linked()
    const [account] = await server.held.installation.identity.accounts.all()
    await server.held.installation.identity.accounts.set(account!.id, {
      disabled_at: new Date().toISOString(),
    })
    expect((await through()).session).toBeNull()
  })

  test('one person at the organisation cannot be linked to two accounts', async () => {
    await linked()
    await server.person('bob@example.org')
    const cookie = await server.signIn('bob@example.org')
    expect((await through({ link: true }, cookie)).headers['location']).toBe('/account?problem=linked')
  })

  test('linking needs a session', async () => {
    expect((await server.post('/api/sign-in/oidc', { link: true })).status).toBe(401)
  })
})

describe('attacks on the way back', () => {
  test('an answer works once', async () => {
    await linked()
    const { address, browser } = await begin()
    const answer = await provider.follow(address)
    expect((await back(answer, browser)).session).not.toBeNull()
    expect((await back(answer, browser)).session).toBeNull()
    // Refused here, before the provider is asked, which need not refuse it too.
    const [failed] = await server.held.installation.audit.search({ event: 'signIn.failed' }, 1)
    expect(failed?.detail).toContain('begun elsewhere or too long ago')
  })

  test('an answer to a sign-in that another browser began is refused', async () => {
    await linked()
    const attacker = await begin()
    const victim = await begin()
    const answer = await provider.follow(attacker.address)
    expect((await back(answer, victim.browser)).session).toBeNull()
    const again = await begin()
    expect((await back(await provider.follow(again.address), '')).session).toBeNull()
  })

  test('a changed state, an invented code and an answer too late are refused', async () => {
    await linked()
    const first = await begin()
    const forged = new URL(await provider.follow(first.address))
    forged.searchParams.set('state', 'another')
    expect((await back(forged.href, first.browser)).session).toBeNull()
    const second = await begin()
    const invented = new URL(await provider.follow(second.address))
    invented.searchParams.set('code', 'invented')
    expect((await back(invented.href, second.browser)).session).toBeNull()
    const third = await begin()
    const late = await provider.follow(third.address)
    server.later(11)
    expect((await back(late, third.browser)).session).toBeNull()
  })

  test('a code for another nonce is refused: the identity token must answer this very request', async () => {
    await linked()
    const { address, browser } = await begin()
    const changed = new URL(address)
    changed.searchParams.set('nonce', 'replayed')
    expect((await back(await provider.follow(changed.href), browser)).session).toBeNull()
  })

  test('nobody is sent to another site afterwards, however the path is written', async () => {
    await linked()
    for (const to of [
      'https://evil.example',
      '//evil.example',
      String.raw`/\evil.example`,
      String.raw`\/evil.example`,
      '/\t/evil.example',
      '/%0d%0aLocation:%20https://evil.example\r\n',
      '/..//evil.example',
      '/.//evil.example',
      '/%2e%2e//evil.example',
      'javascript:alert(1)',
      'metrics',
      '/api/sign-out',
      '',
    ]) {
      const answer = await through({ to })
      expect(answer.headers['location'], JSON.stringify(to)).toBe('/')
    }
    const { status } = await server.post('/api/sign-in/oidc', {
      to: '/',
      redirect_uri: 'https://evil.example',
    })
    expect(status).toBe(404)
  }, 120_000)
})
