import { randomUUID } from 'node:crypto'
import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { ownerOf } from '../savedViews/ownerOf.ts'
import { forgetView, savedViewsOf, saveView } from '../savedViews/savedViews.ts'
import type { Context } from './context.ts'
import { procedure, router } from './trpc.ts'

const view = z.strictObject({
  name: z.string().trim().min(1, 'a view has a name').max(80),
  /** A path of this dashboard and nowhere else. */
  address: z
    .string()
    .max(2_000)
    .regex(/^\/(?![/\\])[^\s\\]*$/, 'a view is an address of this dashboard'),
})

/** The views each person keeps for themselves. */
export const savedViewsRouter = router({
  list: procedure.query(({ ctx }) => {
    const owner = ownerOf(ctx)
    return owner === null ? [] : savedViewsOf(ctx.installation.workspace, owner)
  }),
  save: procedure
    .input(view)
    .mutation(({ ctx, input }) =>
      saveView(
        ctx.installation.workspace,
        { ...input, id: randomUUID() },
        { owner: ownerOrRefusal(ctx), now: new Date() },
      ),
    ),
  forget: procedure
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(({ ctx, input }) => forgetView(ctx.installation.workspace, input.id, ownerOrRefusal(ctx))),
})

function ownerOrRefusal(ctx: Context): string {
  const owner = ownerOf(ctx)
  if (owner === null)
    throw new TRPCError({ code: 'FORBIDDEN', message: 'Views are kept for people who are signed in.' })
  return owner
}
