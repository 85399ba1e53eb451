import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { localAnalyst } from '../../shared/access/viewer.ts'
import type { SeriesQueryInput } from '../../shared/series/seriesQuery.ts'
import type { Installation } from '../installation.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'
import { importRoute } from '../intake/importRoute.ts'
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
  readonly token: string
}

/**
 * What the command line asks of a running server, since one process alone holds the stores. Only who can read the
 * token in the data folder may call it.
 */
export async function commandLine(
  app: FastifyInstance,
  { installation, reader, token }: Options,
): Promise<void> {
  const expected = Buffer.from(`Bearer ${token}`)
  app.addHook('onRequest', async (request, reply) => {
    const given = Buffer.from(request.headers.authorization ?? '')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      await reply.code(401).send({ message: 'Only the command line of this installation may ask this.' })
    }
  })
  await app.register(importRoute, { installation })
  app.post<{ Body: SeriesQueryInput }>('/api/series', async (request, reply) => {
    try {
      return await seriesOf(reader, request.body, localAnalyst)
    } catch (error) {
      if (error instanceof QueryRefusal) return reply.code(400).send({ message: error.message })
      throw error
    }
  })
  app.post('/api/undo', async (request, reply) => {
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
