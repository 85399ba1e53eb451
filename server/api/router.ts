import { z } from 'zod'
import { feeds } from '../../shared/feeds/feeds.ts'
import { areaMapOf } from '../../shared/partnership/areaMap.ts'
import { metrics } from '../../shared/metrics/catalogue.ts'
import { isMonth, type Month } from '../../shared/periods/month.ts'
import { seriesQuerySchema } from '../../shared/series/seriesQuery.ts'
import { localDate } from '../localDate.ts'
import { metricPageOf } from '../signals/metricPageOf.ts'
import { revisionsOf } from '../signals/revisionsOf.ts'
import { scorecardOf } from '../signals/scorecardOf.ts'
import { stepTestOf } from '../signals/stepTestOf.ts'
import { seriesOf } from '../metrics/seriesOf.ts'
import { freshnessOf } from '../submissions/freshness.ts'
import { undoSubmission } from '../submissions/undo.ts'
import { analystProcedure } from './analystProcedure.ts'
import { annotationsRouter } from './annotationsRouter.ts'
import { positions } from './positions.ts'
import { savedViewsRouter } from './savedViewsRouter.ts'
import { sessionOf } from './session.ts'
import { submissionsOf } from './submissions.ts'
import { procedure, router } from './trpc.ts'

const month = z.custom<Month>(
  (value) => typeof value === 'string' && isMonth(value),
  'a month is written YYYY-MM',
)

const overviewInput = z.strictObject({
  to: month.optional(),
  months: z.union([z.literal(1), z.literal(3), z.literal(12)]).default(3),
  area: z.string().max(40).optional(),
  asAt: z
    .union([z.int().min(0), z.iso.date()])
    .nullable()
    .default(null),
})

const revisionsInput = z.strictObject({ metric: z.string().max(100), area: z.string().max(40).optional() })

const undoInput = z.strictObject({
  submission: z.int().positive(),
  reason: z.string().trim().max(500).nullable().default(null),
})

/** Everything the client may ask. Handlers return data and decide nothing about access: the readers do. */
export const appRouter = router({
  session: procedure.query(({ ctx }) => sessionOf(ctx)),
  metrics: procedure.query(() => metrics),
  feeds: procedure.query(() => feeds),
  overview: procedure
    .input(overviewInput)
    .query(({ ctx, input }) => scorecardOf(ctx.metrics, input, ctx.viewer)),
  metricPage: procedure
    .input(seriesQuerySchema)
    .query(({ ctx, input }) => metricPageOf(ctx.metrics, input, ctx.viewer)),
  series: procedure
    .input(seriesQuerySchema)
    .query(({ ctx, input }) => seriesOf(ctx.metrics, input, ctx.viewer)),
  revisions: procedure
    .input(revisionsInput)
    .query(({ ctx, input }) => revisionsOf(ctx.metrics, input, ctx.viewer)),
  stepTest: procedure
    .input(z.strictObject({ query: seriesQuerySchema, at: month }))
    .query(({ ctx, input }) => stepTestOf(ctx.metrics, input, ctx.viewer)),
  submissions: procedure.query(({ ctx }) => submissionsOf(ctx)),
  undo: analystProcedure
    .input(undoInput)
    .mutation(({ ctx, input }) => undoSubmission(ctx.installation, { ...input, by: ctx.viewer.name })),
  areaMap: procedure.query(({ ctx }) => areaMapOf(ctx.partnership)),
  freshness: procedure.query(({ ctx: { installation, register, partnership } }) =>
    freshnessOf({ records: installation.records.read, register, partnership, today: localDate(new Date()) }),
  ),
  annotations: annotationsRouter,
  savedViews: savedViewsRouter,
  position: procedure.subscription(({ ctx, signal }) => positions(ctx.register, signal)),
})

export type AppRouter = typeof appRouter
