import { TRPCError } from '@trpc/server'
import { UndoRefusal } from '../submissions/undoRefusal.ts'
import { procedure } from './trpc.ts'

/** A procedure for those who work with the data; a refusal comes as its sentence. */
export const analystProcedure = procedure.use(async ({ ctx, next }) => {
  if (ctx.viewer.role !== 'analyst')
    throw new TRPCError({
      code: 'FORBIDDEN',
      message: 'Only analysts of the partnership may change what is held or published.',
    })
  const result = await next()
  if (!result.ok && result.error.cause instanceof UndoRefusal)
    throw new TRPCError({ code: 'BAD_REQUEST', message: result.error.cause.message })
  return result
})
