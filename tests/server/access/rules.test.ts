import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guardRoutes } from '../../../server/access/guardRoutes.ts'
import { appRouter } from '../../../server/api/router.ts'
import { may } from '../../../shared/access/permission.ts'
import { roles, type Role } from '../../../shared/access/viewer.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

const rules = ['anyone', 'own', 'figures', 'questions', 'data', 'people'] as const
const routeRules = [...rules, 'commandLine', 'eachProcedure'] as const
/** They hold no figures, and are there once the client is built. */
const builtFiles = ['/assets/*', '/favicon.svg']

interface Declared {
  readonly path: string
  readonly type: 'query' | 'mutation' | 'subscription'
  readonly access: (typeof rules)[number]
  readonly audit: string | undefined
}

const procedures: Declared[] = Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
  const { type, meta } = (
    procedure as unknown as { _def: { type: Declared['type']; meta?: Partial<Declared> } }
  )._def
  return { path, type, access: meta?.access as Declared['access'], audit: meta?.audit }
})

let server: TestApp
const cookies: Partial<Record<Role, string>> = {}
beforeAll(async () => {
  server = await openTestApp()
  for (const role of roles) cookies[role] = await server.as(role)
})
afterAll(() => server.close())

const call = ({ path, type }: Declared, cookie: string | null) =>
  type === 'mutation' ? server.mutate(path, undefined, cookie) : server.query(path, undefined, cookie)

