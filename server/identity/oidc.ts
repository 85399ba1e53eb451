import * as client from 'openid-client'
import { isLoopback } from '../access/addresses.ts'
import type { OidcSettings } from '../config.ts'
import { newSecretToken, tokenHash } from './secretToken.ts'

/** Why somebody was sent to the organisation's sign-in. */
export type OidcPurpose =
  | { readonly kind: 'signIn' }
  | { readonly kind: 'invitation'; readonly token: string }
  | { readonly kind: 'link'; readonly account: string }

export interface OidcArrival {
  readonly purpose: OidcPurpose
  /** The path to go on to. */
  readonly to: string
  /** Issuer and subject: the only lasting name of a person. An e-mail address can be given to another. */
  readonly subject: string
  readonly email: string | null
  readonly name: string | null
}

interface Attempt {
  readonly purpose: OidcPurpose
  readonly to: string
  readonly browser: string
  readonly nonce: string
  readonly verifier: string
  readonly redirect: string
  readonly until: number
}

const minutesValid = 10
const mostAttempts = 1_000

/** A sentence for someone whose sign-in at the organisation did not succeed. */
export class OidcRefusal extends Error {}

/** Sends people to the provider and takes them back: authorization code with PKCE, state and nonce, each used once. */
export function openOidc(settings: OidcSettings, { now }: { readonly now: () => Date }) {
  const attempts = new Map<string, Attempt>()
  let discovered: Promise<client.Configuration> | null = null

  function provider(): Promise<client.Configuration> {
    const issuer = new URL(settings.issuer)
    const plain = issuer.protocol === 'http:' && isLoopback(issuer.hostname)
    discovered ??= client.discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
      execute: plain ? [client.allowInsecureRequests] : [],
      timeout: 10,
    })
    // A provider that could not be reached may be back the next time.
    discovered.catch(() => (discovered = null))
    return discovered
  }

  return {
    name: settings.name,
    /** The provider's address to go to, and the value for a cookie that binds the answer to this browser. */
    async begin(
      purpose: OidcPurpose,
      { to, redirect }: { readonly to: string; readonly redirect: string },
    ): Promise<{ address: string; browser: string }> {
      const config = await provider().catch(() => {
        throw new OidcRefusal(`${settings.name} could not be reached. Try again in a minute.`)
      })
      const state = client.randomState()
      const nonce = client.randomNonce()
      const verifier = client.randomPKCECodeVerifier()
      const browser = newSecretToken()
      const until = now().getTime() + minutesValid * 60_000
      for (const [key, attempt] of attempts) {
        if (attempt.until < now().getTime() || attempts.size >= mostAttempts) attempts.delete(key)
      }
      attempts.set(state, { purpose, to, browser: tokenHash(browser), nonce, verifier, redirect, until })
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: redirect,
        scope: 'openid profile email',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      return { address: address.href, browser }
    },
    /** Who came back. Throws OidcRefusal when the answer is not to a question that this browser asked just now. */
    async arrive(query: string, browser: string | undefined): Promise<OidcArrival> {
      const state = new URLSearchParams(query).get('state') ?? ''
      const attempt = attempts.get(state)
      attempts.delete(state)
      if (!attempt || attempt.until < now().getTime() || attempt.browser !== tokenHash(browser ?? ''))
        throw new OidcRefusal('This sign-in was begun elsewhere or too long ago. Begin it again.')
      const address = new URL(attempt.redirect)
      address.search = query
      const tokens = await client
        .authorizationCodeGrant(await provider(), address, {
          pkceCodeVerifier: attempt.verifier,
          expectedState: state,
          expectedNonce: attempt.nonce,
          idTokenExpected: true,
        })
        .catch(() => {
          throw new OidcRefusal(`${settings.name} did not confirm who you are. Begin again.`)
        })
      const claims = tokens.claims()
      if (!claims) throw new OidcRefusal(`${settings.name} did not say who you are.`)
      return {
        purpose: attempt.purpose,
        to: attempt.to,
        subject: `${claims.iss} ${claims.sub}`,
        email: typeof claims.email === 'string' ? claims.email : null,
        name: typeof claims.name === 'string' ? claims.name : null,
      }
    },
  }
}

export type Oidc = ReturnType<typeof openOidc>
