import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { figureRequestSchema, smallNumbersSchema } from '../../shared/figures/figureRequest.ts'
import { outsideViewer } from '../access/outsideViewer.ts'
import { ownOrigin } from '../access/ownOrigin.ts'
import { citationIdPattern } from '../citations/citationStore.ts'
import { citeFigure } from '../citations/citeFigure.ts'
import { readCitation } from '../citations/readCitation.ts'
import { answersFor } from '../export/answersFor.ts'
import { figuresOf } from '../export/figuresOf.ts'
import type { Installation } from '../installation.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { requestActor } from './requestActor.ts'
import { sendRefusal } from './sendRefusal.ts'

interface Options {
  readonly installation: Installation
  readonly reader: MetricsReader
}

const config = { access: 'figures' } as const
const citing = z.strictObject({ figure: figureRequestSchema, smallNumbers: smallNumbersSchema })

/** Permanent links: made for a figure as it is, and opened as it was. */
export async function citationRoutes(app: FastifyInstance, { installation, reader }: Options): Promise<void> {
  app.setErrorHandler(sendRefusal(app))

  app.post('/api/citations', { config }, async (request, reply) => {
    const parsed = citing.safeParse(request.body)
    if (!parsed.success) return reply.code(400).send({ message: 'This figure is not understood.' })
    const actor = requestActor(request)
    const { figure: wanted, smallNumbers } = parsed.data
    const viewer = outsideViewer(actor.viewer, smallNumbers)
    const figures = await figuresOf(answersFor({ installation, reader }, viewer)(wanted.edition), wanted)
    const [figure] = figures
    if (!figure) return reply.code(404).send({ message: 'There is no such figure.' })
    await installation.audit.record({
      event: 'figures.exported',
      by: actor,
      subject: `${wanted.query.metric} ${wanted.view}`,
      detail: { form: 'citation', disclosure: viewer.disclosure },
    })
    const by = {
      workspace: installation.workspace,
      board: installation.partnership.board,
      origin: ownOrigin(installation.config, request),
      by: actor.viewer.name,
      now: installation.now(),
    }
    const { reference } = await citeFigure(by, figure, { request: wanted, place: 0 })
    return reply.code(201).send(reference)
  })

  app.get<{ Params: { id: string } }>('/api/v1/citation/:id', { config }, async (request, reply) => {
    const { id } = request.params
    const { viewer } = requestActor(request)
    const citation = citationIdPattern.test(id)
      ? await readCitation(
          {
            workspace: installation.workspace,
            viewer,
            origin: ownOrigin(installation.config, request),
            live: (disclosure) => answersFor({ installation, reader }, { ...viewer, disclosure })(null),
          },
          id,
        )
      : null
    return citation ?? reply.code(404).send({ message: 'Nothing was cited under this address.' })
  })
}
