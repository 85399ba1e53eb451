import { z } from 'zod'
import { feeds } from '../../shared/feeds/feeds.ts'
import { metrics } from '../../shared/metrics/catalogue.ts'
import { isMonth, type Month } from '../../shared/periods/month.ts'
import { seriesQuerySchema } from '../../shared/series/seriesQuery.ts'
import { metricPageOf } from '../signals/metricPageOf.ts'
import { scorecardOf } from '../signals/scorecardOf.ts'
import { seriesOf } from '../metrics/seriesOf.ts'
import { positions } from './positions.ts'
import { sessionOf } from './session.ts'
import { submissionsOf } from './submissions.ts'
import { procedure, router } from './trpc.ts'

const overviewInput = z.strictObject({
  to: z
    .custom<Month>((value) => typeof value === 'string' && isMonth(value), 'a month is written YYYY-MM')
    .optional(),
  months: z.union([z.literal(1), z.literal(3), z.literal(12)]).default(3),
  area: z.string().max(40).optional(),
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
  submissions: procedure.query(({ ctx }) => submissionsOf(ctx)),
  position: procedure.subscription(({ ctx, signal }) => positions(ctx.register, signal)),
})

export type AppRouter = typeof appRouter
