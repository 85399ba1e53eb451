import type { IncomingHttpHeaders } from 'node:http'
import type { Config } from '../config.ts'
import { hostName, isLoopback } from './addresses.ts'

/**
 * Whether the request names this dashboard as its host. On loopback any other name is a stranger's page that had its
 * own name point here (DNS rebinding); with a public address only that one and loopback are known.
 */
export function isOwnHost(config: Config, headers: IncomingHttpHeaders): boolean {
  const name = hostName(headers.host)
  if (name === null) return false
  if (isLoopback(name)) return true
  if (config.publicUrl !== null) return name === new URL(config.publicUrl).hostname
  return !isLoopback(config.host)
}

/** Whether a request that changes something was sent by a page of this dashboard; a request that does not say is not. */
export function isSameOrigin(config: Config, headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers
  if (origin === undefined) return headers['sec-fetch-site'] === 'same-origin'
  if (origin === config.publicUrl) return true
  if (config.publicUrl !== null && !isLoopback(hostName(host) ?? '')) return false
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
}
