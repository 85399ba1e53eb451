import { refuseLive } from '../access/refuseLive.ts'
import { figuresProcedure } from './trpc.ts'

/** Live figures, for those whose role includes them. */
export const liveProcedure = figuresProcedure.use(async ({ ctx, next }) => {
  await refuseLive(ctx.installation, ctx.viewer)
  return next()
})
