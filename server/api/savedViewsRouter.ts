import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ownerOf } from '../access/ownerOf.ts'
import { forgetView, savedViewsOf, saveView } from '../savedViews/savedViews.ts'
import { procedure, router } from './trpc.ts'

const view = z.strictObject({
  name: z.string().trim().min(1, 'a view has a name').max(80),
  /** A path of this dashboard and nowhere else. */
  address: z
    .string()
    .max(2_000)
    .regex(/^\/(?![/\\])[^\s\\]*$/, 'a view is an address of this dashboard'),
})

const own = procedure.meta({ access: 'own' })
const changing = procedure.meta({ access: 'own', audit: 'view.changed' }).use(async ({ ctx, next }) => {
  const result = await next()
  if (result.ok) ctx.installation.openPages.viewsChanged(ownerOf(ctx.actor))
  return result
})

/** The views each person keeps for themselves. */
export const savedViewsRouter = router({
  list: own.query(({ ctx }) => savedViewsOf(ctx.installation.workspace, ownerOf(ctx.actor))),
  save: changing
    .input(view)
    .mutation(({ ctx, input }) =>
      saveView(
        ctx.installation.workspace,
        { ...input, id: randomUUID() },
        { owner: ownerOf(ctx.actor), now: new Date() },
      ),
    ),
  forget: changing
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(({ ctx, input }) => forgetView(ctx.installation.workspace, input.id, ownerOf(ctx.actor))),
})
