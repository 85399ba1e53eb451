import { createReadStream, existsSync } from 'node:fs'
import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ownerOf } from '../../access/ownerOf.ts'
import { IntakeRefusal } from '../intakeRefusal.ts'
import type { Limits } from '../limits.ts'
import { loadingRefusal } from '../loadingRefusal.ts'
import { pageWords } from '../pageWords.ts'
import { tooLarge, type Uploads } from './uploads.ts'

interface Options {
  readonly uploads: Uploads
  readonly limits: Limits
}

/** What the intake page sends and fetches that is no JSON: a file on its way in, and its rejected rows on their way out. */
export async function uploadRoutes(app: FastifyInstance, { uploads, limits }: Options): Promise<void> {
  // Judged before anything of the file is read.
  app.addHook('onRequest', async (request, reply) => {
    const refusal = request.actor === null ? null : loadingRefusal(request.actor.viewer)
    if (refusal !== null) return reply.code(403).send({ message: refusal })
    if (Number(request.headers['content-length'] ?? 0) > limits.fileBytes)
      return reply
        .code(413)
        .header('connection', 'close')
        .send({ message: tooLarge(limits.fileBytes).message })
  })
  // The file is streamed to staging; it never passes through memory as a whole.
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))

  app.post<{ Querystring: { name?: string }; Body: Readable }>(
    '/api/uploads',
    { bodyLimit: limits.fileBytes, config: { access: 'data', upload: true } },
    async (request, reply) => {
      const fileName = (request.query.name ?? '').slice(0, 255)
      if (fileName === '') return reply.code(400).send({ message: 'The file has no name.' })
      const gone = new AbortController()
      request.raw.once('close', () => {
        if (!request.raw.complete) gone.abort(new Error('the sender went away'))
      })
      try {
        const { id } = await uploads.receive({
          body: request.body,
          fileName,
          owner: owner(request),
          signal: gone.signal,
        })
        return { id }
      } catch (error) {
        if (error instanceof IntakeRefusal) return refuse(reply, error)
        if (gone.signal.aborted) return reply.code(499).send({ message: 'The upload was cancelled.' })
        throw error
      }
    },
  )

  app.get<{ Params: { id: string } }>(
    '/api/uploads/:id/rejects.csv',
    { config: { access: 'data' } },
    async (request, reply) => {
      const upload = uploads.find(request.params.id, owner(request))
      if (upload === null || !existsSync(upload.rejectsFile))
        return reply.code(404).send({ message: 'There are no rejected rows to download.' })
      const name = upload.fileName.replace(/\.\w{1,5}$/, '').replace(/[^\w.-]+/g, '_')
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}-rejected-rows.csv"`)
        .send(createReadStream(upload.rejectsFile))
    },
  )
}

/** Who sends or fetches; the rule of these routes lets nobody through who is not signed in. */
function owner({ actor }: FastifyRequest): string {
  if (actor === null) throw new Error('a route for files was reached by nobody')
  return ownerOf(actor)
}

function refuse(reply: FastifyReply, error: IntakeRefusal): FastifyReply {
  return reply.code(422).send({ message: pageWords(error.message) })
}
