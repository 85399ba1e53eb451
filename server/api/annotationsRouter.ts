import { randomUUID } from 'node:crypto'
import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { annotationDraft } from '../../shared/annotations/annotationDraft.ts'
import { readsMetric } from '../access/readsMetric.ts'
import { AnnotationRefusal } from '../annotations/annotationRefusal.ts'
import {
  addAnnotation,
  annotationsOf,
  changeAnnotation,
  withdrawAnnotation,
} from '../annotations/annotationStore.ts'
import type { Context } from './context.ts'
import { procedure, router } from './trpc.ts'

const id = z.uuid()

const writing = procedure.meta({ access: 'data', audit: 'annotation.changed' }).use(async ({ ctx, next }) => {
  const result = await next()
  if (result.ok) ctx.installation.openPages.noteChanged()
  if (!result.ok && result.error.cause instanceof AnnotationRefusal)
    throw new TRPCError({ code: 'BAD_REQUEST', message: result.error.cause.message })
  return result
})

/** The dated notes beside the figures: everybody reads those of their areas, analysts write them. */
export const annotationsRouter = router({
  list: procedure.meta({ access: 'figures' }).query(async ({ ctx }) => {
    const { areas, feeds } = ctx.viewer
    const all = await annotationsOf(ctx.installation.workspace)
    return all.filter(
      ({ area, feed, metric }) =>
        (area === null || areas === 'all' || areas.includes(area)) &&
        (feed === null || feeds === 'all' || feeds.includes(feed)) &&
        (metric === null || readsMetric(ctx.viewer, metric)),
    )
  }),
  add: writing.input(annotationDraft).mutation(({ ctx, input }) => {
    refuseForeign(ctx, input)
    return addAnnotation(ctx.installation.workspace, input, { ...writerOf(ctx), id: randomUUID() })
  }),
  change: writing.input(annotationDraft.extend({ id })).mutation(async ({ ctx, input }) => {
    refuseForeign(ctx, input)
    refuseForeign(ctx, await noteOf(ctx, input.id))
    return changeAnnotation(ctx.installation.workspace, input, writerOf(ctx))
  }),
  withdraw: writing.input(z.strictObject({ id })).mutation(async ({ ctx, input }) => {
    refuseForeign(ctx, await noteOf(ctx, input.id))
    return withdrawAnnotation(ctx.installation.workspace, input.id, writerOf(ctx))
  }),
})

async function noteOf({ installation }: Context, wanted: string) {
  return (await annotationsOf(installation.workspace)).find((each) => each.id === wanted)
}

/** An account limited to some areas notes what concerns those, and leaves the notes of others alone. */
function refuseForeign({ viewer }: Context, note: { readonly area?: string | null } | undefined): void {
  if (viewer.areas === 'all' || note === undefined) return
  if (note.area == null || !viewer.areas.includes(note.area))
    throw new AnnotationRefusal('Your account is limited to other areas. Choose one of them for this note.')
}

function writerOf({ viewer, partnership }: Pick<Context, 'viewer' | 'partnership'>) {
  return { by: viewer.name, now: new Date(), partnership }
}
