import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { seriesQuerySchema } from '../../shared/series/seriesQuery.ts'
import { readsMetric } from '../access/readsMetric.ts'
import { comparedWithLive } from '../editions/comparedWithLive.ts'
import { editionOf, editionsOf } from '../editions/editionStore.ts'
import { EditionRefusal } from '../editions/editionRefusal.ts'
import { errataTogether } from '../editions/errataOf.ts'
import { errataRemembered } from '../editions/errataRemembered.ts'
import type { FreezeProgress } from '../editions/freezeFigures.ts'
import { publishEdition } from '../editions/publish.ts'
import { publishedOverview, publishedPage, publishedSeries } from '../editions/readEdition.ts'
import type { Installation } from '../installation.ts'
import { questionsFor } from '../scrutiny/questions/questionStore.ts'
import { quotingQuestions } from '../scrutiny/questions/quotingQuestions.ts'
import type { Context } from './context.ts'
import { ledgerOf } from './scrutinyProcedures.ts'
import { procedure, router } from './trpc.ts'

const edition = z.int().positive()

const publication = z.strictObject({
  title: z.string().trim().min(1, 'an edition has a title').max(200),
  meetingDate: z.iso.date(),
  commentary: z.string().trim().max(20_000).default(''),
  metrics: z.array(z.string().max(100)).min(1, 'an edition holds at least one measure').max(200),
})

const reading = procedure.meta({ access: 'figures' }).use(async ({ next }) => sentences(await next()))
const publishing = procedure
  .meta({ access: 'data', audit: 'edition.published' })
  .use(async ({ next }) => sentences(await next()))

/** What the board was shown, and what of it has changed since. Published figures are read, never worked out again. */
export const editionsRouter = router({
  list: reading.query(({ ctx }) => listed(ctx)),
  one: reading
    .input(z.strictObject({ edition }))
    .query(({ ctx, input }) => editionOf(ctx.installation.workspace, input.edition)),
  publish: publishing.input(publication).mutation(({ ctx, input }) =>
    underWay(ctx, (onProgress) =>
      publishEdition(ctx.installation.workspace, ctx.metrics, {
        request: { ...input, viewer: ctx.viewer },
        now: new Date(),
        onProgress,
      }),
    ),
  ),
  /** How far the edition is that the asker publishes; null when there is none. */
  publishing: procedure
    .meta({ access: 'data' })
    .query(({ ctx }) => freezing.get(ctx.installation)?.get(ctx.viewer.name) ?? null),
  overview: reading
    .input(
      z.strictObject({
        edition,
        months: z.union([z.literal(1), z.literal(3), z.literal(12)]).default(3),
        area: z.string().max(40).optional(),
      }),
    )
    .query(({ ctx, input }) => publishedOverview(requestOf(ctx, input.edition), input)),
  metricPage: reading
    .input(z.strictObject({ edition, query: seriesQuerySchema }))
    .query(({ ctx, input }) => publishedPage(requestOf(ctx, input.edition), input.query)),
  series: reading
    .input(z.strictObject({ edition, query: seriesQuerySchema }))
    .query(({ ctx, input }) => publishedSeries(requestOf(ctx, input.edition), input.query)),
  compared: reading.input(z.strictObject({ edition })).query(async ({ ctx, input }) => {
    const { workspace } = ctx.installation
    return comparedWithLive(workspace, ctx.metrics, {
      edition: await editionOf(workspace, input.edition),
      viewer: ctx.viewer,
    })
  }),
  /** Of one edition, or of all of them together. */
  errata: reading.input(z.strictObject({ edition: edition.optional() })).query(async ({ ctx, input }) => {
    const { workspace } = ctx.installation
    const editions =
      input.edition === undefined ? await listed(ctx) : [await editionOf(workspace, input.edition)]
    const lists = []
    for (const each of editions) lists.push(await errataRemembered(workspace, ctx.metrics, each))
    const { areas } = ctx.viewer
    const errata = errataTogether(lists).filter(
      ({ area, metric }) => (areas === 'all' || areas.includes(area)) && readsMetric(ctx.viewer, metric),
    )
    return quotingQuestions(workspace, errata, await questionsFor(ledgerOf(ctx)))
  }),
})

/** Editions in the making, by who publishes them. */
const freezing = new WeakMap<Installation, Map<string, FreezeProgress>>()

async function underWay<T>(
  { installation, viewer }: Context,
  work: (onProgress: (progress: FreezeProgress) => void) => Promise<T>,
): Promise<T> {
  const own = freezing.get(installation) ?? new Map<string, FreezeProgress>()
  freezing.set(installation, own)
  try {
    return await work((progress) => own.set(viewer.name, progress))
  } finally {
    own.delete(viewer.name)
  }
}

/** Editions of the kind of figures that are held: those of the sample go with it. */
async function listed({ installation, register }: Pick<Context, 'installation' | 'register'>) {
  const synthetic = register.all().every((submission) => submission.synthetic)
  return editionsOf(installation.workspace, { synthetic })
}

function requestOf({ installation, partnership, viewer }: Context, number: number) {
  return { workspace: installation.workspace, partnership, viewer, edition: number }
}

function sentences<T extends { readonly ok: boolean }>(result: T): T {
  const cause = 'error' in result && result.error instanceof TRPCError ? result.error.cause : undefined
  if (cause instanceof EditionRefusal) throw new TRPCError({ code: 'BAD_REQUEST', message: cause.message })
  return result
}
