import { generateKeyPair, type JsonWebKey } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { Provider, type Adapter, type AdapterPayload } from 'oidc-provider'

export interface TestProvider {
  readonly issuer: string
  readonly env: Record<string, string>
  /** Who signs in at the provider from now on. */
  who: { subject: string; email: string; name: string }
  /** Goes where a browser sent to `address` would, with the provider's own cookies, until it is sent elsewhere. */
  follow(address: string): Promise<string>
  close(): Promise<void>
}

/** What the provider remembers, for as long as the test runs. */
function memoryAdapter(): (kind: string) => Adapter {
  const held = new Map<string, AdapterPayload>()
  const byUid = (uid: string) => [...held.values()].find((payload) => payload.uid === uid)
  return (kind) => ({
    upsert: async (id, payload) => void held.set(`${kind} ${id}`, payload),
    find: async (id) => held.get(`${kind} ${id}`),
    findByUid: async (uid) => byUid(uid),
    findByUserCode: async () => undefined,
    consume: async (id) => void Object.assign(held.get(`${kind} ${id}`) ?? {}, { consumed: 1 }),
    destroy: async (id) => void held.delete(`${kind} ${id}`),
    revokeByGrantId: async () => undefined,
  })
}

async function signingKey(): Promise<JsonWebKey> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return privateKey.export({ format: 'jwk' })
}

/** A real OpenID Connect provider on this machine, at which whoever `who` names signs in and agrees. */
export async function startProvider(redirect: string): Promise<TestProvider> {
  const http = createServer()
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const client = { client_id: 'dashboard', client_secret: 'a-secret-of-the-client' }
  const held = { who: { subject: 'subject-1', email: 'ann@example.org', name: 'Ann Archer' } }
  const provider = new Provider(issuer, {
    adapter: memoryAdapter(),
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
      Grant: 600,
    },
    jwks: { keys: [{ ...(await signingKey()), use: 'sig', alg: 'RS256' }] },
    clients: [
      { ...client, redirect_uris: [redirect], response_types: ['code'], grant_types: ['authorization_code'] },
    ],
    claims: { openid: ['sub'], email: ['email'], profile: ['name'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['a-key-of-the-test'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, email: held.who.email, name: held.who.name }),
    }),
  })
  const answer = provider.callback()
  http.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return void answer(request, response)
    void (async () => {
      const { params } = await provider.interactionDetails(request, response)
      const grant = new provider.Grant({ accountId: held.who.subject, clientId: String(params['client_id']) })
      grant.addOIDCScope('openid profile email')
      await provider.interactionFinished(request, response, {
        login: { accountId: held.who.subject },
        consent: { grantId: await grant.save() },
      })
    })()
  })
  return {
    issuer,
    env: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: client.client_id,
      OIDC_CLIENT_SECRET: client.client_secret,
      OIDC_NAME: 'Test organisation',
    },
    get who() {
      return held.who
    },
    set who(next) {
      held.who = next
    },
    async follow(address) {
      const jar = new Map<string, string>()
      let next = address
      while (next.startsWith(issuer)) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
        const response = await fetch(next, { redirect: 'manual', headers: { cookie } })
        for (const set of response.headers.getSetCookie()) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? []
          if (name !== undefined && value !== undefined) jar.set(name, value)
        }
        const to = response.headers.get('location')
        if (to === null) throw new Error(`the provider answered ${response.status}: ${await response.text()}`)
        next = new URL(to, next).href
      }
      return next
    },
    close: () =>
      new Promise<void>((resolve) => {
        http.closeAllConnections()
        http.close(() => resolve())
      }),
  }
}
