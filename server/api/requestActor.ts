import type { FastifyRequest } from 'fastify'
import type { Actor } from '../access/actor.ts'

/** Who asks, on a route whose rule lets nobody in unnamed. */
export function requestActor({ actor }: FastifyRequest): Actor {
  if (!actor) throw new Error('a guarded route without an actor')
  return actor
}
