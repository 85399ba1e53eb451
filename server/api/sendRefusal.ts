import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { errorLine } from '../errorLine.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'

/** Refusals of the readers as their sentence; anything else is the server's own fault and stays in its log. */
export function sendRefusal(app: FastifyInstance) {
  return (
    error: Error & { statusCode?: number },
    _request: FastifyRequest,
    reply: FastifyReply,
  ): FastifyReply => {
    if (error instanceof QueryRefusal)
      return reply.code(error.kind === 'needsAccess' ? 403 : 400).send({ message: error.message })
    const code = error.statusCode ?? 500
    if (code < 500) return reply.code(code).send({ message: error.message })
    app.log.error(errorLine(error))
    return reply
      .code(code)
      .send({ message: 'Something went wrong on the server. Nothing was changed; try again.' })
  }
}
