import { randomUUID } from 'node:crypto'
import { createApp } from '../server/app.ts'
import { importBench, openBench } from './benchInstallation.ts'

/** What the measuring process asks of this one. */
export type ServerOrder = { readonly import: string } | { readonly stop: true }
export type ServerNews =
  | { readonly kind: 'listening'; readonly port: number; readonly session: string }
  | { readonly kind: 'imported'; readonly ms: number; readonly rss: number; readonly peak: number }

/** The server in a process of its own, so that its memory is its own, taking in a file when told to. */
const [dataDir = ''] = process.argv.slice(2)
const installation = await openBench(dataDir)
const app = await createApp(installation, { token: 'bench' })
await app.listen({ port: 0, host: '127.0.0.1' })
const tell = (news: ServerNews) => process.send?.(news)

process.on('message', (order: ServerOrder) => {
  void ('import' in order ? take(order.import) : stop())
})
const address = app.addresses()[0]
const { accounts, sessions } = installation.identity
const account = await accounts.add({
  email: `${randomUUID()}@example.org`,
  name: 'Bench',
  grant: { role: 'analyst', areas: 'all', feeds: 'all', disclosure: 'unprotected' },
  passwordHash: null,
  oidcSubject: null,
})
const session = await sessions.begin({ account }, 'signedIn', { address: '127.0.0.1', agent: 'bench' })
tell({ kind: 'listening', port: typeof address === 'object' ? address.port : 0, session })

async function take(path: string): Promise<void> {
  const began = performance.now()
  await importBench(installation, {
    path,
    feed: 'crime',
    agency: 'West Yorkshire Police',
    asAt: '2026-11-20',
  })
  const ms = performance.now() - began
  tell({ kind: 'imported', ms, rss: process.memoryUsage.rss(), peak: process.resourceUsage().maxRSS * 1024 })
}

async function stop(): Promise<void> {
  await app.close()
  await installation.close()
  process.exit(0)
}
