import { afterEach, expect, test } from 'vitest'
import { roles } from '../../../shared/access/viewer.ts'
import { crimeRecord, times } from '../../build/feedRow.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let server: TestApp
afterEach(() => server.close())

async function open(env: Record<string, string> = {}, synthetic = true): Promise<TestApp> {
  server = await openTestApp({ env })
  await server.held.load(
    'crime',
    times(12, () => crimeRecord()),
    { synthetic },
  )
  return server
}
const enter = (role: string, headers: Record<string, string> = {}) =>
  server.ask({ method: 'POST', url: '/api/sign-in/sample', payload: { role }, headers })

test('with sample data alone, on this machine, each role is one click away', async () => {
  await open()
  expect((await server.query('door')).body.result.data).toMatchObject({
    sample: true,
    needsAdministrator: false,
  })
  for (const role of roles) {
    const { session } = await enter(role)
    const { viewer } = (await server.query('session', undefined, session)).body.result.data
    expect(viewer).toMatchObject({ role, disclosure: role === 'analyst' ? 'unprotected' : 'protected' })
  }
})

test('is refused where real data is held, and sessions begun before end with it', async () => {
  await open()
  const { session } = await enter('analyst')
  expect((await server.query('session', undefined, session)).status).toBe(200)
  await server.held.load(
    'crime',
    times(9, () => crimeRecord()),
    { synthetic: false },
  )
  expect((await server.query('session', undefined, session)).status).toBe(401)
  expect((await enter('analyst')).status).toBe(403)
  expect((await server.query('door')).body.result.data).toMatchObject({
    sample: false,
    needsAdministrator: true,
  })
})

test('is refused where nothing is held, since the next file may be real', async () => {
  server = await openTestApp()
  expect((await enter('analyst')).status).toBe(403)
})

test('is refused when the server listens beyond this machine', async () => {
  await open({ HOST: '0.0.0.0' })
  expect((await enter('viewer')).status).toBe(403)
})

test('is refused when a public address is configured', async () => {
  await open({ PUBLIC_URL: 'https://dashboard.example.org' })
  expect((await enter('viewer')).status).toBe(403)
})

for (const header of [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
  'x-original-forwarded-for',
  'x-cluster-client-ip',
  'x-envoy-external-address',
  'fastly-client-ip',
  'x-azure-clientip',
  'cf-connecting-ip',
  'cdn-loop',
  'x-arr-log-id',
])
  test(`is refused, and ended, for a request with the header ${header}`, async () => {
    await open()
    expect((await enter('viewer', { [header]: '1.2.3.4' })).status).toBe(403)
    const { session } = await enter('viewer')
    const through = await server.ask({
      url: '/api/trpc/session',
      cookie: session,
      headers: { [header]: '1.2.3.4' },
    })
    expect(through.status).toBe(401)
  })

test('is refused for a request from another address', async () => {
  await open()
  const answer = await server.ask({
    method: 'POST',
    url: '/api/sign-in/sample',
    payload: { role: 'viewer' },
    remoteAddress: '192.0.2.4',
  })
  expect(answer.status).toBe(403)
})

test('a sample administrator makes no account that would outlive the sample', async () => {
  await open()
  const { session } = await enter('administrator')
  const grant = { role: 'administrator', areas: 'all', feeds: 'all', disclosure: 'unprotected' }
  const invited = await server.mutate(
    'people.invite',
    { email: 'eve@example.org', name: 'Eve', grant },
    session,
  )
  expect(invited.status).toBe(400)
  expect(invited.body.error.message).toContain('npm run administrator')
})
