import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Grant } from '../../server/identity/accounts.ts'
import { createApp } from '../../server/app.ts'
import { hashPassword, type PasswordCost } from '../../server/identity/passwordHash.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import type { Role } from '../../shared/access/viewer.ts'
import { openTestInstallation, type Engine, type TestInstallation } from './installation.ts'

const origin = 'http://localhost:4321'
export const password = 'lantern orbit pepper mosaic'

export interface Answer {
  readonly status: number
  readonly headers: Record<string, unknown>
  readonly text: string
  /** What the answer holds, read as JSON; null where it is not. */
  readonly body: ReturnType<typeof JSON.parse>
  /** The session cookie that the answer set, as `name=value`; null when it set none. */
  readonly session: string | null
}

/** The web server over a test installation, spoken to as a browser would without a network between. */
export interface TestApp {
  readonly app: FastifyInstance
  readonly held: TestInstallation
  readonly token: string
  ask(options: InjectOptions & { cookie?: string | null }): Promise<Answer>
  post(url: string, body: unknown, cookie?: string | null): Promise<Answer>
  query(path: string, input?: unknown, cookie?: string | null): Promise<Answer>
  mutate(path: string, input?: unknown, cookie?: string | null): Promise<Answer>
  /** Adds an account with the test password; returns its id. */
  person(email: string, grant?: Partial<Grant>): Promise<string>
  /** Signs the account in and returns its cookie. */
  signIn(email: string): Promise<string>
  /** A session of an account, without the slow way through the door; its cookie. */
  sessionOf(account: string): Promise<string>
  /** A session of a new account of the role, without the slow way through the door; its cookie. */
  as(role: Role, grant?: Partial<Grant>): Promise<string>
  /** Moves the server's clock on. */
  later(minutes: number): void
  close(): Promise<void>
}

interface Options {
  readonly engine?: Engine
  readonly partnership?: Partnership | undefined
  readonly env?: Record<string, string>
  readonly bodySeconds?: number
  readonly requestsAMinute?: number
  /** At which the server keeps passwords. */
  readonly passwordCost?: PasswordCost
}

// Cheaper than the usual one, which is tested by itself and by the browser.
const cheap = { N: 1024, r: 8, p: 1, maxmem: 2 ** 24 }
const hash = await hashPassword(password, cheap)

export async function openTestApp({
  engine = 'embedded',
  partnership,
  env = {},
  bodySeconds,
  requestsAMinute,
  passwordCost = cheap,
}: Options = {}): Promise<TestApp> {
  let ahead = 0
  const held = await openTestInstallation(engine, partnership, {
    env,
    now: () => new Date(Date.now() + ahead),
    passwordCost,
  })
  const token = 'command-line-token'
  const app = await createApp(held.installation, {
    warm: false,
    token,
    ...(bodySeconds ? { bodySeconds } : {}),
    ...(requestsAMinute ? { requestsAMinute } : {}),
  })
  await app.ready()
  const ask: TestApp['ask'] = async ({ cookie, headers, ...options }) => {
    const response = await app.inject({
      ...options,
      headers: { host: 'localhost:4321', origin, ...(cookie ? { cookie } : {}), ...headers },
    })
    const set = response.cookies.find(({ name }) => name === 'session' || name === '__Host-session')
    let body: unknown
    try {
      body = response.json()
    } catch {
      body = null
    }
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      body,
      session: set ? `${set.name}=${set.value}` : null,
    }
  }
  const post: TestApp['post'] = (url, body, cookie) =>
    ask({
      method: 'POST',
      url,
      payload: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
      cookie,
    })
  let people = 0
  const test: TestApp = {
    app,
    held,
    token,
    ask,
    post,
    query: (path, input, cookie) =>
      ask({
        method: 'GET',
        url: `/api/trpc/${path}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`,
        cookie,
      }),
    mutate: (path, input, cookie) => post(`/api/trpc/${path}`, input, cookie),
    person: async (email, grant = {}) =>
      held.installation.identity.accounts.add({
        email,
        name: email.split('@')[0] ?? email,
        grant: { role: 'viewer', areas: 'all', feeds: 'all', disclosure: 'protected', ...grant },
        passwordHash: hash,
        oidcSubject: null,
      }),
    async signIn(email) {
      const answer = await post('/api/sign-in', { email, password })
      if (answer.session === null) throw new Error(`not signed in: ${answer.text}`)
      return answer.session
    },
    async sessionOf(account) {
      const from = { address: '127.0.0.1', agent: 'test' }
      return `session=${await held.installation.identity.sessions.begin({ account }, 'signedIn', from)}`
    },
    async as(role, grant = {}) {
      const email = `${role}-${++people}@example.org`
      const disclosure = role === 'analyst' ? 'unprotected' : 'protected'
      const account = await test.person(email, { role, disclosure, ...grant })
      return test.sessionOf(account)
    },
    later: (minutes) => {
      ahead += minutes * 60_000
    },
    async close() {
      await app.close()
      await held.close()
    },
  }
  return test
}
