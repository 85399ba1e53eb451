import { connect, type AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { readConfig } from '../../../server/config.ts'
import { errorLine } from '../../../server/errorLine.ts'
import { metrics } from '../../../shared/metrics/catalogue.ts'
import { feeds } from '../../../shared/feeds/feeds.ts'
import { attendanceRow, crimeRecord, nrmReferral, times } from '../../build/feedRow.ts'
import { openTestApp, password, type TestApp } from '../../support/app.ts'

let server: TestApp
let analyst: string
beforeAll(async () => {
  server = await openTestApp({ bodySeconds: 0.4 })
  analyst = await server.as('analyst')
  await server.held.load(
    'crime',
    times(12, () => crimeRecord()),
  )
})
afterAll(() => server.close())
afterEach(() => vi.restoreAllMocks())

describe('requests from other sites', () => {
  const change = (headers: Record<string, string>) =>
    server.ask({
      method: 'POST',
      url: '/api/trpc/audit.exported',
      payload: JSON.stringify({ form: 'csv', what: 'x' }),
      headers: { 'content-type': 'application/json', ...headers },
      cookie: analyst,
    })

  test('change nothing: only a page of this dashboard may', async () => {
    expect((await change({})).status).toBe(200)
    for (const origin of [
      'https://evil.example',
      'null',
      'http://localhost:4322',
      'http://localhost.evil.example:4321',
      '',
    ])
      expect((await change({ origin })).status, origin).toBe(403)
  })

  test('are refused in every form a page elsewhere could send without asking first', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await change({ origin: 'https://evil.example', 'content-type': type })
      expect(answer.status, type).toBe(403)
    }
  })

  test('a body that is no JSON is refused, whoever sends it', async () => {
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/octet-stream'])
      expect((await change({ 'content-type': type })).status, type).toBe(415)
  })

  test('nor can a page elsewhere sign somebody in or out', async () => {
    const elsewhere = { origin: 'https://evil.example' }
    for (const url of [
      '/api/sign-in',
      '/api/sign-out',
      '/api/sign-in/sample',
      '/api/sign-in/oidc',
      '/api/invitation/accept',
    ])
      expect((await server.ask({ method: 'POST', url, headers: elsewhere, payload: {} })).status, url).toBe(
        403,
      )
  })

  test('under a name that another made to point here (DNS rebinding) nothing answers', async () => {
    for (const host of ['evil.example:4321', 'localhost.evil.example', '127.0.0.1.evil.example', 'a b'])
      expect(
        (await server.ask({ url: '/api/trpc/door', headers: { host, origin: `http://${host}` } })).status,
        host,
      ).toBe(421)
    for (const host of ['127.0.0.1:4321', 'localhost:4321', '[::1]:4321'])
      expect((await server.ask({ url: '/api/trpc/door', headers: { host } })).status, host).toBe(200)
  })

  test('no answer invites another site to read it', async () => {
    const answer = await server.ask({ url: '/api/trpc/door', headers: { origin: 'https://evil.example' } })
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('bodies', () => {
  test('over the limit are refused unread', async () => {
    const big = 'x'.repeat(1_100_000)
    expect((await server.mutate('audit.exported', { form: 'csv', what: big }, analyst)).status).toBe(413)
    expect((await server.post('/api/sign-in', { email: 'x', password: 'y'.repeat(20_000) })).status).toBe(413)
  })

  test('that arrive drop by drop are cut off', async () => {
    await server.app.listen({ port: 0, host: '127.0.0.1' })
    const address = server.app.addresses()[0] as AddressInfo
    const took = await new Promise<number>((resolve) => {
      const began = performance.now()
      const socket = connect(address.port, '127.0.0.1', () =>
        socket.write(
          `POST /api/sign-in HTTP/1.1\r\nHost: localhost:${address.port}\r\nOrigin: http://localhost:${address.port}\r\n` +
            'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
        ),
      )
      const drip = setInterval(() => socket.write(' '), 50)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        clearInterval(drip)
        resolve(performance.now() - began)
      })
    })
    // A hundred drops at this pace would take five seconds.
    expect(took).toBeLessThan(4_000)
  })

  test('that would change every object’s prototype change none', async () => {
    const pollution = '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}'
    for (const url of [
      '/api/sign-in',
      '/api/trpc/series',
      '/api/trpc/audit.exported',
      '/api/invitation',
      '/api/series',
    ]) {
      const answer = await server.ask({
        method: 'POST',
        url,
        payload: pollution,
        headers: { 'content-type': 'application/json' },
        cookie: analyst,
      })
      expect(answer.status, url).toBeGreaterThanOrEqual(400)
      expect(answer.status, url).toBeLessThan(500)
    }
    const input = encodeURIComponent(
      '{"metric":"da.crimes","filters":{"__proto__":["polluted"],"constructor":["x"]}}',
    )
    const answer = await server.ask({ url: `/api/trpc/series?input=${input}`, cookie: analyst })
    expect(answer.status).toBeLessThan(500)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('names that every object has are no metric, field, feed or template', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
      const refused = [
        await server.query('series', { metric: name }, analyst),
        await server.query('metricPage', { metric: name }, analyst),
        await server.query('revisions', { metric: name }, analyst),
        await server.query('series', { metric: 'da.crimes', breakdown: [name] }, analyst),
        await server.query('series', { metric: 'da.crimes', areas: [name] }, analyst),
        await server.query('overview', { area: name }, analyst),
      ]
      for (const { status } of refused) expect(status, name).toBe(400)
      expect((await server.ask({ url: `/api/templates/${name}.csv`, cookie: analyst })).status, name).toBe(
        404,
      )
      const filtered = encodeURIComponent(`{"metric":"da.crimes","filters":{"${name}":["x"]}}`)
      const answer = await server.ask({ url: `/api/trpc/series?input=${filtered}`, cookie: analyst })
      expect([200, 400], name).toContain(answer.status)
    }
  })

  test('that are no JSON, or JSON of another kind, get a sentence', async () => {
    for (const payload of ['{', '[]', 'null', '7', '"x"', '{"email":{"$ne":""},"password":{"$ne":""}}']) {
      const answer = await server.ask({
        method: 'POST',
        url: '/api/sign-in',
        payload,
        headers: { 'content-type': 'application/json' },
      })
      expect(answer.status, payload).toBe(400)
    }
  })
})

describe('SQL fragments', () => {
  const fragments = [
    "' or '1'='1",
    `"; drop table crime; --`,
    "x' union select email from account --",
    "\\'; select pg_sleep(5); --",
    'E08000035%00',
    '$1',
    'leeds) or (1=1',
  ]

  test('in any part of a query are values or refused, never SQL', async () => {
    const { records } = server.held.installation
    const before = await records.read
      .selectFrom('crime')
      .select((e) => e.fn.countAll().as('n'))
      .executeTakeFirst()
    for (const text of fragments) {
      const queries: object[] = [
        { metric: text },
        { metric: 'da.crimes', areas: [text] },
        { metric: 'da.crimes', breakdown: [text] },
        { metric: 'da.crimes', filters: { [text]: ['x'] } },
        { metric: 'da.crimes', from: text },
        { metric: 'da.crimes', to: text },
        { metric: 'da.crimes', grain: text },
        { metric: 'da.crimes', transform: text },
        { metric: 'da.crimes', basis: text },
        { metric: 'da.crimes', compare: { area: text } },
        { metric: 'da.crimes', asAt: text },
      ]
      for (const query of queries) {
        const answer = await server.query('series', query, analyst)
        expect(answer.status, JSON.stringify(query)).toBe(400)
      }
      for (const name of ['outcome', 'offence_code', 'offence_group', 'victim_sex', 'agency']) {
        const answer = await server.query(
          'series',
          { metric: 'da.crimes', filters: { [name]: [text] } },
          analyst,
        )
        expect([200, 400], `${name} ${text}`).toContain(answer.status)
        // As a value it matches no record; taken for SQL it would have matched them all.
        const points = answer.body.result?.data.series[0]?.points ?? []
        for (const { value } of points) expect(value ?? 0).toBe(0)
      }
      expect((await server.query('overview', { area: text.slice(0, 40) }, analyst)).status).toBe(400)
    }
    const after = await records.read
      .selectFrom('crime')
      .select((e) => e.fn.countAll().as('n'))
      .executeTakeFirst()
    expect(after).toEqual(before)
  })

  test('in a filter by any field of any feed match no record, and neither do wildcards', async () => {
    await server.held.load(
      'nrm',
      times(6, () => nrmReferral()),
      { agency: 'west-yorkshire-police' },
    )
    await server.held.load(
      'attendance',
      times(6, () => attendanceRow()),
      { agency: 'leeds-council' },
    )
    for (const feed of feeds) {
      const metric = metrics.find((each) => each.feed === feed.id && each.measure.kind === 'additive')
      const held = metric && (await server.query('series', { metric: metric.id }, analyst)).body.result.data
      if (!metric || held.series.length === 0) continue
      for (const { name } of feed.fields.filter(({ dimension }) => dimension === true)) {
        for (const text of [...fragments, '%', '_', '|', '*', 'x|y']) {
          const query = { metric: metric.id, filters: { [name]: [text] } }
          const answer = await server.query('series', query, analyst)
          expect([200, 400], `${name} ${text}`).toContain(answer.status)
          for (const { value } of answer.body.result?.data.series[0]?.points ?? [])
            expect(value ?? 0, `${metric.id} ${name} ${text}`).toBe(0)
        }
      }
    }
  })

  test('in what is looked for in the audit log and in people are text', async () => {
    const administrator = await server.as('administrator')
    for (const text of fragments) {
      const found = await server.query('audit.search', { text, event: text.slice(0, 60) }, administrator)
      expect(found.body.result.data).toEqual({ events: [], more: false })
      for (const change of [
        server.mutate('people.disable', { id: text }, administrator),
        server.mutate('people.reset', { id: text }, administrator),
        server.mutate('account.endSession', { id: text }, administrator),
      ])
        expect((await change).status).toBe(400)
    }
  })

  test('in sign-in fields sign nobody in', async () => {
    for (const text of fragments)
      expect((await server.post('/api/sign-in', { email: text, password: text })).session).toBeNull()
  })
})

describe('paths', () => {
  test('climb out of no folder', async () => {
    for (const url of [
      '/../package.json',
      '/..%2fpackage.json',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/assets/%5c..%5c..%5cpackage.json',
      '/api/templates/..%2f..%2fpackage.csv',
      '/api/templates/%2fetc%2fpasswd.csv',
    ]) {
      const answer = await server.ask({ url, cookie: analyst })
      expect(answer.text, url).not.toContain('partnership-performance-dashboard"')
      expect(answer.text, url).not.toContain('root:')
    }
  })

  test('a file’s name is shown and never used as a path', async () => {
    const request = {
      feed: 'crime',
      profile: 'template',
      agency: null,
      mode: 'replace',
      period: null,
      asAt: null,
    }
    const names = ['../../evil.csv', '/etc/passwd', String.raw`..\..\evil.csv`, 'a\u0000.csv']
    for (const fileName of names) {
      const query = { ...request, fileName, confirm: true, dryRun: true, by: 'test' }
      const answer = await server.ask({
        method: 'POST',
        url: `/api/import?request=${encodeURIComponent(JSON.stringify(query))}`,
        payload: Buffer.from('crime_ref,recorded_date,area\nA,2024-05-01,Leeds\n'),
        headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/octet-stream' },
      })
      expect(answer.status, fileName).toBe(200)
      expect(answer.text, fileName).toContain('"kind":"result"')
    }
    const { readdir } = await import('node:fs/promises')
    expect((await readdir(`${server.held.dataDir}/staging`)).length).toBe(0)
    expect((await readdir(`${server.held.dataDir}/..`)).some((name) => name.includes('evil'))).toBe(false)
  })
})

describe('spans of time', () => {
  test('longer than a hundred years are refused before anything is worked out', async () => {
    for (const query of [
      { from: '0001-01', to: '9999-12' },
      { compare: { baseline: { from: '0001-01', to: '9999-12' } } },
    ]) {
      const answer = await server.query('series', { metric: 'da.crimes', ...query }, analyst)
      expect(answer.status, JSON.stringify(query)).toBe(400)
      expect(answer.text).toContain('longer than a hundred years')
    }
  })
})

describe('what answers carry', () => {
  test('headers that keep a browser from framing, sniffing or telling', async () => {
    for (const url of ['/api/trpc/door', '/api/nothing']) {
      const { headers } = await server.ask({ url })
      expect(headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'")
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['x-frame-options']).toBe('SAMEORIGIN')
      expect(headers['referrer-policy']).toBe('same-origin')
      expect(headers['server']).toBeUndefined()
      expect(headers['x-powered-by']).toBeUndefined()
    }
  })

  test('no inside of the server when something fails there', async () => {
    const said: unknown[] = []
    vi.spyOn(server.app.log, 'error').mockImplementation((...line: unknown[]) => void said.push(...line))
    const { register } = server.held.installation
    vi.spyOn(register, 'visible').mockImplementation(() => {
      throw new Error('no such table: secret_table at /srv/data session=abcdef')
    })
    for (const answer of [
      await server.query('submissions', undefined, analyst),
      await server.query('overview', {}, analyst),
    ]) {
      expect(answer.status).toBe(500)
      expect(answer.text).not.toMatch(/secret_table|\/srv|at .*\.ts/)
      expect(answer.text).toContain('Something went wrong on the server.')
    }
    expect(said.join(' ')).toContain('no such table')
    expect(said.join(' ')).not.toContain('abcdef')
  })
})

describe('the log', () => {
  test('holds no secret and no e-mail address', () => {
    const error = new Error(
      `failed: Authorization: Bearer abc.def cookie session=tok123; ?code=oid456&state=st789 "password":"pw000" ` +
        `postgres://user:dbpass@host/db http://x/invitation#inv111 ann@example.org`,
    )
    error.cause = new Error('token=causetoken')
    const line = errorLine(error)
    for (const secret of [
      'abc.def',
      'tok123',
      'oid456',
      'st789',
      'pw000',
      'dbpass',
      'inv111',
      'ann@',
      'causetoken',
    ])
      expect(line).not.toContain(secret)
    expect(line).toContain('hardening.test.ts')
  })
})

describe('rates', () => {
  test('one account is held to its share, and another goes on', async () => {
    const own = await openTestApp()
    try {
      const greedy = await own.as('viewer')
      const other = await own.as('viewer')
      const statuses: number[] = []
      for (let i = 0; i < 1_202; i++) statuses.push((await own.query('feeds', undefined, greedy)).status)
      expect(statuses.filter((status) => status === 200)).toHaveLength(1_200)
      expect(statuses.at(-1)).toBe(429)
      expect((await own.query('feeds', undefined, other)).status).toBe(200)
    } finally {
      await own.close()
    }
  })

  test('what is refused counts too, and fills the audit log no further than that', async () => {
    const own = await openTestApp({ requestsAMinute: 10 })
    try {
      const viewer = await own.as('viewer')
      for (const url of ['/api/audit.csv', '/api/templates/crime.csv']) {
        const asked = Array.from({ length: 15 }, () => own.ask({ url, cookie: viewer }))
        const statuses = (await Promise.all(asked)).map(({ status }) => status)
        expect(statuses.filter((status) => status !== 403 && status !== 429)).toEqual([])
      }
      const noted = await own.held.installation.audit.search({ event: 'access.refused' }, 100)
      expect(noted.length).toBeGreaterThan(0)
      expect(noted.length).toBeLessThanOrEqual(20)
      const nobody = Array.from({ length: 15 }, () => own.ask({ url: '/api/audit.csv' }))
      expect((await Promise.all(nobody)).map(({ status }) => status)).toContain(429)
    } finally {
      await own.close()
    }
  })

  test('one request asks at most thirty questions at once', async () => {
    const batch = (count: number) => {
      const input = Object.fromEntries(Array.from({ length: count }, (_, i) => [i, {}]))
      const paths = Array.from({ length: count }, () => 'feeds').join(',')
      return server.ask({
        url: `/api/trpc/${paths}?batch=1&input=${encodeURIComponent(JSON.stringify(input))}`,
        cookie: analyst,
      })
    }
    const whole = await batch(30)
    expect(whole.status).toBe(200)
    expect(whole.body).toHaveLength(30)
    const more = await batch(31)
    expect(more.status).toBe(400)
    expect(more.text).not.toContain('"result"')
  })

  test('sign-ins by one address are held to thirty a minute', async () => {
    const own = await openTestApp()
    try {
      const statuses: number[] = []
      for (let i = 0; i < 31; i++) statuses.push((await own.post('/api/sign-in', { email: '' })).status)
      expect(statuses[29]).toBe(400)
      expect(statuses[30]).toBe(429)
    } finally {
      await own.close()
    }
  })
})

describe('settings', () => {
  test('take secrets from files, and say which file cannot be read', async () => {
    const { writeFile } = await import('node:fs/promises')
    const path = `${server.held.dataDir}/secret`
    await writeFile(path, 'from-a-file\n')
    const oidc = {
      OIDC_ISSUER: 'https://login.example.org',
      OIDC_CLIENT_ID: 'x',
      OIDC_CLIENT_SECRET_FILE: path,
    }
    expect(readConfig(oidc).oidc?.clientSecret).toBe('from-a-file')
    expect(() => readConfig({ DATABASE_URL_FILE: '/nowhere' })).toThrow('DATABASE_URL_FILE')
  })

  test('refuse a public address without TLS, half an organisation’s sign-in, and a short key', () => {
    expect(() => readConfig({ PUBLIC_URL: 'http://dashboard.example.org' })).toThrow('PUBLIC_URL')
    expect(() => readConfig({ PUBLIC_URL: 'https://dashboard.example.org/path' })).toThrow('PUBLIC_URL')
    expect(() => readConfig({ OIDC_ISSUER: 'https://login.example.org' })).toThrow('OIDC_CLIENT_SECRET')
    expect(() => readConfig({ IDENTITY_KEY: 'c2hvcnQ=' })).toThrow('IDENTITY_KEY')
  })

  test('with TLS the cookie says so, and answers only to the public name', async () => {
    const own = await openTestApp({ env: { PUBLIC_URL: 'https://dashboard.example.org' } })
    try {
      await own.person('ann@example.org')
      const headers = { host: 'dashboard.example.org', origin: 'https://dashboard.example.org' }
      const signIn = {
        method: 'POST',
        url: '/api/sign-in',
        payload: { email: 'ann@example.org', password },
      } as const
      const { headers: answered, status } = await own.ask({ ...signIn, headers })
      expect(status).toBe(200)
      expect(answered['set-cookie']).toMatch(
        /^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      )
      expect(
        (await own.ask({ ...signIn, headers: { ...headers, origin: 'https://evil.example' } })).status,
      ).toBe(403)
      expect((await own.ask({ url: '/api/trpc/door', headers: { host: 'evil.example' } })).status).toBe(421)
    } finally {
      await own.close()
    }
  })
})