describe('every procedure and route declares who may call it', () => {
  test('every procedure names a rule', () => {
    expect(procedures.length).toBeGreaterThan(20)
    expect(procedures.filter(({ access }) => !rules.includes(access)).map(({ path }) => path)).toEqual([])
  })

  test('only the sign-in page’s procedure is open to anyone', () => {
    expect(procedures.filter(({ access }) => access === 'anyone').map(({ path }) => path)).toEqual(['door'])
  })

  test('every procedure asks for the permission it is meant to', () => {
    const meant = {
      anyone: ['door'],
      own: ['session', 'feeds', 'position', 'account.*', 'savedViews.*', 'dataProtection.keeping'],
      figures: [
        'metrics',
        'overview',
        'metricPage',
        'series',
        'revisions',
        'stepTest',
        'areaMap',
        'annotations.list',
        'apiTokens.*',
        'editions.list',
        'editions.one',
        'editions.overview',
        'editions.metricPage',
        'editions.series',
        'editions.compared',
        'editions.errata',
        'packs.list',
        'packs.report',
        'audit.exported',
        'questions.list',
        'questions.names',
        'questions.one',
        'questions.since',
        'questions.meetings',
        'recommendations.list',
        'recommendations.measure',
      ],
      questions: ['scrutiny.*', 'questions.*', 'recommendations.*', 'briefings.*'],
      data: [
        'submissions',
        'undo',
        'freshness',
        'intake.*',
        'annotations.*',
        'editions.publish',
        'editions.publishing',
        'packs.*',
      ],
      people: ['people.*', 'audit.search', 'dataProtection.*'],
    }
    const wanted = (path: string) => {
      const named = Object.entries(meant).find(([, paths]) => paths.includes(path))
      const within = Object.entries(meant).find(([, paths]) => paths.includes(`${path.split('.')[0]}.*`))
      return (named ?? within)?.[0]
    }
    expect(Object.fromEntries(procedures.map(({ path, access }) => [path, access]))).toEqual(
      Object.fromEntries(procedures.map(({ path }) => [path, wanted(path)])),
    )
  })

  test('every procedure that changes something names what the audit log notes', () => {
    const silent = procedures.filter(({ type, audit }) => type === 'mutation' && audit === undefined)
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  test('every route names a rule, and none that changes data is open to anyone', () => {
    const held = server.app.routeRules
    expect(held.length).toBeGreaterThan(10)
    expect(held.filter(({ access }) => !routeRules.includes(access))).toEqual([])
    const open = held.filter(
      ({ access, method, url }) => access === 'anyone' && method !== 'HEAD' && !builtFiles.includes(url),
    )
    expect(open.map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual([
      'GET /',
      'GET /api/health',
      'GET /api/sign-in/oidc/callback',
      'GET /index.html',
      'POST /api/invitation',
      'POST /api/invitation/accept',
      'POST /api/sign-in',
      'POST /api/sign-in/code',
      'POST /api/sign-in/oidc',
      'POST /api/sign-in/sample',
      'POST /api/sign-out',
    ])
  })

  test('every route that is not open asks for the permission it is meant to', () => {
    const guarded = server.app.routeRules.filter(
      ({ access, method }) => access !== 'anyone' && (method === 'GET' || method === 'POST'),
    )
    expect(
      Object.fromEntries(guarded.map(({ method, url, access }) => [`${method} ${url}`, access])),
    ).toEqual({
      'POST /api/import': 'commandLine',
      'POST /api/series': 'commandLine',
      'POST /api/administrator': 'commandLine',
      'POST /api/undo': 'commandLine',
      'POST /api/packs/:number/report': 'commandLine',
      'POST /api/packs/:number/pdf': 'commandLine',
      'GET /api/audit.csv': 'people',
      'POST /api/uploads': 'data',
      'GET /api/uploads/:id/rejects.csv': 'data',
      'POST /api/exports': 'figures',
      'GET /api/exports/:id': 'figures',
      'GET /api/exports/:id/file': 'figures',
      'POST /api/packs/:number/publish': 'data',
      'GET /api/packs/:number/file/:format': 'figures',
      'POST /api/packs/:number/exports': 'data',
      'POST /api/citations': 'figures',
      'GET /api/questions.csv': 'figures',
      'POST /api/briefings/:number/exports': 'questions',
      'GET /api/v1/metrics': 'figures',
      'GET /api/v1/series.json': 'figures',
      'GET /api/v1/series.csv': 'figures',
      'GET /api/v1/citation/:id': 'figures',
      'GET /api/v1/openapi.json': 'figures',
      'GET /api/templates/:feed.csv': 'data',
      'GET /api/trpc/:path': 'eachProcedure',
      'POST /api/trpc/:path': 'eachProcedure',
    })
  })

  test('a route without a rule stops the start', () => {
    const app = Fastify()
    guardRoutes(app, { installation: server.held.installation, token: 't', bodySeconds: 1 })
    expect(() => app.get('/api/forgotten', () => null)).toThrow('no access rule: GET /api/forgotten')
  })
})

describe('every procedure, asked by everyone', () => {
  for (const procedure of procedures.filter(({ access }) => access !== 'anyone')) {
    test(`${procedure.path} refuses who is not signed in, before it reads what is asked`, async () => {
      const answer = await call(procedure, null)
      // An answer that stays open says it in its first event.
      if (procedure.type !== 'subscription') expect(answer.status).toBe(401)
      expect(answer.text).toContain('"code":"UNAUTHORIZED"')
      expect(answer.text).not.toContain('"result"')
    })

    for (const role of roles) {
      const allowed = may(role, procedure.access as Exclude<Declared['access'], 'anyone'>)
      test(`${procedure.path} ${allowed ? 'lets in' : 'refuses'} ${role}`, async () => {
        if (procedure.type === 'subscription' && allowed) return
        const answer = await call(procedure, cookies[role] ?? null)
        if (allowed) expect(['UNAUTHORIZED', 'FORBIDDEN']).not.toContain(answer.body.error?.data.code)
        else expect(answer.body.error.data.code).toBe('FORBIDDEN')
      })
    }
  }
})

describe('every guarded route, asked by everyone', () => {
  test('refuses who is not signed in and whose role does not include it', async () => {
    const guarded = server.app.routeRules.filter(
      ({ access, method }) => method !== 'HEAD' && access !== 'anyone' && access !== 'eachProcedure',
    )
    expect(guarded.length).toBeGreaterThan(3)
    for (const { method, url, access } of guarded) {
      const asked = { method: method as 'GET', url: url.replace(':feed', 'crime') }
      expect((await server.ask(asked)).status, `${method} ${url}`).toBe(401)
      for (const role of roles) {
        const { status } = await server.ask({ ...asked, cookie: cookies[role] ?? null })
        const expected =
          access === 'commandLine' ? [401] : may(role, access as 'data') ? [200, 400, 404, 415] : [403]
        expect(expected, `${method} ${url} as ${role}`).toContain(status)
      }
    }
  })

  test('lets the command line in with its token, and no other', async () => {
    const asked = { method: 'POST', url: '/api/series', payload: { metric: 'crime.recorded' } } as const
    const right = await server.ask({
      ...asked,
      headers: { authorization: `Bearer ${server.token}`, origin: '' },
    })
    expect(right.status).toBe(200)
    const wrong = await server.ask({ ...asked, headers: { authorization: 'Bearer command-line-tokem' } })
    expect(wrong.status).toBe(401)
  })
})
