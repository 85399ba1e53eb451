import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readAnchor } from '../../../server/audit/auditAnchor.ts'
import { verifyAudit } from '../../../server/audit/verifyAudit.ts'
import { crimeRecord, times } from '../../build/feedRow.ts'
import { openTestApp, password, type TestApp } from '../../support/app.ts'
import { describeOnBothEngines } from '../../support/installation.ts'

let server: TestApp
afterEach(() => server.close())

const events = async (event?: string) =>
  (await server.held.installation.audit.search(event === undefined ? {} : { event }, 500)).toReversed()
const verify = async () => verifyAudit(server.held.installation.workspace, readAnchor(server.held.dataDir))

async function someEvents(count: number): Promise<void> {
  for (let i = 1; i <= count; i++)
    await server.held.installation.audit.record({
      event: 'data.edited',
      by: { who: `person ${i}`, address: '192.0.2.1' },
      subject: `thing ${i}`,
    })
}

describeOnBothEngines('the chain of the audit log', (engine) => {
  beforeEach(async () => {
    server = await openTestApp({ engine })
    await someEvents(6)
  })

  test('is whole as it was written, also when many write at once and after a restart', async () => {
    await Promise.all([someEvents(5), someEvents(5)])
    expect(await verify()).toMatchObject({ events: 16, problems: [] })
    await server.held.restart()
    await someEvents(1)
    expect(await verify()).toMatchObject({ events: 17, problems: [] })
  })

  for (const column of ['who', 'at', 'event', 'subject', 'detail', 'address', 'role'] as const)
    test(`shows that ${column} of an event was changed`, async () => {
      const { workspace } = server.held.installation
      await workspace
        .updateTable('audit_event')
        .set({ [column]: 'other' })
        .where('number', '=', 3)
        .execute()
      expect((await verify()).problems).toContain('Event 3 was changed after it was written.')
    })

  test('shows that an event was taken out of the middle, the beginning or the end', async () => {
    const { workspace } = server.held.installation
    for (const [number, problem] of [
      [6, 'The log ends with event 5, but event 6 was noted beside the store: events were cut off.'],
      [3, 'Events 3 to 3 are missing.'],
      [1, 'Events 1 to 1 are missing.'],
    ] as const) {
      await workspace.deleteFrom('audit_event').where('number', '=', number).execute()
      expect((await verify()).problems).toContain(problem)
    }
  })

  test('shows a change whose own hash was made to fit', async () => {
    const { workspace } = server.held.installation
    const { auditHash } = await import('../../../server/audit/auditHash.ts')
    const held = await workspace
      .selectFrom('audit_event')
      .selectAll()
      .where('number', '=', 3)
      .executeTakeFirstOrThrow()
    const forged = { ...held, who: 'nobody' }
    await workspace
      .updateTable('audit_event')
      .set({ ...forged, hash: auditHash(forged) })
      .where('number', '=', 3)
      .execute()
    expect((await verify()).problems).toEqual(['Event 4 does not follow from event 3 as it is now.'])
  })

  test('stays whole when retention removes the oldest, and says that it did', async () => {
    const { audit } = server.held.installation
    server.later(60 * 24 * 40)
    await someEvents(2)
    const cut = new Date(Date.now() + 30 * 86_400_000).toISOString()
    expect(await audit.prune(cut, { who: 'retention', address: 'local' })).toBe(6)
    expect(await verify()).toMatchObject({ events: 3, problems: [] })
    expect((await events('audit.pruned'))[0]).toMatchObject({ subject: 'events to 6', who: 'retention' })
    await server.held.installation.workspace.deleteFrom('audit_event').where('number', '=', 7).execute()
    expect((await verify()).problems).toContain('Events 7 to 7 are missing.')
  })
})

