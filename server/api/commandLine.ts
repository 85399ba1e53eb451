import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { localAnalyst } from '../../shared/access/viewer.ts'
import type { SeriesQueryInput } from '../../shared/series/seriesQuery.ts'
import { commandLineActor } from '../access/actor.ts'
import type { NoteViewed } from '../audit/viewedFigures.ts'
import { administratorLink } from '../identity/firstAdministrator.ts'
import type { Installation } from '../installation.ts'
import { importRoute } from '../intake/importRoute.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { seriesOf } from '../metrics/seriesOf.ts'
import { undoSubmission } from '../submissions/undo.ts'
import { UndoRefusal } from '../submissions/undoRefusal.ts'

const undoBody = z.strictObject({
  submission: z.int().positive(),
  by: z.string().max(100),
  reason: z.string().max(500).nullable(),
})

interface Options {
  readonly installation: Installation
  readonly reader: MetricsReader
  readonly noteViewed: NoteViewed
}

/** What the command line asks of a running server, since one process alone holds the stores. */
export async function commandLine(
  app: FastifyInstance,
  { installation, reader, noteViewed }: Options,
): Promise<void> {
  await app.register(importRoute, { installation })
  app.post<{ Body: SeriesQueryInput }>(
    '/api/series',
    { config: { access: 'commandLine' } },
    async (request, reply) => {
      try {
        const result = await seriesOf(reader, request.body, localAnalyst)
        await noteViewed(commandLineActor, result.query.metric)
        return result
      } catch (error) {
        if (error instanceof QueryRefusal) return reply.code(400).send({ message: error.message })
        throw error
      }
    },
  )
  app.post('/api/administrator', { config: { access: 'commandLine' } }, async (request) => {
    const port = request.socket.localPort ?? installation.config.port
    return { link: await administratorLink(installation, port) }
  })
  app.post('/api/undo', { config: { access: 'commandLine' } }, async (request, reply) => {
    const parsed = undoBody.safeParse(request.body)
    if (!parsed.success) return reply.code(400).send({ message: 'This request to undo is not understood.' })
    try {
      return await undoSubmission(installation, parsed.data)
    } catch (error) {
      if (error instanceof UndoRefusal) return reply.code(400).send({ message: error.message })
      throw error
    }
  })
}
