import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { may } from '../../shared/access/permission.ts'
import type { PackMark } from '../../shared/packs/pack.ts'
import { reportFormats } from '../../shared/report/reportFormat.ts'
import { notForRole } from '../access/access.ts'
import { ownOrigin } from '../access/ownOrigin.ts'
import { citeFigure } from '../citations/citeFigure.ts'
import { errorLine } from '../errorLine.ts'
import type { ExportJobs } from '../export/exportJobs.ts'
import { writeAside } from '../export/writeAside.ts'
import { fileKinds } from '../export/writeFile.ts'
import type { Installation } from '../installation.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { composePack } from '../packs/composePack.ts'
import { keepPackPdf } from '../packs/keepPackPdf.ts'
import { refuseLimited } from '../packs/makePack.ts'
import { draftMaking, packReport } from '../packs/packMaking.ts'
import { packName } from '../packs/packName.ts'
import { PackRefusal } from '../packs/packRefusal.ts'
import { itemsOf, packFile, packOf } from '../packs/packStore.ts'
import { publishPack } from '../packs/publishPack.ts'
import { tooMany } from './exportRoutes.ts'
import { jobOwner } from './jobOwner.ts'
import { requestActor } from './requestActor.ts'

interface Options {
  readonly installation: Installation
  readonly reader: MetricsReader
  readonly jobs: ExportJobs
}

const publication = z.strictObject({ revision: z.int().positive() })
const wanted = z.strictObject({ format: z.enum(reportFormats) })
const printed = z.strictObject({ pdf: z.base64() })
const frozenFormats = [...reportFormats, 'pdf'] as const
/** Bytes of the request, which holds the file as base64. */
const largestPdf = 64 * 1024 * 1024

type Named = { Params: { number: string } }
type File = { Params: { number: string; format: string } }

/** Files of meeting packs, and the publishing that makes them. */
export async function packRoutes(
  app: FastifyInstance,
  { installation, reader, jobs }: Options,
): Promise<void> {
  const { workspace, audit, config, partnership, now } = installation
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof PackRefusal) return reply.code(400).send({ message: error.message })
    throw error
  })

  /** The pack if this person may read it, and it is noted that they take it out in this form. */
  async function readable(request: FastifyRequest<Named>, form: string): Promise<PackMark> {
    const actor = requestActor(request)
    refuseLimited(actor.viewer)
    const pack = await packOf(workspace, numberOf(request.params.number))
    if (pack.status === 'draft' && !may(actor.viewer.role, 'data')) throw new PackRefusal(notForRole)
    await audit.record({
      event: 'pack.downloaded',
      by: actor,
      subject: pack.title,
      detail: { pack: pack.number, status: pack.status, form },
    })
    return pack
  }

  app.post<Named>('/api/packs/:number/publish', { config: { access: 'data' } }, async (request, reply) => {
    const parsed = publication.safeParse(request.body)
    if (!parsed.success)
      return reply.code(400).send({ message: 'This request to publish is not understood.' })
    const actor = requestActor(request)
    refuseLimited(actor.viewer)
    const pack = await packOf(workspace, numberOf(request.params.number))
    const by = actor.viewer.name
    const citing = {
      workspace,
      board: partnership.board,
      origin: ownOrigin(config, request),
      by,
      now: now(),
    }
    const making = {
      ...draftMaking({ installation, reader }, actor.viewer),
      cite: (...[figure, asked]: Parameters<ReturnType<typeof draftMaking>['cite']>) =>
        citeFigure(citing, figure, asked),
    }
    await publishPack(workspace, {
      pack: { ...pack, revision: parsed.data.revision },
      compose: (published) => composePack(making, published),
      write: (format, report) => writeAside({ kind: 'report', format, report }, new AbortController().signal),
      by,
      now: now(),
    })
    await audit.record({
      event: 'pack.published',
      by: actor,
      subject: pack.title,
      detail: { pack: pack.number, edition: pack.edition },
    })
    return { number: pack.number }
  })

  /** A published pack gives the very bytes that were written when it was published, or when its PDF was first printed. */
  app.get<File>(
    '/api/packs/:number/file/:format',
    { config: { access: 'figures' } },
    async (request, reply) => {
      const format = frozenFormats.find((each) => each === request.params.format)
      if (format === undefined) return notThere(reply)
      const number = numberOf(request.params.number)
      const file = await packFile(workspace, { pack: number, format })
      if (!file) return notThere(reply)
      const pack = await readable(request, format)
      return reply
        .type(format === 'pdf' ? 'application/pdf' : fileKinds[format].type)
        .header('content-disposition', `attachment; filename="${packName(pack, format)}"`)
        .header('digest', `sha-256=${Buffer.from(file.sha256, 'hex').toString('base64')}`)
        .send(file.bytes)
    },
  )

  /** What the command that prints a pack asks for. */
  app.post<Named>('/api/packs/:number/report', { config: { access: 'commandLine' } }, async (request) => {
    const pack = await readable(request, 'pdf')
    const { viewer } = requestActor(request)
    const kept = await packFile(workspace, { pack: pack.number, format: 'pdf' })
    return {
      report: await packReport({ installation, reader }, viewer, pack),
      name: packName(pack, 'pdf'),
      published: pack.status === 'published',
      pdf: kept === null ? null : kept.bytes.toString('base64'),
    }
  })

  /** The command hands over what it printed of a published pack, so that everybody is given the same file from then on. */
  app.post<Named>(
    '/api/packs/:number/pdf',
    { config: { access: 'commandLine' }, bodyLimit: largestPdf },
    async (request, reply) => {
      const parsed = printed.safeParse(request.body)
      if (!parsed.success) return reply.code(400).send({ message: 'This PDF is not understood.' })
      const pack = await packOf(workspace, numberOf(request.params.number))
      const kept = await keepPackPdf(workspace, pack, Buffer.from(parsed.data.pdf, 'base64'))
      if (kept)
        await audit.record({
          event: 'pack.published',
          by: requestActor(request),
          subject: pack.title,
          detail: { pack: pack.number, form: 'pdf' },
        })
      return { kept }
    },
  )

  /** A draft is written when it is asked for. */
  app.post<Named>('/api/packs/:number/exports', { config: { access: 'data' } }, async (request, reply) => {
    const parsed = wanted.safeParse(request.body)
    if (!parsed.success)
      return reply.code(400).send({ message: 'This request for a file is not understood.' })
    const { format } = parsed.data
    const pack = await readable(request, format)
    const { viewer } = requestActor(request)
    const steps = (await itemsOf(workspace, pack.number)).length + 1
    const making = draftMaking({ installation, reader }, viewer)
    const id = jobs.start(
      {
        owner: jobOwner(requestActor(request)),
        steps,
        make: async (done, signal) => {
          const { report } = await composePack({ ...making, onFigure: done, signal }, pack)
          const bytes = await writeAside({ kind: 'report', format, report }, signal)
          return { name: packName(pack, format), bytes }
        },
      },
      (error) => app.log.error(errorLine(error)),
    )
    return id === null ? reply.code(429).send({ message: tooMany }) : reply.code(202).send({ id })
  })
}

/** Zero, which no pack has, for what is no number. */
function numberOf(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0
}

function notThere(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ message: 'There is no such file of a published pack.' })
}
