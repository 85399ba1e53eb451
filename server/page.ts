import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyReply } from 'fastify'

/** What the built page holds where each answer puts a number used once; see vite.config.ts. */
const placeholder = /%NONCE%/g

/** Nothing but what this server sends may run, load or be sent to; a script only with the number of its own answer. */
function pagePolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

/** Sends the page with a fresh nonce; 503 where the client has not been built. */
export async function sendPage(reply: FastifyReply, client: string): Promise<FastifyReply> {
  const html = await readFile(join(client, 'index.html'), 'utf8').catch(() => null)
  if (html === null) return reply.code(503).send('The client has not been built: run npm run build.')
  const nonce = randomBytes(18).toString('base64url')
  return reply
    .code(200)
    .header('content-security-policy', pagePolicy(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html.replaceAll(placeholder, nonce))
}
