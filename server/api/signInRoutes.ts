import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { roles } from '../../shared/access/viewer.ts'
import { clearSessionCookie, sessionToken, setSessionCookie } from '../access/sessionCookie.ts'
import { acceptInvitation } from '../identity/acceptInvitation.ts'
import { emailSchema, personName } from '../identity/accounts.ts'
import { sampleSignInOpen } from '../identity/sampleSignIn.ts'
import {
  actorOf,
  signInToSample,
  signInWithCode,
  signInWithPassword,
  type SignInOutcome,
} from '../identity/signIn.ts'
import { tokenHash } from '../identity/secretToken.ts'
import type { Installation } from '../installation.ts'
import { oidcRoutes } from './oidcRoutes.ts'

const password = z.string().min(1).max(1_000)
const passwordBody = z.strictObject({ email: z.string().min(1).max(200), password })
const codeBody = z.strictObject({ code: z.string().min(1).max(40) })
const sampleBody = z.strictObject({ role: z.enum(roles) })
const tokenBody = z.strictObject({ token: z.string().max(100) })
const acceptBody = z.strictObject({
  token: z.string().max(100),
  email: emailSchema,
  name: personName,
  password,
})

const open = {
  config: { access: 'anyone', rateLimit: { max: 30, timeWindow: '1 minute' } },
  bodyLimit: 16_384,
} as const

/** Signing in and out. Plain routes, because they set cookies: each sign-in makes a new session and ends the old one. */
export async function signInRoutes(
  app: FastifyInstance,
  { installation }: { readonly installation: Installation },
): Promise<void> {
  const { config, identity, audit } = installation

  /** A session that was in the browser before never lives on: whoever planted it gains nothing. */
  async function enter(request: FastifyRequest, reply: FastifyReply, token: string): Promise<void> {
    const before = sessionToken(config, request)
    if (before !== undefined) await identity.sessions.end(tokenHash(before))
    setSessionCookie(config, reply, token)
  }
  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    outcome: SignInOutcome,
  ): Promise<FastifyReply> {
    if (outcome.kind === 'wait') return reply.code(429).send({ message: outcome.message })
    if (outcome.kind === 'refused') return reply.code(401).send({ message: outcome.message })
    await enter(request, reply, outcome.token)
    return reply.send({ next: outcome.kind })
  }

  app.post('/api/sign-in', open, async (request, reply) => {
    const body = passwordBody.safeParse(request.body)
    if (!body.success) return reply.code(400).send({ message: 'Give an e-mail address and a password.' })
    return answer(request, reply, await signInWithPassword(identity, body.data, originOf(request)))
  })

  app.post('/api/sign-in/code', open, async (request, reply) => {
    const body = codeBody.safeParse(request.body)
    if (!body.success) return reply.code(400).send({ message: 'Give the code.' })
    const token = sessionToken(config, request) ?? ''
    return answer(
      request,
      reply,
      await signInWithCode(identity, { token, code: body.data.code }, originOf(request)),
    )
  })

  app.post('/api/sign-in/sample', open, async (request, reply) => {
    const body = sampleBody.safeParse(request.body)
    const from = { headers: request.headers, socketAddress: request.socket.remoteAddress }
    if (!sampleSignInOpen(installation, from))
      return reply.code(403).send({ message: 'The sample sign-in is closed here: sign in with an account.' })
    if (!body.success) return reply.code(400).send({ message: 'There is no such role.' })
    await enter(request, reply, await signInToSample(identity, body.data.role, originOf(request)))
    return { next: 'signedIn' }
  })

  app.post('/api/sign-out', open, async (request, reply) => {
    const token = sessionToken(config, request)
    if (token !== undefined) {
      const by = await actorOf(identity, token, { address: request.ip, sampleOpen: () => true })
      await identity.sessions.end(tokenHash(token))
      if (by) await audit.record({ event: 'signIn.ended', by })
    }
    clearSessionCookie(config, reply)
    return { next: 'signedOut' }
  })

  app.post('/api/invitation', open, async (request, reply) => {
    const body = tokenBody.safeParse(request.body)
    const invitation = body.success ? await identity.invitations.find(body.data.token) : undefined
    if (!invitation)
      return reply
        .code(404)
        .send({ message: 'This link was used, has run out or was never made. Ask for a new one.' })
    const { kind, email, name, role } = invitation
    return { kind, email, name, role }
  })

  app.post('/api/invitation/accept', open, async (request, reply) => {
    const body = acceptBody.safeParse(request.body)
    if (!body.success)
      return reply
        .code(400)
        .send({ message: `It cannot be read: ${body.error.issues[0]?.message ?? 'not valid'}.` })
    const accepted = await acceptInvitation(installation, body.data, originOf(request))
    if (accepted.kind === 'refused') return reply.code(400).send({ message: accepted.message })
    await enter(request, reply, accepted.token)
    return { next: accepted.kind }
  })

  await app.register(oidcRoutes, { installation, enter })
}

/** Where a request came from: behind a trusted proxy, the address that the proxy saw. */
function originOf(request: FastifyRequest): { address: string; agent: string } {
  return { address: request.ip, agent: request.headers['user-agent'] ?? '' }
}
