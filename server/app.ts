import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { findFeed } from '../shared/feeds/feeds.ts'
import { templateCsv } from '../shared/feeds/template.ts'
import { guardRoutes } from './access/guardRoutes.ts'
import { auditExport } from './api/auditExport.ts'
import { citationRoutes } from './api/citationRoutes.ts'
import { annotationsOf } from './annotations/annotationStore.ts'
import { commandLine } from './api/commandLine.ts'
import type { OpenContext } from './api/context.ts'
import { exportRoutes } from './api/exportRoutes.ts'
import { packRoutes } from './api/packRoutes.ts'
import { exportJobs } from './export/exportJobs.ts'
import { appRouter } from './api/router.ts'
import { scrutinyRoutes } from './api/scrutinyRoutes.ts'
import { readApi } from './api/readApi.ts'
import { signInRoutes } from './api/signInRoutes.ts'
import { viewedFigures } from './audit/viewedFigures.ts'
import { errorLine } from './errorLine.ts'
import { sampleSignInOpen } from './identity/sampleSignIn.ts'
import { keepMasks } from './disclosure/keepMasks.ts'
import { workspaceMemory } from './disclosure/workspaceMemory.ts'
import type { Installation } from './installation.ts'
import { uploadRoutes } from './intake/uploads/uploadRoutes.ts'
import { metricsReader } from './metrics/metricsReader.ts'
import { keepSuggestions } from './scrutiny/suggestions/keepSuggestions.ts'
import { keepWarm } from './signals/keepWarm.ts'
import { sendPage } from './page.ts'

const client = fileURLToPath(new URL('../dist/client/', import.meta.url))

interface AppOptions {
  /** What the command line shows to be let in. */
  readonly token: string
  /** Whether the overview, masks and suggestions are worked out when the data moves, before anyone asks. */
  readonly warm?: boolean
  /** How long a body that is no file may take to arrive. */
  readonly bodySeconds?: number
  /** How much one account, or one address without one, may ask in a minute. */
  readonly requestsAMinute?: number
}

/** The web server over an open installation; the caller listens and closes. */
export async function createApp(
  installation: Installation,
  { token, warm = true, bodySeconds = 20, requestsAMinute = 1_200 }: AppOptions,
): Promise<FastifyInstance> {
  const { partnership, register, records, config, audit, now } = installation
  const app = Fastify({
    logger: { level: 'error' },
    bodyLimit: 1_000_000,
    routerOptions: { maxParamLength: 5_000 },
    trustProxy: config.trustedProxy === null ? false : [...config.trustedProxy],
    // A file of hundreds of megabytes may take minutes to arrive; nothing else may.
    requestTimeout: 900_000,
    // An open page listens for as long as it is open; a stop does not wait for that.
    forceCloseConnections: true,
  })
  const memory = workspaceMemory(installation.workspace)
  const reader = metricsReader({
    records: records.read,
    register,
    partnership,
    memory,
    annotations: () => annotationsOf(installation.workspace),
  })
  if (warm) {
    keepWarm(reader)
    const stopMasks = keepMasks(reader)
    const stopSuggestions = keepSuggestions(installation, reader)
    app.addHook('onClose', async () => {
      stopMasks()
      stopSuggestions()
    })
  }
  const noteViewed = viewedFigures(audit, { now })
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const code = error.statusCode ?? 500
    if (code < 500) return reply.code(code).send({ message: error.message })
    app.log.error(errorLine(error))
    return reply
      .code(code)
      .send({ message: 'Something went wrong on the server. Nothing was changed; try again.' })
  })
  await app.register(helmet, {
    // What is not the page needs nothing; the page brings its own policy with a nonce.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    // The reverse proxy that brings TLS also brings its header; on loopback it would lock a browser out.
    hsts: false,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(cookie)
  guardRoutes(app, { installation, token, bodySeconds })
  await app.register(rateLimit, {
    max: requestsAMinute,
    timeWindow: '1 minute',
    // The page's own files hold no figures, and an office behind one address asks for them again and again.
    allowList: (request) => !request.url.startsWith('/api/'),
    keyGenerator: (request) => request.actor?.account ?? request.ip,
    errorResponseBuilder: (_request, { after }) => ({
      statusCode: 429,
      message: `Too much was asked at once. Try again in ${after}.`,
    }),
  })
  await app.register(compress, { global: true, threshold: 1_024 })

  app.get('/api/health', { config: { access: 'anyone' } }, async () => ({
    status: 'ok',
    position: register.position(),
  }))
  await app.register(commandLine, { installation, reader, noteViewed })
  await app.register(uploadRoutes, { uploads: installation.uploads, limits: config.limits })
  await app.register(signInRoutes, { installation })
  await app.register(auditExport, { installation })
  const jobs = exportJobs({ now: installation.now })
  app.addHook('onClose', async () => jobs.close())
  await app.register(exportRoutes, { installation, reader, jobs })
  await app.register(packRoutes, { installation, reader, jobs })
  await app.register(scrutinyRoutes, { installation, reader, jobs })
  await app.register(citationRoutes, { installation, reader })
  await app.register(readApi, { installation, reader, noteViewed })
  app.get<{ Params: { feed: string } }>(
    '/api/templates/:feed.csv',
    { config: { access: 'data' } },
    async (request, reply) => {
      const feed = findFeed(request.params.feed)
      if (!feed) return reply.code(404).send({ message: 'There is no such feed.' })
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${feed.id}-template.csv"`)
        .send(templateCsv(feed))
    },
  )
  await app.register(fastifyTRPCPlugin, {
    prefix: '/api/trpc',
    trpcOptions: {
      // One request counts once against the limits of rate, whatever it asks.
      maxBatchSize: 30,
      router: appRouter,
      createContext: ({ req }: { req: FastifyRequest }): OpenContext => ({
        actor: req.actor,
        installation,
        partnership,
        register,
        metrics: reader,
        noteViewed,
        sampleOpen: sampleSignInOpen(installation, {
          headers: req.headers,
          socketAddress: req.socket.remoteAddress,
        }),
      }),
      onError({ error }: { error: Error & { code?: string } }) {
        if (error.code === 'INTERNAL_SERVER_ERROR') app.log.error(errorLine(error.cause ?? error))
      },
    },
  })
  app.setNotFoundHandler((request, reply) =>
    request.url.startsWith('/api/')
      ? reply.code(404).send({ message: 'There is nothing at this address.' })
      : sendPage(reply, client),
  )
  app.get('/', { config: { access: 'anyone' } }, (_request, reply) => sendPage(reply, client))
  // The file itself holds the nonce's placeholder and must not be served as it is.
  app.get('/index.html', { config: { access: 'anyone' } }, (_request, reply) => reply.redirect('/', 301))
  const built = join(client, 'assets')
  if (existsSync(built)) {
    // The page itself lies outside: it is sent with its nonce alone.
    await app.register(fastifyStatic, {
      root: built,
      prefix: '/assets/',
      index: false,
      preCompressed: true,
      // Their content's hash is in their names.
      immutable: true,
      maxAge: '365d',
    })
    app.get('/favicon.svg', { config: { access: 'anyone' } }, (_request, reply) =>
      reply.sendFile('favicon.svg', client, { immutable: false, maxAge: 0 }),
    )
  }
  return app
}
