import { initTRPC, TRPCError } from '@trpc/server'
import { QueryRefusal } from '../metrics/queryRefusal.ts'
import type { Context } from './context.ts'

const t = initTRPC.context<Context>().create({
  errorFormatter({ shape, error }) {
    // A person gets the sentence and a code; what went wrong inside stays in the log.
    const message =
      error.code === 'INTERNAL_SERVER_ERROR'
        ? 'Something went wrong on the server. Nothing was changed; try again.'
        : shape.message
    return { ...shape, message, data: { code: shape.data.code, httpStatus: shape.data.httpStatus } }
  },
})

export const router = t.router

/** A procedure whose refusals become errors with a sentence. */
export const procedure = t.procedure.use(async ({ next }) => {
  const result = await next()
  if (!result.ok && result.error.cause instanceof QueryRefusal) {
    const { kind, message } = result.error.cause
    throw new TRPCError({ code: kind === 'needsAccess' ? 'FORBIDDEN' : 'BAD_REQUEST', message })
  }
  return result
})
