import { execFile, execFileSync } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Grant } from '../../../server/identity/accounts.ts'
import { apiExamples } from '../../../shared/readApi/examples.ts'
import { addMonths } from '../../../shared/periods/month.ts'
import { crimeRecord, times } from '../../build/feedRow.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let app: TestApp
let cookie: string
beforeEach(async () => {
  app = await openTestApp()
  const months = times(12, (i) => ({ month: addMonths('2024-01', i) }))
  await app.held.load(
    'crime',
    months.flatMap(({ month }, i) => times(8 + i, () => crimeRecord({ recorded_date: `${month}-10` }))),
  )
  cookie = await app.as('analyst')
})
afterEach(() => app.close())

const wanted = { name: 'R', role: 'analyst', areas: 'all', disclosure: 'unprotected', days: 30 }

async function token(over: object = {}, by = cookie): Promise<string> {
  const { body } = await app.mutate('apiTokens.make', { ...wanted, ...over }, by)
  return body.result.data.token
}

function get(path: string, bearer: string | null) {
  const headers = bearer === null ? {} : { authorization: `Bearer ${bearer}` }
  return app.ask({ url: `/api/v1/${path}`, headers })
}

const year = 'series.json?metric=da.crimes&from=2024-01&to=2024-12'

describe('the read API', () => {
  test('answers a token as the page answers its maker', async () => {
    const { status, body } = await get(year, await token())
    expect(status).toBe(200)
    const page = await app.held.ask({ metric: 'da.crimes', from: '2024-01', to: '2024-12' })
    expect(body.series).toEqual(page.series)
  })

  test('gives the same as a tidy table', async () => {
    const secret = await token()
    const { text } = await get(`${year.replace('json', 'csv')}&breakdown=area&bom=true`, secret)
    const [head, ...lines] = text.split('\r\n')
    expect(head).toMatch(/^\uFEFFmetric_id,measure,unit,area_code,area,period,/)
    const leeds = lines.filter((line) => line.includes('E08000035'))
    expect(leeds).toHaveLength(12)
    expect(leeds[3]).toContain(',2024-04,Apr 2024,11,11,,,,')
  })

  test('protects small numbers for a protected token, and keeps to its areas', async () => {
    const guarded = await token({ disclosure: 'protected' })
    const { body } = await get('series.json?metric=da.crimes&from=2024-01&to=2024-12', guarded)
    expect(body.disclosure).toBe('protected')
    const bradford = await token({ areas: ['E08000032'] })
    expect((await get(`${year}&areas=E08000035`, bradford)).status).toBe(403)
    expect((await get(`${year}&areas=E08000032`, bradford)).status).toBe(200)
  })

  test('makes no token that reads more than its maker', async () => {
    const viewer = await app.as('viewer', { areas: ['E08000032'] } satisfies Partial<Grant>)
    const make = (over: object) => app.mutate('apiTokens.make', { ...wanted, ...over }, viewer)
    const own = { role: 'viewer', disclosure: 'protected', areas: ['E08000032'] }
    expect((await make(own)).status).toBe(200)
    expect((await make({ ...own, role: 'analyst' })).status).toBe(400)
    expect((await make({ ...own, areas: 'all' })).status).toBe(400)
    expect((await make({ ...own, disclosure: 'unprotected' })).status).toBe(400)
  })

  test('ends with its time, its revocation, and the rights of its account', async () => {
    const [revoked, kept] = [await token({ name: 'gone' }), await token()]
    const { body } = await app.query('apiTokens.list', undefined, cookie)
    const { id } = body.result.data.find(({ name }: { name: string }) => name === 'gone')
    await app.mutate('apiTokens.revoke', { id }, cookie)
    expect((await get('metrics', revoked)).status).toBe(401)
    expect((await get('metrics', kept)).status).toBe(200)
    const account = (await app.held.installation.identity.accounts.all()).find(
      ({ role }) => role === 'analyst',
    )!
    await app.held.installation.identity.accounts.set(account.id, { role: 'viewer' })
    expect((await get('metrics', kept)).status).toBe(401)
    await app.held.installation.identity.accounts.set(account.id, { role: 'analyst' })
    app.later(31 * 24 * 60)
    expect((await get('metrics', kept)).status).toBe(401)
  })

  test('opens nothing else, and nothing at all to who shows none', async () => {
    const secret = await token()
    const bearer = { authorization: `Bearer ${secret}` }
    expect((await app.ask({ url: '/api/trpc/session', headers: bearer })).status).toBe(401)
    expect(
      (await app.ask({ method: 'POST', url: '/api/exports', headers: bearer, payload: {} })).status,
    ).toBe(401)
    expect((await get('metrics', null)).status).toBe(401)
    expect((await get('metrics', `${secret}x`)).status).toBe(401)
  })

  test('stores a token only as its hash', async () => {
    const secret = await token()
    const rows = await app.held.installation.workspace.selectFrom('api_token').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(secret.slice(4))
  })

  test('says what was wrong with a question', async () => {
    const secret = await token()
    expect((await get('series.json?metric=da.nothing', secret)).body.message).toContain('da.nothing')
    const wrong = await get('series.json?metric=da.crimes&from=2024-13', secret)
    expect(wrong.status).toBe(400)
    expect(wrong.body.message).toContain('from')
  })

  test('describes every one of its routes', async () => {
    const { body } = await get('openapi.json', await token())
    const routes = app.app.routeRules
      .filter(
        ({ method, url }) => method === 'GET' && url.startsWith('/api/v1/') && !url.endsWith('openapi.json'),
      )
      .map(({ url }) => url.replace('/api/v1', '').replace(':id', '{id}'))
    expect(Object.keys(body.paths).toSorted()).toEqual(routes.toSorted())
  })
})

const programs = { curl: ['sh', '-c'], Python: ['python3', '-c'], R: ['Rscript', '-e'], Excel: null } as const
const probes = {
  curl: ['curl', '--version'],
  Python: ['python3', '--version'],
  R: ['Rscript', '--version'],
} as const

function missing(language: keyof typeof programs): string | null {
  if (language === 'Excel') return 'Excel does not run here'
  try {
    const [program, ...rest] = probes[language]
    execFileSync(program, rest, { stdio: 'ignore' })
    return null
  } catch {
    return `${language} is not installed here`
  }
}

describe('the examples of the documentation', () => {
  for (const { title, language } of apiExamples('')) {
    const why = missing(language)
    const program = programs[language]
    test.skipIf(why !== null || program === null)(
      `${language}: ${title}${why === null ? '' : ` (skipped: ${why})`}`,
      async () => {
        await app.app.listen({ port: 0, host: '127.0.0.1' })
        const origin = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`
        const { code } = apiExamples(origin).find((example) => example.title === title)!
        const [run, option] = program!
        const env = { ...process.env, TOKEN: await token() }
        const { stdout } = await promisify(execFile)(run, [option, code], { env })
        expect(stdout).toMatch(title.startsWith('List') ? /"da\.crimes"/ : /2024-12/)
      },
    )
  }
})
