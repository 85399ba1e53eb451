import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { SeriesQueryInput } from '../shared/series/seriesQuery.ts'
import type { ServerNews, ServerOrder } from './benchServer.ts'
import { duration, type Measurement } from './measurement.ts'
import { median, percentile } from './timing.ts'

const every = 250

/**
 * A server with the rows takes in the whole file again and again, with changes, while readers ask it over HTTP four times a
 * second for counts it has not worked out yet. A read that had to wait its turn counts from when it was due.
 */
export async function serverUnderImport(request: {
  readonly dataDir: string
  /** Extracts of the same crimes, of which each replaces the one before. */
  readonly files: readonly string[]
  readonly rows: number
}): Promise<Measurement[]> {
  const child = fork(join(import.meta.dirname, 'benchServer.ts'), [request.dataDir], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const killWithUs = () => child.kill('SIGKILL')
  process.once('exit', killWithUs)
  const gone = new AbortController()
  child.once('exit', () => gone.abort(new Error('the server ended by itself')))
  const news = async (kind: ServerNews['kind']): Promise<ServerNews> => {
    for (;;) {
      const [told] = (await once(child, 'message', { signal: gone.signal })) as [ServerNews]
      if (told.kind === kind) return told
    }
  }
  const tell = (order: ServerOrder) => child.send(order)
  try {
    const listening = await news('listening')
    if (listening.kind !== 'listening') throw new Error('the server does not listen')
    const ask = reader(`http://127.0.0.1:${listening.port}`, listening.session)
    for (let i = 0; i < 5; i++) await ask()
    const before: number[] = []
    for (let i = 0; i < 20; i++) before.push(await ask())

    const during: number[] = []
    const imports: Extract<ServerNews, { kind: 'imported' }>[] = []
    for (const file of request.files) {
      let over = false
      const imported = news('imported').finally(() => (over = true))
      tell({ import: file })
      const due = performance.now()
      const reads: Promise<number>[] = []
      for (let i = 0; !over; i++) {
        await delay(Math.max(0, due + i * every - performance.now()))
        if (over) break
        const read = ask(due + i * every)
        // A failure is told when the reads are gathered, not before.
        read.catch(() => undefined)
        reads.push(read)
      }
      during.push(...(await Promise.all(reads)))
      const end = await imported
      if (end.kind === 'imported') imports.push(end)
    }
    const took = median(imports.map(({ ms }) => ms))
    const rss = Math.max(...imports.map((end) => end.rss))
    const peak = Math.max(...imports.map((end) => end.peak))
    const ended = once(child, 'exit')
    tell({ stop: true })
    await ended
    const p95 = percentile(during, 0.95)
    const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
    const rows = request.rows.toLocaleString('en-GB')
    return [
      {
        what: `reads while ${rows} rows are replaced (${duration(took)}), p95`,
        result: `${duration(p95)} (median ${duration(median(during))}, worst ${duration(Math.max(...during))} of ${during.length}; alone ${duration(median(before))})`,
        target: '≤ 100 ms',
        met: p95 <= 100,
      },
      {
        what: `memory of the server with ${rows} rows, after these imports`,
        result: `${megabytes(rss)} (at most ${megabytes(peak)} meanwhile)`,
        target: '≤ 600 MB',
        met: rss <= 600e6,
      },
    ]
  } finally {
    process.removeListener('exit', killWithUs)
    child.kill('SIGKILL')
  }
}

/** Asks the server for another filtered count each time; the milliseconds since it was due, or since it was asked. */
function reader(url: string, session: string): (due?: number) => Promise<number> {
  let asked = 0
  return async (due = performance.now()) => {
    const response = await fetch(
      `${url}/api/trpc/series?input=${encodeURIComponent(JSON.stringify(another(asked++)))}`,
      { headers: { cookie: `session=${session}` } },
    )
    const text = await response.text()
    if (!response.ok || !text.includes('"points"'))
      throw new Error(`the server answered ${response.status}: ${text.slice(0, 200)}`)
    return performance.now() - due
  }
}

/** Counts of which no two are the same. */
function another(i: number): SeriesQueryInput {
  const metrics = ['crime.recorded', 'da.crimes', 'da.demand', 'sa.otherSexual']
  const outcomes = ['16', '14', '15', '18', '1', '3', '8', '21', '0']
  const metric = metrics[i % metrics.length] ?? 'da.crimes'
  const chosen = outcomes.filter((_, place) => ((i + 1) >> place) % 2 === 1)
  return { metric, breakdown: ['area'], filters: { outcome_type: chosen.length > 0 ? chosen : outcomes } }
}
