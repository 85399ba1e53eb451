import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report } from '../shared/report/report.ts'
import { reportFormats } from '../shared/report/reportFormat.ts'
import { printReport } from '../tasks/printReport.ts'
import { launchBrowser } from '../tests/support/browser.ts'
import { startServer, type RunningServer } from '../tests/support/server.ts'
import { joinAs } from '../tests/support/signIn.ts'
import { duration, type Measurement } from './measurement.ts'

const wanted = 30
const metrics = ['crime.recorded', 'da.crimes', 'sa.rape', 'sa.otherSexual', 'ms.crimes']
/** Where small numbers hide some of the figures, the others come again. */
const rounds = 3

/** A meeting pack of thirty figures: put together, published with its three files, and printed; and what memory it took. */
export async function packOfThirty({ dataDir }: { readonly dataDir: string }): Promise<Measurement[]> {
  const server = await startServer({ dataDir, env: { SAMPLE: 'none' } })
  try {
    const session = await joinAs(server, 'analyst')
    const call = callerOf(server, session)
    const edition = await call<{ number: number }>('/api/trpc/editions.publish', {
      title: 'Bench',
      meetingDate: '2026-01-01',
      metrics,
    })
    const start = { title: 'Bench', meetingDate: '2026-01-01', edition: edition.number }
    const { number } = await call<{ number: number }>('/api/trpc/packs.create', start)
    const figures = await fill(call, number)
    const before = await peakMemory(server.pid)
    const revision = 1 + figures
    const publishing = await timed(() => call(`/api/packs/${number}/publish`, { revision }))
    const after = await peakMemory(server.pid)
    const sizes: string[] = []
    for (const format of reportFormats) {
      const file = await fetch(`${server.url}/api/packs/${number}/file/${format}`, {
        headers: { cookie: `session=${session}` },
      })
      sizes.push(`${format} ${kilobytes((await file.arrayBuffer()).byteLength)}`)
    }
    const printing = await print(server, number)
    return [
      {
        what: `pack of ${figures} figures: composed, cited and written as Word, PowerPoint and Excel`,
        result: `${duration(publishing)}; ${sizes.join(', ')}`,
        target: null,
        met: null,
      },
      {
        what: 'the same printed to a tagged PDF',
        result: `${duration(printing.ms)}; ${kilobytes(printing.bytes)}`,
        target: null,
        met: null,
      },
      {
        what: 'most memory of the server meanwhile',
        result: `${after} MB, ${before} MB before`,
        target: null,
        met: null,
      },
    ]
  } finally {
    await server.stop()
  }
}

type Call = ReturnType<typeof callerOf>

/** Adds charts of the whole and of each area until there are thirty; how many there are. */
async function fill(call: Call, pack: number): Promise<number> {
  const areas = [[], ...['32', '33', '34', '35', '36'].map((end) => [`E080000${end}`])]
  let added = 0
  for (const metric of Array.from({ length: rounds }, () => metrics).flat())
    for (const each of areas) {
      if (added === wanted) return added
      const request = { view: 'chart', query: { metric, areas: each } }
      await call('/api/trpc/packs.add', { pack, request })
        .then(() => (added += 1))
        .catch(() => undefined)
    }
  return added
}

async function print(server: RunningServer, pack: number): Promise<{ ms: number; bytes: number }> {
  const door = JSON.parse(await readFile(join(server.dataDir, 'server.json'), 'utf8')) as { token: string }
  const answer = await fetch(`${server.url}/api/packs/${pack}/report`, {
    method: 'POST',
    headers: { authorization: `Bearer ${door.token}` },
  })
  const { report } = (await answer.json()) as { report: Report }
  const browser = await launchBrowser()
  try {
    let bytes = 0
    const ms = await timed(async () => void (bytes = (await printReport(browser, server.url, report)).length))
    return { ms, bytes }
  } finally {
    await browser.close()
  }
}

function callerOf({ url }: RunningServer, session: string) {
  return async <T>(path: string, body: unknown): Promise<T> => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie: `session=${session}` },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 300)}`)
    const answer = JSON.parse(text) as { result?: { data: T } } & T
    return answer.result ? answer.result.data : answer
  }
}

/** The most memory that a process has held, in megabytes, as Linux counts it. */
async function peakMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}
