import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ExportProgress } from '../../../shared/figures/figureRequest.ts'
import { addMonths } from '../../../shared/periods/month.ts'
import { partnerReturn, times } from '../../build/feedRow.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { readBook } from '../../support/officeParts.ts'

let app: TestApp
let cookie: string
beforeEach(async () => {
  app = await openTestApp()
  await app.held.load(
    'returns',
    times(24, (i) => partnerReturn({ period: addMonths('2023-01', i), value: 40 + i })),
  )
  cookie = await app.as('analyst')
})
afterEach(() => app.close())

const chart = { view: 'chart', query: { metric: 'returns.maracCases', areas: ['E08000035'] } }

function start(figures: readonly unknown[] = [chart], by: string | null = cookie) {
  return app.post('/api/exports', { format: 'xlsx', figures }, by)
}

async function started(figures?: readonly unknown[]): Promise<string> {
  const answer = await start(figures)
  expect(answer.status).toBe(202)
  return answer.body.id
}

async function settled(id: string): Promise<ExportProgress> {
  for (;;) {
    const progress: ExportProgress = (await app.ask({ url: `/api/exports/${id}`, cookie })).body
    if (progress.state !== 'working') return progress
    await delay(20)
  }
}

describe('the export routes', () => {
  test('make a file that can be taken when it is ready, and note that it was', async () => {
    const id = await started()
    expect(await settled(id)).toMatchObject({ state: 'ready', name: 'returns-maracCases_2024-12.xlsx' })
    const file = await app.app.inject({
      url: `/api/exports/${id}/file`,
      headers: { host: 'localhost:4321', cookie },
    })
    expect(file.headers['content-disposition']).toContain('returns-maracCases_2024-12.xlsx')
    expect(readBook(file.rawPayload).SheetNames).toContain('Chart 1')
    const noted = await app.held.installation.audit.search({ event: 'figures.exported' }, 10)
    expect(noted).toMatchObject([
      { subject: 'returns.maracCases chart', detail: expect.stringContaining('"protected"') },
    ])
  })

  test('say what was wrong with a figure that cannot be made', async () => {
    const id = await started([{ view: 'chart', query: { metric: 'da.nothing' } }])
    expect(await settled(id)).toEqual({
      state: 'failed',
      message: 'There is no metric called “da.nothing”.',
    })
    expect((await app.ask({ url: `/api/exports/${id}/file`, cookie })).status).toBe(404)
  })

  test('forget a file that was cancelled', async () => {
    const id = await started(times(20, () => ({})).map(() => chart))
    expect((await app.ask({ method: 'DELETE', url: `/api/exports/${id}`, cookie })).status).toBe(204)
    expect((await app.ask({ url: `/api/exports/${id}`, cookie })).status).toBe(404)
  })

  test('give a file to nobody but who started it', async () => {
    const id = await started()
    await settled(id)
    const other = await app.as('analyst')
    expect((await app.ask({ url: `/api/exports/${id}/file`, cookie: other })).status).toBe(404)
    expect((await app.ask({ url: `/api/exports/${id}/file`, cookie: null })).status).toBe(401)
    expect((await app.ask({ method: 'DELETE', url: `/api/exports/${id}`, cookie: other })).status).toBe(404)
  })

  test('refuse strangers, what is not understood, and a fifth file at once', async () => {
    expect((await start([chart], null)).status).toBe(401)
    expect((await start([])).status).toBe(400)
    const ids: string[] = []
    for (let i = 0; i < 4; i += 1) ids.push(await started())
    expect((await start()).status).toBe(429)
    for (const id of ids) await settled(id)
  })

  test('refuse an area that the account is not for', async () => {
    cookie = await app.as('viewer', { areas: ['E08000032'] })
    expect(await settled(await started())).toMatchObject({ state: 'failed' })
  })
})

describe('small numbers', () => {
  async function valuesWith(smallNumbers: string | undefined, by: string): Promise<unknown[]> {
    const { body } = await app.post('/api/exports', { format: 'json', smallNumbers, figures: [chart] }, by)
    cookie = by
    expect(await settled(body.id)).toMatchObject({ state: 'ready' })
    const { text } = await app.ask({ url: `/api/exports/${body.id}/file`, cookie: by })
    return (JSON.parse(text).figures[0].rows as { Cases: unknown }[]).map(({ Cases }) => Cases)
  }

  test('leave the dashboard only where an analyst asks for them', async () => {
    const rows = times(24, (i) =>
      partnerReturn({ period: addMonths('2023-01', i), value: i === 3 ? 2 : 40 + i }),
    )
    await app.held.load('returns', rows, { asAt: '2026-01-02', confirm: true })
    const analyst = cookie
    expect((await valuesWith(undefined, analyst))[3]).toBe('[c]')
    expect((await valuesWith('shown', analyst))[3]).toBe(2)
    expect((await valuesWith('shown', await app.as('viewer')))[3]).toBe('[c]')
  })
})
