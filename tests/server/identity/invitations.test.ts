import { afterEach, describe, expect, test } from 'vitest'
import { administratorLink, needsAdministrator } from '../../../server/identity/firstAdministrator.ts'
import { usualCost } from '../../../server/identity/passwordHash.ts'
import { openTestApp, password, type TestApp } from '../../support/app.ts'
import { describeOnBothEngines } from '../../support/installation.ts'

let server: TestApp
afterEach(() => server.close())

const grant = { role: 'viewer', areas: 'all', feeds: 'all', disclosure: 'protected' } as const
const person = { email: 'ann@example.org', name: 'Ann Archer', grant }

async function invited(admin: string): Promise<string> {
  return (await server.mutate('people.invite', person, admin)).body.result.data
}
const accept = (token: string, given: Record<string, unknown> = {}) =>
  server.post('/api/invitation/accept', { token, email: person.email, name: person.name, password, ...given })

describeOnBothEngines('the first administrator', (engine) => {
  test('joins by a one-time link, which works once', async () => {
    server = await openTestApp({ engine })
    expect(await needsAdministrator(server.held.installation)).toBe(true)
    const link = await administratorLink(server.held.installation, 4321)
    expect(link).toMatch(/^http:\/\/localhost:4321\/invitation#[\w-]{43}$/)
    const token = link.split('#')[1]!
    expect((await server.post('/api/invitation', { token })).body).toMatchObject({ role: 'administrator' })
    const joined = await accept(token)
    expect(joined.status).toBe(200)
    const { viewer } = (await server.query('session', undefined, joined.session)).body.result.data
    expect(viewer).toMatchObject({ role: 'administrator', disclosure: 'protected' })
    expect((await accept(token, { email: 'eve@example.org' })).status).toBe(400)
    expect(await needsAdministrator(server.held.installation)).toBe(false)
  })

  test('two who use one link at once: one joins', async () => {
    server = await openTestApp({ engine })
    const token = (await administratorLink(server.held.installation, 4321)).split('#')[1]!
    const answers = await Promise.all([accept(token), accept(token, { email: 'eve@example.org' })])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400])
    expect(await server.held.installation.identity.accounts.count()).toBe(1)
  })

  test('a later link ends the earlier one', async () => {
    server = await openTestApp({ engine })
    const first = (await administratorLink(server.held.installation, 4321)).split('#')[1]!
    await administratorLink(server.held.installation, 4321)
    expect((await accept(first)).status).toBe(400)
  })

  test('the command line can always make a link, with its token', async () => {
    server = await openTestApp({ engine })
    const asked = { method: 'POST', url: '/api/administrator' } as const
    expect((await server.ask(asked)).status).toBe(401)
    const made = await server.ask({ ...asked, headers: { authorization: `Bearer ${server.token}` } })
    expect(made.body.link).toContain('/invitation#')
  })
})

describe('invitations', () => {
  test('nobody can sign up: there is no account without a link', async () => {
    server = await openTestApp()
    await server.as('administrator')
    for (const token of ['', 'x'.repeat(43), '../../etc/passwd', "' or 1=1 --"])
      expect((await accept(token)).status).toBe(400)
    expect(await server.held.installation.identity.accounts.count()).toBe(1)
  })

  test('the person invited gets the role and address of the invitation, whatever is sent', async () => {
    server = await openTestApp()
    const token = await invited(await server.as('administrator'))
    expect((await accept(token, { role: 'analyst' })).status).toBe(400)
    const joined = await accept(token, { email: 'eve@example.org', name: 'Eve' })
    const { viewer, email } = (await server.query('session', undefined, joined.session)).body.result.data
    expect(viewer).toMatchObject({ role: 'viewer', name: 'Ann Archer' })
    expect(email).toBe('ann@example.org')
  })

  test('run out after a week', async () => {
    server = await openTestApp()
    const token = await invited(await server.as('administrator'))
    server.later(7 * 24 * 60 + 1)
    expect((await server.post('/api/invitation', { token })).status).toBe(404)
    expect((await accept(token)).status).toBe(400)
  })

  test('a weak or personal password is refused, and the link stays good', async () => {
    server = await openTestApp()
    const token = await invited(await server.as('administrator'))
    for (const weak of ['short', 'password1234', 'qwertyuiop123', 'aaaaaaaaaaaaaaaa', 'annarcher2026'])
      expect((await accept(token, { password: weak })).status, weak).toBe(400)
    expect((await accept(token)).status).toBe(200)
  })

  test('the store holds neither the link’s token nor the password', async () => {
    server = await openTestApp({ passwordCost: usualCost })
    const token = await invited(await server.as('administrator'))
    await accept(token)
    const { workspace } = server.held.installation
    const stored = JSON.stringify([
      await workspace.selectFrom('invitation').selectAll().execute(),
      await workspace.selectFrom('account').selectAll().execute(),
      await workspace.selectFrom('audit_event').selectAll().execute(),
    ])
    expect(stored).not.toContain(token)
    expect(stored).not.toContain(password)
    expect(stored).toContain('scrypt$32768$8$3$')
  })

  test('a reset link sets a new password and takes sessions and second factor away', async () => {
    server = await openTestApp()
    const admin = await server.as('administrator')
    const id = await server.person('ann@example.org')
    const cookie = await server.signIn('ann@example.org')
    const token = (await server.mutate('people.reset', { id }, admin)).body.result.data
    expect((await accept(token, { password: 'copper violin harbour thistle' })).status).toBe(200)
    expect((await server.query('session', undefined, cookie)).status).toBe(401)
    expect((await server.post('/api/sign-in', { email: 'ann@example.org', password })).status).toBe(401)
  })
})

describe('people', () => {
  test('the only administrator can be neither demoted nor disabled', async () => {
    server = await openTestApp()
    const id = await server.person('boss@example.org', { role: 'administrator' })
    const cookie = await server.signIn('boss@example.org')
    expect((await server.mutate('people.disable', { id }, cookie)).status).toBe(400)
    expect((await server.mutate('people.change', { id, grant }, cookie)).status).toBe(400)
    await server.as('administrator')
    expect((await server.mutate('people.change', { id, grant }, cookie)).status).toBe(200)
  })

  test('viewers and scrutiny never become unprotected, whatever they are granted', async () => {
    server = await openTestApp()
    for (const role of ['viewer', 'scrutiny'] as const) {
      const cookie = await server.as(role, { disclosure: 'unprotected' })
      expect((await server.query('session', undefined, cookie)).body.result.data.viewer.disclosure).toBe(
        'protected',
      )
    }
    const admin = await server.as('administrator')
    expect((await server.query('session', undefined, admin)).body.result.data.viewer.disclosure).toBe(
      'protected',
    )
  })
})
