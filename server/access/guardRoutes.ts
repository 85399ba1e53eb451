import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Installation } from '../installation.ts'
import { sampleSignInOpen } from '../identity/sampleSignIn.ts'
import { actorOf } from '../identity/signIn.ts'
import { judge, notForRole, signInFirst, type RouteAccess } from './access.ts'
import { commandLineActor, type Actor } from './actor.ts'
import { isOwnHost, isSameOrigin } from './sameOrigin.ts'
import { sessionToken } from './sessionCookie.ts'

export interface RouteRule {
  readonly method: string
  readonly url: string
  readonly access: RouteAccess
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: RouteAccess
    /** Takes a file: its body may arrive slowly. */
    upload?: boolean
  }
  interface FastifyRequest {
    /** Who asks; null where nobody is signed in or anyone may ask. */
    actor: Actor | null
  }
  interface FastifyInstance {
    /** Every route with its rule, in order of registration. */
    routeRules: RouteRule[]
  }
}

/** Routes that a plugin registers, which cannot say it themselves. Built client files hold no data. */
const pluginRoutes: Readonly<Record<string, RouteAccess>> = {
  '/api/trpc/:path': 'eachProcedure',
  '/assets/*': 'anyone',
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

interface Options {
  readonly installation: Installation
  /** Of the command line. */
  readonly token: string
  /** A body that is no file has so long to arrive. */
  readonly bodySeconds: number
}

/**
 * Makes every route declare who may call it, and keeps to it before anything of the request is read: own host, own
 * origin for changes, then the rule. A route without a rule stops the start.
 */
export function guardRoutes(app: FastifyInstance, { installation, token, bodySeconds }: Options): void {
  const { config, identity, audit } = installation
  const expected = Buffer.from(`Bearer ${token}`)
  const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>()
  app.decorateRequest('actor', null)
  app.decorate('routeRules', [])

  app.addHook('onRoute', (route) => {
    const access = route.config?.access ?? pluginRoutes[route.url]
    if (access === undefined) throw new Error(`no access rule: ${String(route.method)} ${route.url}`)
    route.config = { ...route.config, access }
    for (const method of [route.method].flat()) app.routeRules.push({ method, url: route.url, access })
  })

  app.addHook('onRequest', async (request, reply) => {
    // What one person was told is kept nowhere on the way to another.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    // The page itself and what is not there: nobody's data.
    const access = request.is404 ? 'anyone' : request.routeOptions.config.access
    if (!isOwnHost(config, request.headers) && request.url !== '/api/health')
      return refuse(reply, 421, 'This dashboard has another address.')
    if (access === 'commandLine') {
      const given = Buffer.from(request.headers.authorization ?? '')
      if (given.length !== expected.length || !timingSafeEqual(given, expected))
        return refuse(reply, 401, 'Only the command line of this installation may ask this.')
      request.actor = commandLineActor
      return
    }
    if (!reading.has(request.method) && !isSameOrigin(config, request.headers))
      return refuse(reply, 403, 'This was not sent by a page of the dashboard. Nothing was changed.')
    if (access === 'eachProcedure' && request.method === 'POST' && !isJson(request.headers['content-type']))
      return refuse(reply, 415, 'This takes JSON only.')
    if (access === 'anyone') return
    request.actor = await actorOfRequest(installation, request)
  })

  // After the limits of rate, so that nobody fills the audit log with refusals, and before a body is read.
  app.addHook('preParsing', async (request, reply, payload) => {
    const access = request.is404 ? 'anyone' : request.routeOptions.config.access
    if (access === 'anyone' || access === 'commandLine' || access === 'eachProcedure') return payload
    const verdict = judge(access, request.actor)
    if (verdict === 'signInFirst') return refuse(reply, 401, signInFirst)
    if (verdict === 'refused') {
      if (request.actor)
        await audit.record({
          event: 'access.refused',
          by: request.actor,
          subject: `${request.method} ${request.routeOptions.url ?? ''}`,
        })
      return refuse(reply, 403, notForRole)
    }
    return payload
  })

  // Whoever sends a body drop by drop holds a connection for nothing.
  app.addHook('preParsing', async (request, _reply, payload) => {
    if (!reading.has(request.method) && !request.routeOptions.config.upload) {
      const timer = setTimeout(() => request.raw.destroy(), bodySeconds * 1000)
      timers.set(request, timer)
      payload.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer))
    }
    return payload
  })
  app.addHook('onResponse', async (request) => clearTimeout(timers.get(request)))

  async function actorOfRequest(from: Installation, request: FastifyRequest): Promise<Actor | null> {
    // A token of a program opens the read API and nothing else.
    const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (given !== undefined && request.routeOptions.url?.startsWith('/api/v1/') === true)
      return identity.apiTokens.actorOf(given, request.ip)
    const held = sessionToken(config, request)
    if (held === undefined) return null
    return actorOf(identity, held, {
      address: request.ip,
      sampleOpen: () =>
        sampleSignInOpen(from, { headers: request.headers, socketAddress: request.socket.remoteAddress }),
    })
  }
}

function isJson(type: string | undefined): boolean {
  return /^application\/json\s*(;|$)/i.test(type ?? '')
}

function refuse(reply: FastifyReply, code: number, message: string): FastifyReply {
  return reply.code(code).send({ message })
}
