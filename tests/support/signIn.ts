import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import type { Role } from '../../shared/access/viewer.ts'
import type { RunningServer } from './server.ts'

/** Signs a browser in to a server that holds sample data alone, in one of its roles, as the button on the page does. */
export async function signIn(context: BrowserContext, url: string, role: Role): Promise<void> {
  await holdSession(context, url, await sampleSession(url, role))
}

/** A session in one of the sample's roles. */
export async function sampleSession(url: string, role: Role): Promise<string> {
  return (await send(url, '/api/sign-in/sample', { role })).session
}

/** Lets a browser hold a session that was begun elsewhere. */
export async function holdSession(context: BrowserContext, url: string, session: string): Promise<void> {
  await context.addCookies([{ name: 'session', value: session, url, httpOnly: true, sameSite: 'Strict' }])
}

const password = 'lantern orbit pepper mosaic'

/**
 * Makes an account of the role on a server without sample data, by the links that people use: an administrator's from
 * the command line, then an invitation. Returns the new person's session.
 */
export async function joinAs(server: Pick<RunningServer, 'url' | 'dataDir'>, role: Role): Promise<string> {
  const door = JSON.parse(await readFile(join(server.dataDir, 'server.json'), 'utf8')) as { token: string }
  const made = await fetch(`${server.url}/api/administrator`, {
    method: 'POST',
    headers: { authorization: `Bearer ${door.token}` },
  })
  const token = ((await made.json()) as { link: string }).link.split('#')[1]
  const unique = randomUUID().slice(0, 8)
  const first = { token, email: `admin-${unique}@example.org`, name: 'Admin', password }
  const { session: administrator } = await send(server.url, '/api/invitation/accept', first)
  const disclosure = role === 'analyst' ? 'unprotected' : 'protected'
  const person = { email: `${role}-${unique}@example.org`, name: `Test ${role}` }
  const grant = { role, areas: 'all', feeds: 'all', disclosure }
  const { body } = await send(server.url, '/api/trpc/people.invite', { ...person, grant }, administrator)
  const { result } = body as { result: { data: string } }
  return (await send(server.url, '/api/invitation/accept', { ...person, token: result.data, password }))
    .session
}

async function send(
  url: string,
  path: string,
  body: unknown,
  session = '',
): Promise<{ body: unknown; session: string }> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, cookie: `session=${session}` },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`)
  const cookie = response.headers.getSetCookie().find((set) => set.startsWith('session='))
  return { body: JSON.parse(text), session: /^session=([\w-]+)/.exec(cookie ?? '')?.[1] ?? '' }
}
