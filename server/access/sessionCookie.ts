import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'

// The __Host- prefix lets a browser accept the cookie only over TLS, from this host, for all of it.
const secureName = '__Host-session'
const plainName = 'session'

function isSecure({ publicUrl }: Config): boolean {
  return publicUrl?.startsWith('https:') === true
}

/** The session's token that a request carries; undefined when it carries none. */
export function sessionToken(config: Config, request: FastifyRequest): string | undefined {
  const token = request.cookies[isSecure(config) ? secureName : plainName]
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined
}

/**
 * Gives the browser its session. Never sent from another site, never read by a script; the server's record of the
 * session says when it ends, and the browser forgets it when it closes.
 */
export function setSessionCookie(config: Config, reply: FastifyReply, token: string): void {
  reply.setCookie(isSecure(config) ? secureName : plainName, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(config),
  })
}

/** Takes the session from the browser. */
export function clearSessionCookie(config: Config, reply: FastifyReply): void {
  reply.clearCookie(isSecure(config) ? secureName : plainName, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(config),
  })
}
