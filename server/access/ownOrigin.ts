import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'

/** Where people reach this dashboard, without a slash at the end: the public address, else the one just used. */
export function ownOrigin(config: Config, request: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return config.publicUrl ?? `${request.protocol}://${request.host}`
}
