import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { tokenGrantSchema } from '../identity/apiTokens.ts'
import { AccountRefusal } from '../identity/ownAccount.ts'
import { procedure, router } from './trpc.ts'

const tokens = procedure.meta({ access: 'figures', audit: 'byHandler' }).use(async ({ next }) => {
  const result = await next()
  if (!result.ok && result.error.cause instanceof AccountRefusal)
    throw new TRPCError({ code: 'BAD_REQUEST', message: result.error.cause.message })
  return result
})

/** One's own tokens for programs. The token itself is told once, when it is made. */
export const apiTokensRouter = router({
  list: tokens.query(async ({ ctx: { actor, installation } }) => {
    if (actor.account === null) return []
    const held = await installation.identity.apiTokens.list(actor.account)
    return held.map(({ token_hash: _hash, account: _account, areas, ...rest }) => ({
      ...rest,
      areas: JSON.parse(areas) as 'all' | string[],
    }))
  }),
  make: tokens.input(tokenGrantSchema).mutation(async ({ ctx: { actor, installation }, input }) => {
    const made = await installation.identity.apiTokens.make(actor, input)
    await installation.audit.record({
      event: 'token.made',
      by: actor,
      subject: input.name,
      detail: { ...input, id: made.id },
    })
    return made
  }),
  revoke: tokens
    .input(z.strictObject({ id: z.string().max(100) }))
    .mutation(async ({ ctx: { actor, installation }, input }) => {
      const gone =
        actor.account !== null && (await installation.identity.apiTokens.revoke(input.id, actor.account))
      if (gone) await installation.audit.record({ event: 'token.revoked', by: actor, subject: input.id })
      return gone
    }),
})
