import type { IncomingHttpHeaders } from 'node:http'
import { isLoopback } from '../access/addresses.ts'
import type { Config } from '../config.ts'
import type { Register } from '../submissions/register.ts'

/** Headers that a proxy adds: whoever sends one does not sit at this machine. */
const forwarding = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-forwarded-server',
  'x-real-ip',
  'x-client-ip',
  'cf-connecting-ip',
  'true-client-ip',
]

/**
 * Whether a newcomer may try each role without an account: only while nothing but invented figures is held, on an
 * address of this machine alone, without a public address, and for a request that came through no proxy.
 */
export function sampleSignInOpen(
  { config, register }: { readonly config: Config; readonly register: Register },
  request: { readonly headers: IncomingHttpHeaders; readonly socketAddress: string | undefined },
): boolean {
  return (
    register.sampleOnly() &&
    isLoopback(config.host) &&
    config.publicUrl === null &&
    isLoopback(request.socketAddress ?? '') &&
    forwarding.every((name) => request.headers[name] === undefined)
  )
}
