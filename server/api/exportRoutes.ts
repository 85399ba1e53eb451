import type { FastifyInstance, FastifyReply } from 'fastify'
import { exportRequestSchema } from '../../shared/figures/figureRequest.ts'
import { outsideViewer } from '../access/outsideViewer.ts'
import { ownOrigin } from '../access/ownOrigin.ts'
import { citeFigure } from '../citations/citeFigure.ts'
import { errorLine } from '../errorLine.ts'
import { answersFor } from '../export/answersFor.ts'
import type { ExportJobs } from '../export/exportJobs.ts'
import { figuresFile } from '../export/figuresFile.ts'
import { fileKinds } from '../export/writeFile.ts'
import type { Installation } from '../installation.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { jobOwner } from './jobOwner.ts'
import { requestActor } from './requestActor.ts'

interface Options {
  readonly installation: Installation
  readonly reader: MetricsReader
  readonly jobs: ExportJobs
}

const gone = 'There is no such file. Files wait ten minutes to be taken; export it again.'
/** Why another file is not begun. */
export const tooMany = 'Four files are being made already. Wait for one of them, or cancel it.'

const config = { access: 'figures' } as const

/** Files of figures: started, followed, taken and cancelled, so that none holds a request open while it is made. */
export async function exportRoutes(
  app: FastifyInstance,
  { installation, reader, jobs }: Options,
): Promise<void> {
  app.post('/api/exports', { config }, async (request, reply) => {
    const parsed = exportRequestSchema.safeParse(request.body)
    if (!parsed.success)
      return reply.code(400).send({ message: 'This request for a file is not understood.' })
    const actor = requestActor(request)
    const viewer = outsideViewer(actor.viewer, parsed.data.smallNumbers)
    // Noted before the file is made: what could not be noted does not leave.
    await installation.audit.record({
      event: 'figures.exported',
      by: actor,
      subject: parsed.data.figures
        .map(({ view, query }) => `${query.metric} ${view}`)
        .join(', ')
        .slice(0, 300),
      detail: { form: parsed.data.format, disclosure: viewer.disclosure },
    })
    const citing = {
      workspace: installation.workspace,
      board: installation.partnership.board,
      origin: ownOrigin(installation.config, request),
      by: actor.viewer.name,
      now: installation.now(),
    }
    const id = jobs.start(
      {
        owner: jobOwner(actor),
        ...figuresFile({
          request: parsed.data,
          board: installation.partnership.board,
          now: installation.now,
          answers: answersFor({ installation, reader }, viewer),
          cite: (figure, asked) => citeFigure(citing, figure, asked),
        }),
      },
      (error) => app.log.error(errorLine(error)),
    )
    if (id === null) return reply.code(429).send({ message: tooMany })
    return reply.code(202).send({ id })
  })

  app.get<{ Params: { id: string } }>('/api/exports/:id', { config }, async (request, reply) => {
    const progress = jobs.progress(request.params.id, jobOwner(requestActor(request)))
    return progress ?? notThere(reply)
  })

  app.get<{ Params: { id: string } }>('/api/exports/:id/file', { config }, async (request, reply) => {
    const file = jobs.file(request.params.id, jobOwner(requestActor(request)))
    if (!file) return notThere(reply)
    const kind = Object.values(fileKinds).find(({ extension }) => file.name.endsWith(`.${extension}`))
    return reply
      .type(kind?.type ?? 'application/octet-stream')
      .header('content-disposition', `attachment; filename="${file.name}"`)
      .send(Buffer.from(file.bytes))
  })

  app.delete<{ Params: { id: string } }>('/api/exports/:id', { config }, async (request, reply) =>
    jobs.cancel(request.params.id, jobOwner(requestActor(request)))
      ? reply.code(204).send()
      : notThere(reply),
  )
}

function notThere(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ message: gone })
}
