import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { feeds } from '../../shared/feeds/feeds.ts'
import { parseMonth } from '../../shared/periods/month.ts'
import type { Installation } from '../installation.ts'
import type { ImportRequest } from './importRequest.ts'
import { importResult } from './importResult.ts'
import type { ImportResult } from './importResult.ts'
import type { PrepareProgress } from './prepare.ts'

/** One line of the answer: how far it is, what became of the file, or that the server failed. */
export type ImportMessage =
  | { readonly kind: 'progress'; readonly progress: PrepareProgress }
  | { readonly kind: 'result'; readonly result: ImportResult }
  | { readonly kind: 'failed'; readonly sentence: string }

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .transform(parseMonth)

/** How the file is to be read, sent along as one JSON text. */
export const importQuery = z.object({
  fileName: z.string().max(255),
  feed: z.enum(feeds.map(({ id }) => id)),
  profile: z.string().max(100).nullable(),
  sheet: z.string().max(200).nullable().default(null),
  headerRow: z.int().min(1).max(1_000).nullable().default(null),
  agency: z.string().max(200).nullable(),
  mode: z.enum(['replace', 'amend']),
  period: z.object({ from: month, to: month }).nullable(),
  asAt: z.iso.date().nullable(),
  confirm: z.boolean(),
  dryRun: z.boolean(),
  by: z.string().max(100),
  reason: z.string().max(500).nullable().default(null),
})

export type ImportQuery = z.infer<typeof importQuery>

/**
 * Takes a file as the body of POST /api/import and answers line by line: progress, then the result. Whoever registers
 * this guards it: it lets its caller change the records. A caller that goes away cancels its import.
 */
export async function importRoute(
  app: FastifyInstance,
  { installation }: { readonly installation: Installation },
): Promise<void> {
  // The file is streamed to staging; it never passes through memory as a whole.
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  app.post<{ Querystring: { request: string }; Body: Readable }>(
    '/api/import',
    { bodyLimit: installation.config.limits.fileBytes, config: { access: 'commandLine', upload: true } },
    async (request, reply) => {
      const parsed = importQuery.safeParse(JSON.parse(request.query.request))
      if (!parsed.success) return reply.code(400).send({ message: 'This import request is not understood.' })
      const controller = new AbortController()
      reply.raw.once('close', () => {
        if (!reply.raw.writableFinished) controller.abort(new Error('the caller went away'))
      })
      const answer = new PassThrough()
      const say = (message: ImportMessage) => answer.write(`${JSON.stringify(message)}\n`)
      void take(installation, { body: request.body, query: parsed.data, signal: controller.signal, say })
        .catch((error: unknown) => {
          if (!controller.signal.aborted) say({ kind: 'failed', sentence: failure(error) })
        })
        .finally(() => answer.end())
      return reply.type('application/x-ndjson').send(answer)
    },
  )
}

interface Incoming {
  readonly body: Readable
  readonly query: ImportQuery
  readonly signal: AbortSignal
  readonly say: (message: ImportMessage) => void
}

async function take(installation: Installation, { body, query, signal, say }: Incoming): Promise<void> {
  const folder = await installation.archive.stage()
  try {
    const path = join(folder, 'upload')
    await pipeline(body, createWriteStream(path, { mode: 0o600 }), { signal })
    const request: ImportRequest = { ...query, path, synthetic: false }
    const onProgress = (progress: PrepareProgress) => say({ kind: 'progress', progress })
    say({ kind: 'result', result: await importResult(installation, request, { onProgress, signal }) })
  } finally {
    await installation.archive.discard(folder)
  }
}

function failure(error: unknown): string {
  return `The import failed and nothing was stored: ${error instanceof Error ? error.message : String(error)}.`
}
