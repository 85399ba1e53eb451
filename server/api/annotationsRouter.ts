import { randomUUID } from 'node:crypto'
import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { annotationDraft } from '../../shared/annotations/annotationDraft.ts'
import { AnnotationRefusal } from '../annotations/annotationRefusal.ts'
import {
  addAnnotation,
  annotationsOf,
  changeAnnotation,
  withdrawAnnotation,
} from '../annotations/annotationStore.ts'
import { analystProcedure } from './analystProcedure.ts'
import type { Context } from './context.ts'
import { procedure, router } from './trpc.ts'

const id = z.uuid()

const writing = analystProcedure.use(async ({ next }) => {
  const result = await next()
  if (!result.ok && result.error.cause instanceof AnnotationRefusal)
    throw new TRPCError({ code: 'BAD_REQUEST', message: result.error.cause.message })
  return result
})

/** The dated notes beside the figures: everybody reads those of their areas, analysts write them. */
export const annotationsRouter = router({
  list: procedure.query(async ({ ctx }) => {
    const { areas } = ctx.viewer
    const all = await annotationsOf(ctx.installation.workspace)
    return all.filter(({ area }) => area === null || areas === 'all' || areas.includes(area))
  }),
  add: writing
    .input(annotationDraft)
    .mutation(({ ctx, input }) =>
      addAnnotation(ctx.installation.workspace, input, { ...writerOf(ctx), id: randomUUID() }),
    ),
  change: writing
    .input(annotationDraft.extend({ id }))
    .mutation(({ ctx, input }) => changeAnnotation(ctx.installation.workspace, input, writerOf(ctx))),
  withdraw: writing
    .input(z.strictObject({ id }))
    .mutation(({ ctx, input }) => withdrawAnnotation(ctx.installation.workspace, input.id, writerOf(ctx))),
})

function writerOf({ viewer, partnership }: Pick<Context, 'viewer' | 'partnership'>) {
  return { by: viewer.name, now: new Date(), partnership }
}
