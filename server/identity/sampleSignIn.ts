import type { IncomingHttpHeaders } from 'node:http'
import { isLoopback } from '../access/addresses.ts'
import type { Config } from '../config.ts'
import type { Register } from '../submissions/register.ts'

/**
 * Headers that proxies, tunnels and content networks add under many names: whoever sends one does not sit at this machine.
 * No browser sends any of them by itself.
 */
const forwarding =
  /forward|^via$|real-?ip|client-?ip|connecting-ip|cluster-ip|external-address|^cdn-loop$|^cf-|^x-(arr|azure|amzn|envoy|original)-/

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
    !Object.keys(request.headers).some((name) => forwarding.test(name))
  )
}
