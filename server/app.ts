import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Viewer } from '../shared/access/viewer.ts'
import { localAnalyst } from '../shared/access/viewer.ts'
import { findFeed } from '../shared/feeds/feeds.ts'
import { templateCsv } from '../shared/feeds/template.ts'
import { annotationsOf } from './annotations/annotationStore.ts'
import { commandLine } from './api/commandLine.ts'
import type { Context } from './api/context.ts'
import { appRouter } from './api/router.ts'
import type { Installation } from './installation.ts'
import { metricsReader } from './metrics/metricsReader.ts'
import { keepWarm } from './signals/keepWarm.ts'

const client = fileURLToPath(new URL('../dist/client/', import.meta.url))

/** Someone at another machine, of whom nothing is known: protected figures only. */
const stranger: Viewer = { name: 'reader', role: 'viewer', areas: 'all', disclosure: 'protected' }

/** The web server over an open installation; the caller listens and closes. */
export async function createApp(
  installation: Installation,
  { token }: { readonly token: string },
): Promise<FastifyInstance> {
  const { partnership, register, records, config } = installation
  const app = Fastify({
    logger: { level: 'error' },
    bodyLimit: 1_000_000,
    routerOptions: { maxParamLength: 5_000 },
  })
  const reader = metricsReader({
    records: records.read,
    register,
    partnership,
    annotations: () => annotationsOf(installation.workspace),
  })
  keepWarm(reader)
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // The reverse proxy that brings TLS also brings its header; on loopback it would lock a browser out.
    hsts: false,
  })
  await app.register(rateLimit, { max: 1_200, timeWindow: '1 minute' })
  await app.register(compress, { global: true, threshold: 1_024 })

  app.get('/api/health', async () => ({ status: 'ok', position: register.position() }))
  await app.register(commandLine, { installation, reader, token })
  app.get<{ Params: { feed: string } }>('/api/templates/:feed.csv', async (request, reply) => {
    const feed = findFeed(request.params.feed)
    if (!feed) return reply.code(404).send({ message: 'There is no such feed.' })
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${feed.id}-template.csv"`)
      .send(templateCsv(feed))
  })
  const isLocal = config.host === '127.0.0.1' || config.host === 'localhost' || config.host === '::1'
  await app.register(fastifyTRPCPlugin, {
    prefix: '/api/trpc',
    trpcOptions: {
      router: appRouter,
      createContext: (): Context => ({
        viewer: isLocal ? localAnalyst : stranger,
        installation,
        partnership,
        register,
        metrics: reader,
      }),
      onError({ error }: { error: Error & { code?: string } }) {
        if (error.code === 'INTERNAL_SERVER_ERROR') app.log.error(error.cause ?? error)
      },
    },
  })
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/'))
      return reply.code(404).send({ message: 'There is nothing at this address.' })
    return existsSync(client)
      ? reply.header('cache-control', 'no-cache').sendFile('index.html')
      : reply.code(503).send('The client has not been built: run npm run build.')
  })
  if (existsSync(client)) {
    await app.register(fastifyStatic, {
      root: client,
      preCompressed: true,
      setHeaders(response, path) {
        // Built files carry their content's hash in their names.
        response.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
  }
  return app
}
