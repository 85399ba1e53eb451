import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { emailSchema, grantSchema, personName } from '../identity/accounts.ts'
import { AccountRefusal, ownAccount } from '../identity/ownAccount.ts'
import { people } from '../identity/people.ts'
import { procedure, router } from './trpc.ts'

const password = z.string().max(1_000)
const id = z.strictObject({ id: z.string().max(100) })

/** Refusals become errors with their sentence. */
const accounts = procedure.use(async ({ next }) => {
  const result = await next()
  if (!result.ok && result.error.cause instanceof AccountRefusal)
    throw new TRPCError({ code: 'BAD_REQUEST', message: result.error.cause.message })
  return result
})
const own = accounts.meta({ access: 'own', audit: 'byHandler' })
const administering = accounts.meta({ access: 'people', audit: 'byHandler' })

/** One's own account: sessions, password, second factor. */
export const accountRouter = router({
  mine: own.query(({ ctx }) => ownAccount(ctx.installation, ctx.actor).describe()),
  endSession: own
    .input(id)
    .mutation(({ ctx, input }) => ownAccount(ctx.installation, ctx.actor).endSession(input.id)),
  changePassword: own
    .input(z.strictObject({ current: password, next: password }))
    .mutation(({ ctx, input }) =>
      ownAccount(ctx.installation, ctx.actor).changePassword(input.current, input.next),
    ),
  beginSecondFactor: own
    .input(z.strictObject({ password }))
    .mutation(({ ctx, input }) => ownAccount(ctx.installation, ctx.actor).beginSecondFactor(input.password)),
  confirmSecondFactor: own
    .input(z.strictObject({ sealed: z.string().max(2_000), code: z.string().max(40) }))
    .mutation(({ ctx, input }) =>
      ownAccount(ctx.installation, ctx.actor).confirmSecondFactor(input.sealed, input.code),
    ),
  removeSecondFactor: own
    .input(z.strictObject({ password, code: z.string().max(40) }))
    .mutation(({ ctx, input }) =>
      ownAccount(ctx.installation, ctx.actor).removeSecondFactor(input.password, input.code),
    ),
})

/** Everybody's accounts, for administrators. */
export const peopleRouter = router({
  list: administering.query(({ ctx }) => people(ctx.installation, ctx.actor).list()),
  invite: administering
    .input(z.strictObject({ email: emailSchema, name: personName, grant: grantSchema }))
    .mutation(({ ctx, input }) => people(ctx.installation, ctx.actor).invite(input)),
  withdraw: administering
    .input(z.strictObject({ email: z.string().max(200) }))
    .mutation(({ ctx, input }) => people(ctx.installation, ctx.actor).withdraw(input.email)),
  change: administering
    .input(z.strictObject({ id: z.string().max(100), grant: grantSchema }))
    .mutation(({ ctx, input }) => people(ctx.installation, ctx.actor).change(input.id, input.grant)),
  disable: administering
    .input(id)
    .mutation(({ ctx, input }) => people(ctx.installation, ctx.actor).disable(input.id)),
  enable: administering
    .input(id)
    .mutation(({ ctx, input }) => people(ctx.installation, ctx.actor).enable(input.id)),
  endSessions: administering
    .input(id)
    .mutation(({ ctx, input }) => people(ctx.installation, ctx.actor).endSessions(input.id)),
  reset: administering
    .input(id)
    .mutation(({ ctx, input }) => people(ctx.installation, ctx.actor).reset(input.id)),
})