describe('what the audit log notes', () => {
  test('sign-ins that succeed, fail and are blocked, with who and from where', async () => {
    server = await openTestApp()
    await server.person('ann@example.org', { role: 'scrutiny' })
    await server.signIn('ann@example.org')
    for (let i = 0; i < 6; i++)
      await server.post('/api/sign-in', { email: 'ann@example.org', password: 'wrong wrong wrong' })
    const noted = (await events()).map(({ event, who, role, address }) => ({ event, who, role, address }))
    expect(noted[0]).toEqual({
      event: 'signIn.succeeded',
      who: 'ann',
      role: 'scrutiny',
      address: '127.0.0.1',
    })
    expect(noted[1]).toEqual({
      event: 'signIn.failed',
      who: 'ann@example.org',
      role: null,
      address: '127.0.0.1',
    })
    expect(noted.at(-1)?.event).toBe('signIn.blocked')
  })

  test('that an analyst viewed unprotected figures: once per session and metric in a quarter of an hour', async () => {
    server = await openTestApp()
    await server.held.load(
      'crime',
      times(12, () => crimeRecord()),
    )
    const analyst = await server.as('analyst')
    const viewer = await server.as('viewer')
    const look = (cookie: string, metric: string) => server.query('series', { metric }, cookie)
    for (let i = 0; i < 3; i++) expect((await look(analyst, 'da.crimes')).status).toBe(200)
    await look(analyst, 'crime.recorded')
    await look(viewer, 'da.crimes')
    await server.query('overview', {}, analyst)
    expect((await events('figures.viewed')).map(({ subject, role }) => `${role} ${subject}`)).toEqual([
      'analyst da.crimes',
      'analyst crime.recorded',
      'analyst overview',
    ])
    server.later(16)
    await look(analyst, 'da.crimes')
    expect(await events('figures.viewed')).toHaveLength(4)
  })

  test('exports, imports, refused requests, and changes to people and policy', async () => {
    server = await openTestApp()
    const admin = await server.as('administrator')
    const viewer = await server.as('viewer')
    await server.held.load(
      'crime',
      times(12, () => crimeRecord()),
      { by: 'ann' },
    )
    await server.mutate('audit.exported', { form: 'csv', what: 'da.crimes' }, viewer)
    await server.query('people.list', undefined, viewer)
    await server.ask({ url: '/api/audit.csv', cookie: viewer })
    const id = await server.person('bob@example.org')
    const grant = { role: 'analyst', areas: 'all', feeds: 'all', disclosure: 'unprotected' }
    await server.mutate('people.change', { id, grant }, admin)
    const retention = {
      originals: { crime: 6, intelligence: 6, nrm: 6, attendance: 6, returns: 6 },
      audit: 24,
    }
    await server.mutate('dataProtection.setRetention', retention, admin)
    const noted = (await events()).filter(({ event }) => event !== 'signIn.succeeded')
    expect(noted.map(({ event, subject }) => `${event}: ${subject}`)).toEqual([
      'data.imported: submission 1',
      'figures.exported: da.crimes',
      'access.refused: people.list',
      'access.refused: GET /api/audit.csv',
      'account.changed: bob@example.org',
      'policy.changed: retention',
    ])
    expect(JSON.parse(noted[4]!.detail)).toMatchObject({ from: { role: 'viewer' }, to: { role: 'analyst' } })
  })

  test('never a password, code or token', async () => {
    server = await openTestApp()
    const cookie = await server.as('analyst')
    await server.mutate(
      'account.changePassword',
      { current: password, next: 'copper violin harbour thistle' },
      cookie,
    )
    await server.mutate('account.beginSecondFactor', { password: 'copper violin harbour thistle' }, cookie)
    await server.held.installation.audit.record({
      event: 'data.edited',
      by: { who: 'x', address: 'local' },
      detail: {
        input: { password: 'hush-hush', nested: [{ token: 'hush-hush', recoveryCode: 'hush-hush' }] },
      },
    })
    const text = JSON.stringify(await events())
    for (const secret of [password, 'copper violin', 'hush-hush', cookie.split('=')[1]!])
      expect(text).not.toContain(secret)
  })
})

describe('the page of the audit log', () => {
  test('searches by person, kind and day, page by page, treating what is typed as text', async () => {
    server = await openTestApp()
    const admin = await server.as('administrator')
    await someEvents(130)
    const search = async (filter: object) =>
      (await server.query('audit.search', filter, admin)).body.result.data
    const first = await search({})
    expect(first.events).toHaveLength(100)
    expect(first.more).toBe(true)
    const second = await search({ cursor: first.events.at(-1).number })
    expect(second.events.map(({ number }: { number: number }) => number).at(0)).toBe(
      first.events.at(-1).number - 1,
    )
    expect((await search({ text: 'PERSON 77' })).events).toHaveLength(1)
    await server.held.installation.audit.record({
      event: 'policy.changed',
      by: { who: 'person 0', address: '192.0.2.1' },
    })
    expect((await search({ event: 'policy.changed' })).events).toMatchObject([{ who: 'person 0' }])
    for (const text of ['%', '_', "' or '1'='1", '\\', "'; drop table audit_event; --"])
      expect((await search({ text })).events, text).toHaveLength(0)
    expect((await search({ from: '2999-01-01' })).events).toHaveLength(0)
  })

  test('gives the log as CSV in which no cell is a formula, and notes that', async () => {
    server = await openTestApp()
    const admin = await server.as('administrator')
    await server.held.installation.audit.record({
      event: 'data.edited',
      by: { who: '=cmd|calc', address: '192.0.2.1' },
      subject: 'a "quoted", thing',
    })
    const answer = await server.ask({ url: '/api/audit.csv?event=data.edited', cookie: admin })
    expect(answer.headers['content-type']).toContain('text/csv')
    const lines = answer.text.split('\r\n')
    expect(lines[1]).toContain(`"'=cmd|calc"`)
    expect(lines[1]).toContain('"a ""quoted"", thing"')
    expect(lines).toHaveLength(3)
    expect(await events('audit.exported')).toHaveLength(1)
  })
})
