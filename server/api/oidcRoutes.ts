import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { returnPath } from '../../shared/access/returnPath.ts'
import { sessionToken } from '../access/sessionCookie.ts'
import { acceptThroughOrganisation } from '../identity/acceptInvitation.ts'
import { OidcRefusal, type OidcArrival, type OidcPurpose } from '../identity/oidc.ts'
import { actorOf, afterFirstFactor } from '../identity/signIn.ts'
import type { Installation } from '../installation.ts'

const beginBody = z.strictObject({
  to: z.string().max(2_000).optional(),
  invitation: z.string().max(100).optional(),
  link: z.boolean().optional(),
})

const cookieName = 'oidc'
const callback = '/api/sign-in/oidc/callback'
const rateLimit = { max: 30, timeWindow: '1 minute' }

interface Options {
  readonly installation: Installation
  readonly enter: (request: FastifyRequest, reply: FastifyReply, token: string) => Promise<void>
}

/** Signing in through the organisation: out to its provider and back to a path of this dashboard, nowhere else. */
export async function oidcRoutes(app: FastifyInstance, { installation, enter }: Options): Promise<void> {
  const { config, identity, audit } = installation
  const cookie = {
    path: '/api/sign-in/oidc',
    httpOnly: true,
    // Lax: the provider's redirect back comes from another site.
    sameSite: 'lax',
    secure: config.publicUrl?.startsWith('https:') === true,
  } as const

  app.post(
    '/api/sign-in/oidc',
    { config: { access: 'anyone', rateLimit }, bodyLimit: 16_384 },
    async (request, reply) => {
      const body = beginBody.safeParse(request.body)
      if (!identity.oidc || !body.success)
        return reply.code(404).send({ message: 'There is no such sign-in.' })
      const purpose = await purposeOf(request, body.data)
      if (!purpose)
        return reply.code(401).send({ message: 'Sign in first, then link your organisation’s sign-in.' })
      try {
        const { address, browser } = await identity.oidc.begin(purpose, {
          to: returnPath(body.data.to),
          redirect: `${config.publicUrl ?? `http://${request.headers.host}`}${callback}`,
        })
        reply.setCookie(cookieName, browser, { ...cookie, maxAge: 600 })
        return { address }
      } catch (error) {
        if (error instanceof OidcRefusal) return reply.code(502).send({ message: error.message })
        throw error
      }
    },
  )

  app.get(callback, { config: { access: 'anyone', rateLimit } }, async (request, reply) => {
    reply.clearCookie(cookieName, cookie)
    if (!identity.oidc) return reply.redirect('/sign-in', 303)
    try {
      const query = new URL(request.url, 'http://callback.invalid').search
      const arrival = await identity.oidc.arrive(query, request.cookies[cookieName])
      return await arrived(request, reply, arrival)
    } catch (error) {
      if (!(error instanceof OidcRefusal)) throw error
      await audit.record({
        event: 'signIn.failed',
        by: { who: 'organisation sign-in', address: request.ip },
        detail: { reason: error.message },
      })
      return reply.redirect('/sign-in?problem=organisation', 303)
    }
  })

  async function purposeOf(
    request: FastifyRequest,
    { invitation, link }: z.infer<typeof beginBody>,
  ): Promise<OidcPurpose | null> {
    if (invitation !== undefined) return { kind: 'invitation', token: invitation }
    if (link !== true) return { kind: 'signIn' }
    const token = sessionToken(config, request)
    const actor = token && (await actorOf(identity, token, { address: request.ip, sampleOpen: () => false }))
    return actor && actor.account !== null ? { kind: 'link', account: actor.account } : null
  }

  async function arrived(
    request: FastifyRequest,
    reply: FastifyReply,
    { purpose, to, subject, email, name }: OidcArrival,
  ): Promise<FastifyReply> {
    const origin = { address: request.ip, agent: request.headers['user-agent'] ?? '' }
    const known = await identity.accounts.bySubject(subject)
    switch (purpose.kind) {
      case 'invitation': {
        const person = { token: purpose.token, email: email ?? '', name: name ?? email ?? '', subject }
        const accepted = await acceptThroughOrganisation(installation, person, origin)
        if (accepted.kind === 'refused') return reply.redirect('/sign-in?problem=invitation', 303)
        await enter(request, reply, accepted.token)
        return reply.redirect(to, 303)
      }
      case 'link': {
        if (known && known.id !== purpose.account) return reply.redirect('/account?problem=linked', 303)
        await identity.accounts.set(purpose.account, { oidc_subject: subject })
        await audit.record({
          event: 'account.changed',
          by: { who: email ?? subject, address: request.ip },
          subject: purpose.account,
          detail: { change: 'organisation sign-in linked' },
        })
        return reply.redirect('/account', 303)
      }
      case 'signIn': {
        // An account is found by the provider's own name for the person only: an e-mail claim can be set by others.
        if (!known) throw new OidcRefusal('no account is linked to this person')
        const outcome = await afterFirstFactor(identity, known, { origin, how: 'organisation' })
        if (outcome.kind === 'signedIn' || outcome.kind === 'secondFactor')
          await enter(request, reply, outcome.token)
        return reply.redirect(
          outcome.kind === 'secondFactor' ? `/sign-in?step=code&to=${encodeURIComponent(to)}` : to,
          303,
        )
      }
    }
  }
}
