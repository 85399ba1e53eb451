import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { metrics } from '../../shared/metrics/catalogue.ts'
import { openApi } from '../../shared/readApi/openApi.ts'
import { seriesParameters } from '../../shared/readApi/seriesParameters.ts'
import { seriesTable } from '../../shared/readApi/seriesTable.ts'
import { ownOrigin } from '../access/ownOrigin.ts'
import { readsMetric } from '../access/readsMetric.ts'
import type { NoteViewed } from '../audit/viewedFigures.ts'
import { answersFor } from '../export/answersFor.ts'
import type { Installation } from '../installation.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'
import { requestActor } from './requestActor.ts'
import { sendRefusal } from './sendRefusal.ts'

interface Options {
  readonly installation: Installation
  readonly reader: MetricsReader
  readonly noteViewed: NoteViewed
}

const config = { access: 'figures' } as const

/** What programs may read, by token or by the page's own session, under the same rules as people. */
export async function readApi(
  app: FastifyInstance,
  { installation, reader, noteViewed }: Options,
): Promise<void> {
  app.setErrorHandler(sendRefusal(app))

  app.get('/api/v1/openapi.json', { config }, async (request) =>
    openApi({ origin: ownOrigin(installation.config, request), board: installation.partnership.board }),
  )

  app.get('/api/v1/metrics', { config }, async (request) => {
    const { viewer } = requestActor(request)
    return metrics.filter(({ id }) => readsMetric(viewer, id))
  })

  const answer = async (request: FastifyRequest) => {
    const parsed = seriesParameters.safeParse(request.query)
    if (!parsed.success)
      throw new QueryRefusal(`The parameters are not understood. ${z.prettifyError(parsed.error)}`)
    const { query, edition, bom } = parsed.data
    const actor = requestActor(request)
    const result = await answersFor({ installation, reader }, actor.viewer)(edition).series(query)
    await noteViewed(actor, query.metric)
    return { result, bom }
  }

  app.get('/api/v1/series.json', { config }, async (request) => (await answer(request)).result)

  app.get('/api/v1/series.csv', { config }, async (request, reply) => {
    const { result, bom } = await answer(request)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${result.query.metric.replace('.', '-')}.csv"`)
      .send((bom ? '\uFEFF' : '') + seriesTable(result))
  })
}
