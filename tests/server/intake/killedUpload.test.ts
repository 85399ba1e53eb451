import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createTRPCClient, httpBatchStreamLink } from '@trpc/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppRouter } from '../../../server/api/router.ts'
import { crimeRecord, templateFile, times } from '../../build/feedRow.ts'
import { startServer, type RunningServer } from '../../support/server.ts'
import { joinAs } from '../../support/signIn.ts'

const rows = 30_000
const file = templateFile(
  'crime',
  times(rows, (i) => crimeRecord({ crime_ref: `M${i}`, recorded_date: '2024-05-14' })),
)
const stated = {
  feed: 'crime' as const,
  profile: 'template',
  sheet: null,
  headerRow: null,
  agency: 'West Yorkshire Police',
  mode: 'replace' as const,
  period: null,
  asAt: null,
  reason: null,
  confirm: false,
}

let dataDir: string
let server: RunningServer
let session: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'killed-upload-'))
  server = await start()
  session = await joinAs(server, 'analyst')
})
afterEach(async () => {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const start = () => startServer({ dataDir, env: { SAMPLE: 'none' } })
const asAnalyst = () => ({ origin: server.url, cookie: `session=${session}` })
const client = () =>
  createTRPCClient<AppRouter>({
    // As the page asks: a compressor would hold progress back until all is over.
    links: [
      httpBatchStreamLink({
        url: `${server.url}/api/trpc`,
        headers: { ...asAnalyst(), 'x-no-compression': '1' },
      }),
    ],
  })
const staged = () => readdir(join(dataDir, 'staging'))

async function send(): Promise<string> {
  const answer = await fetch(`${server.url}/api/uploads?name=may.csv`, {
    method: 'POST',
    headers: { ...asAnalyst(), 'content-type': 'application/octet-stream' },
    body: file,
  })
  return ((await answer.json()) as { id: string }).id
}

/** Ends the server as a power cut would, starts it again, and says how many crimes it then has. */
async function killed(): Promise<number> {
  await server.kill()
  server = await start()
  expect(await staged()).toEqual([])
  const { position } = await client().session.query()
  if (position === 0) return 0
  const { series } = await client().series.query({ metric: 'crime.recorded', from: '2024-05', to: '2024-05' })
  return series[0]?.points[0]?.value ?? 0
}

describe('a server that is killed', () => {
  it('keeps nothing of a file that was still being sent, or that waited', async () => {
    await send()
    expect(await staged()).toHaveLength(1)
    let give: ReadableStreamDefaultController<Uint8Array> | undefined
    const half = new ReadableStream<Uint8Array>({
      start(controller) {
        give = controller
        controller.enqueue(new TextEncoder().encode(file.slice(0, 1_000_000)))
      },
    })
    const sending = fetch(`${server.url}/api/uploads?name=half.csv`, {
      method: 'POST',
      headers: { ...asAnalyst(), 'content-type': 'application/octet-stream' },
      body: half,
      duplex: 'half',
    } as RequestInit).catch(() => null)
    await expect.poll(staged).toHaveLength(2)
    expect(await killed()).toBe(0)
    give?.error(new Error('gone'))
    await sending
  })

  it('has stored nothing of a preview, and answered others while it ran', async () => {
    const upload = await send()
    const steps = await client().intake.preview.mutate({ ...stated, upload })
    for await (const step of steps) {
      expect(step.kind).toBe('progress')
      expect((await fetch(`${server.url}/api/health`)).ok).toBe(true)
      break
    }
    expect(await killed()).toBe(0)
  })

  it.each([60, 500])('holds a commit whole or not at all, %i ms after it began', async (after) => {
    const upload = await send()
    const committing = client()
      .intake.commit.mutate({ ...stated, upload, position: 0 })
      .then(async (steps) => {
        for await (const step of steps) if (step.kind === 'result') return step.result
        return null
      })
      .catch(() => null)
    const result = await Promise.race([committing, delay(after).then(() => null)])
    const held = await killed()
    expect([0, rows]).toContain(held)
    if (result?.kind === 'receipt') expect(held).toBe(rows)
    await committing
  })
})

describe('a sender who goes away', () => {
  it('leaves nothing of a file that had not arrived whole', async () => {
    const cancel = new AbortController()
    const half = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(file.slice(0, 1_000_000))),
    })
    const sending = fetch(`${server.url}/api/uploads?name=half.csv`, {
      method: 'POST',
      headers: { ...asAnalyst(), 'content-type': 'application/octet-stream' },
      body: half,
      duplex: 'half',
      signal: cancel.signal,
    } as RequestInit).catch(() => null)
    await expect.poll(staged).toHaveLength(1)
    cancel.abort()
    await sending
    await expect.poll(staged).toEqual([])
  })

  it('ends the preview that was asked for, and the file waits on', async () => {
    const upload = await send()
    const cancel = new AbortController()
    const steps = await client().intake.preview.mutate({ ...stated, upload }, { signal: cancel.signal })
    const told: string[] = []
    const listening = async () => {
      for await (const step of steps) {
        told.push(step.kind)
        cancel.abort()
      }
    }
    await listening().catch(() => undefined)
    expect(told).not.toContain('result')
    // The folder of the import goes, that of the upload stays.
    await expect.poll(staged).toHaveLength(1)
    expect(await client().intake.upload.query({ upload, sheet: null, headerRow: null })).toMatchObject({
      fileName: 'may.csv',
    })
  })
})
