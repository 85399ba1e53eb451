import type { FastifyInstance } from 'fastify'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../../server/app.ts'
import type { ExportProgress } from '../../../shared/figures/figureRequest.ts'
import { addMonths } from '../../../shared/periods/month.ts'
import { partnerReturn, times } from '../../build/feedRow.ts'
import { openTestInstallation, type TestInstallation } from '../../support/installation.ts'
import { readBook } from '../../support/officeParts.ts'

let held: TestInstallation
let app: FastifyInstance
beforeEach(async () => {
  held = await openTestInstallation()
  await held.load(
    'returns',
    times(24, (i) => partnerReturn({ period: addMonths('2023-01', i), value: 40 + i })),
  )
  app = await createApp(held.installation, { token: 'token' })
})
afterEach(async () => {
  await app.close()
  await held.close()
})

const chart = { view: 'chart', query: { metric: 'returns.maracCases', areas: ['E08000035'] } }

async function started(figures: readonly unknown[] = [chart]): Promise<string> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/exports',
    payload: { format: 'xlsx', figures },
  })
  expect(answer.statusCode).toBe(202)
  return answer.json<{ id: string }>().id
}

async function settled(id: string): Promise<ExportProgress> {
  for (;;) {
    const answer = await app.inject({ url: `/api/exports/${id}` })
    const progress = answer.json<ExportProgress>()
    if (progress.state !== 'working') return progress
    await delay(20)
  }
}

describe('the export routes', () => {
  test('make a file that can be taken when it is ready', async () => {
    const id = await started()
    expect(await settled(id)).toMatchObject({ state: 'ready', name: 'returns-maracCases_2024-12.xlsx' })
    const file = await app.inject({ url: `/api/exports/${id}/file` })
    expect(file.headers['content-disposition']).toContain('returns-maracCases_2024-12.xlsx')
    expect(readBook(file.rawPayload).SheetNames).toContain('Chart 1')
  })

  test('say what was wrong with a figure that cannot be made', async () => {
    const id = await started([{ view: 'chart', query: { metric: 'da.nothing' } }])
    expect(await settled(id)).toEqual({ state: 'failed', message: 'There is no metric called “da.nothing”.' })
    expect((await app.inject({ url: `/api/exports/${id}/file` })).statusCode).toBe(404)
  })

  test('forget a file that was cancelled', async () => {
    const id = await started(times(20, () => ({})).map(() => chart))
    expect((await app.inject({ method: 'DELETE', url: `/api/exports/${id}` })).statusCode).toBe(204)
    expect((await app.inject({ url: `/api/exports/${id}` })).statusCode).toBe(404)
  })

  test('give a file to nobody but who started it', async () => {
    const id = await started()
    await settled(id)
    const other = await app.inject({ url: `/api/exports/${id}/file`, remoteAddress: '127.0.0.9' })
    expect(other.statusCode).toBe(404)
  })

  test('refuse what is not understood, and a fifth file at once', async () => {
    const wrong = await app.inject({
      method: 'POST',
      url: '/api/exports',
      payload: { format: 'exe', figures: [] },
    })
    expect(wrong.statusCode).toBe(400)
    const ids = []
    for (let i = 0; i < 4; i += 1) ids.push(await started())
    const fifth = await app.inject({
      method: 'POST',
      url: '/api/exports',
      payload: { format: 'xlsx', figures: [chart] },
    })
    expect(fifth.statusCode).toBe(429)
    for (const id of ids) await settled(id)
  })
})
