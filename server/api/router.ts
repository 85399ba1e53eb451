import { z } from 'zod'
import { feeds } from '../../shared/feeds/feeds.ts'
import { areaMapOf } from '../../shared/partnership/areaMap.ts'
import { metrics } from '../../shared/metrics/catalogue.ts'
import { isMonth, type Month } from '../../shared/periods/month.ts'
import { seriesQuerySchema } from '../../shared/series/seriesQuery.ts'
import { ownerOf } from '../access/ownerOf.ts'
import { localDate } from '../localDate.ts'
import { metricPageOf } from '../signals/metricPageOf.ts'
import { revisionsOf } from '../signals/revisionsOf.ts'
import { scorecardOf } from '../signals/scorecardOf.ts'
import { stepTestOf } from '../signals/stepTestOf.ts'
import { seriesOf } from '../metrics/seriesOf.ts'
import { freshnessOf } from '../submissions/freshness.ts'
import { undoSubmission } from '../submissions/undo.ts'
import { accountRouter, peopleRouter } from './accountRouter.ts'
import { apiTokensRouter } from './apiTokensRouter.ts'
import { auditRouter } from './auditRouter.ts'
import { briefingsRouter } from './briefingsRouter.ts'
import { dataProtectionRouter } from './dataProtectionRouter.ts'
import { editionsRouter } from './editionsRouter.ts'
import { intakeRouter } from './intakeRouter.ts'
import { positions } from './positions.ts'
import { questionsRouter } from './questionsRouter.ts'
import { recommendationsRouter } from './recommendationsRouter.ts'
import { doorOf, sessionOf } from './session.ts'
import { annotationsRouter } from './annotationsRouter.ts'
import { packsRouter } from './packsRouter.ts'
import { savedViewsRouter } from './savedViewsRouter.ts'
import { scrutinyRouter } from './scrutinyRouter.ts'
import { submissionsOf } from './submissions.ts'
import { liveProcedure } from './liveProcedure.ts'
import { openProcedure, procedure, router } from './trpc.ts'

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

/** Everything the client may ask. Each procedure names the permission it needs; limits by area and feed are the readers'. */
export const appRouter = router({
  door: openProcedure.query(({ ctx }) => doorOf(ctx)),
  session: procedure.meta({ access: 'own' }).query(({ ctx }) => sessionOf(ctx)),
  metrics: procedure.meta({ access: 'figures' }).query(() => metrics),
  feeds: procedure.meta({ access: 'own' }).query(() => feeds),
  overview: liveProcedure
    .input(overviewInput)
    .query(({ ctx, input }) => scorecardOf(ctx.metrics, input, ctx.viewer)),
  metricPage: liveProcedure
    .input(seriesQuerySchema)
    .query(({ ctx, input }) => metricPageOf(ctx.metrics, input, ctx.viewer)),
  series: liveProcedure
    .input(seriesQuerySchema)
    .query(({ ctx, input }) => seriesOf(ctx.metrics, input, ctx.viewer)),
  revisions: liveProcedure
    .input(revisionsInput)
    .query(({ ctx, input }) => revisionsOf(ctx.metrics, input, ctx.viewer)),
  submissions: procedure.meta({ access: 'data' }).query(({ ctx }) => submissionsOf(ctx)),
  undo: procedure
    .meta({ access: 'data', audit: 'byHandler' })
    .input(undoInput)
    .mutation(({ ctx, input }) =>
      undoSubmission(ctx.installation, { ...input, by: ctx.viewer.name, actor: ctx.actor }),
    ),
  freshness: procedure
    .meta({ access: 'data' })
    .query(({ ctx: { installation, register, partnership, viewer } }) =>
      freshnessOf({
        records: installation.records.read,
        register,
        partnership,
        viewer,
        today: localDate(new Date()),
      }),
    ),
  stepTest: liveProcedure
    .input(z.strictObject({ query: seriesQuerySchema, at: month }))
    .query(({ ctx, input }) => stepTestOf(ctx.metrics, input, ctx.viewer)),
  areaMap: procedure.meta({ access: 'figures' }).query(({ ctx }) => areaMapOf(ctx.partnership)),
  annotations: annotationsRouter,
  savedViews: savedViewsRouter,
  intake: intakeRouter,
  editions: editionsRouter,
  packs: packsRouter,
  scrutiny: scrutinyRouter,
  questions: questionsRouter,
  recommendations: recommendationsRouter,
  briefings: briefingsRouter,
  apiTokens: apiTokensRouter,
  position: procedure.meta({ access: 'own' }).subscription(({ ctx, signal }) => {
    const { session } = ctx.actor
    const ended = session === null ? [] : [ctx.installation.identity.sessions.whenEnded(session)]
    return positions({
      register: ctx.register,
      pages: ctx.installation.openPages,
      owner: ownerOf(ctx.actor),
      signal: AbortSignal.any([...(signal ? [signal] : []), ...ended]),
    })
  }),
  account: accountRouter,
  people: peopleRouter,
  audit: auditRouter,
  dataProtection: dataProtectionRouter,
})

export type AppRouter = typeof appRouter
