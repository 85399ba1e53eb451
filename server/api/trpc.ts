import { initTRPC, TRPCError } from '@trpc/server'
import { judge, notForRole, signInFirst, type Access } from '../access/access.ts'
import type { AuditEventName } from '../../shared/access/auditEvent.ts'
import { IntakeRefusal } from '../intake/intakeRefusal.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'
import { UndoRefusal } from '../submissions/undoRefusal.ts'
import type { Context, OpenContext } from './context.ts'

/** What a procedure declares: who may call it and, if it changes something, what the audit log notes. */
export interface Meta {
  readonly access: Access
  /** `byHandler`: the handler notes more than its name and input would say. */
  readonly audit?: AuditEventName | 'byHandler'
}

const t = initTRPC
  .context<OpenContext>()
  .meta<Meta>()
  .create({
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

/** Refusals of the readers become errors with a sentence. */
const refusing = t.middleware(async ({ next }) => {
  const result = await next()
  if (!result.ok && result.error.cause instanceof QueryRefusal) {
    const { kind, message } = result.error.cause
    throw new TRPCError({ code: kind === 'needsAccess' ? 'FORBIDDEN' : 'BAD_REQUEST', message })
  }
  if (
    !result.ok &&
    (result.error.cause instanceof UndoRefusal || result.error.cause instanceof IntakeRefusal)
  )
    throw new TRPCError({ code: 'BAD_REQUEST', message: result.error.cause.message })
  return result
})

/** A procedure that anyone may call, signed in or not: what the sign-in page needs. */
export const openProcedure = t.procedure.meta({ access: 'anyone' }).use(refusing)

/**
 * A procedure for those whose role has the permission named in `meta({ access })`, judged before its input is read.
 * Without one it refuses everybody. What it changes is noted in the audit log.
 */
export const procedure = t.procedure
  .use(refusing)
  .use(async ({ ctx, meta, type, path, getRawInput, next }) => {
    const { actor } = ctx
    const access = meta?.access
    if (actor === null) throw new TRPCError({ code: 'UNAUTHORIZED', message: signInFirst })
    const { audit } = ctx.installation
    if (judge(access, actor) !== 'allowed') {
      await audit.record({ event: 'access.refused', by: actor, subject: path })
      throw new TRPCError({ code: 'FORBIDDEN', message: notForRole })
    }
    const result = await next({ ctx: { ...ctx, actor, viewer: actor.viewer } satisfies Context })
    if (type === 'mutation' && meta?.audit !== 'byHandler' && result.ok) {
      const input = await getRawInput()
      const event = meta?.audit ?? 'data.edited'
      await audit.record({ event, by: actor, subject: path, detail: { input } })
    }
    return result
  })

/** Figures, for whoever may read them; that unprotected ones were read is noted. */
export const figuresProcedure = procedure
  .meta({ access: 'figures' })
  .use(async ({ ctx, path, getRawInput, next }) => {
    const result = await next()
    if (result.ok) {
      const input = await getRawInput()
      const metric =
        typeof input === 'object' && input !== null && 'metric' in input ? input.metric : undefined
      await ctx.noteViewed(ctx.actor, typeof metric === 'string' ? metric : path)
    }
    return result
  })
