import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addMonths } from '../../../shared/periods/month.ts'
import { partnerReturn, times } from '../../build/feedRow.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let app: TestApp
let analyst: string
beforeEach(async () => {
  app = await openTestApp()
  analyst = await app.as('analyst')
  await load({})
})
afterEach(() => app.close())

const leeds = 'E08000035'

async function load(corrected: Readonly<Record<string, number>>, asAt = '2025-01-31') {
  const rows = times(24, (i) => {
    const period = addMonths('2023-01', i)
    return partnerReturn({ period, value: corrected[period] ?? 40 + i })
  })
  await app.held.load('returns', rows, { asAt, confirm: true })
}

const chart = { view: 'chart', query: { metric: 'returns.maracCases', areas: [leeds] } }

async function cited(by = analyst, smallNumbers = 'hidden') {
  const answer = await app.post('/api/citations', { figure: chart, smallNumbers }, by)
  expect(answer.status).toBe(201)
  return answer.body as { id: string; link: string; line: string }
}

function open(id: string, cookie: string | null = analyst) {
  return app.ask({ url: `/api/v1/citation/${id}`, cookie })
}

describe('a citation', () => {
  test('gives a short link and a line that says what, of where, as known when', async () => {
    const { id, link, line } = await cited()
    expect(id).toMatch(/^[2-9a-z]{10}$/)
    expect(link).toBe(`http://localhost:4321/c/${id}`)
    expect(line).toContain('Cases heard at MARAC')
    expect(line).toContain('Leeds, Jan 2023 – Dec 2024')
    expect(line).toContain('submission 1')
    expect(line.endsWith(link)).toBe(true)
  })

  test('is the same for the same figure, and another once the figure has changed', async () => {
    const first = await cited()
    expect(await cited()).toEqual(first)
    await load({ '2024-03': 99 }, '2025-02-28')
    expect((await cited()).id).not.toBe(first.id)
  })

  test('opens as it was, and says which values have been restated since', async () => {
    const { id } = await cited()
    expect((await open(id)).body.since).toMatchObject({ kind: 'compared', changes: [] })
    await load({ '2024-03': 99 }, '2025-02-28')
    const { body } = await open(id)
    expect(body.figure.chart.series[0].values[14]).toBe(54)
    expect(body.since).toEqual({
      kind: 'compared',
      position: 2,
      changes: [{ series: 'Cases', category: 'Mar 2024', was: 54, now: 99 }],
    })
  })

  test('shows what was cited with small numbers only to those who may see them', async () => {
    const { id } = await cited(analyst, 'shown')
    expect((await open(id)).body.figure).toMatchObject({
      disclosure: 'unprotected',
      state: expect.stringContaining('not for publication'),
    })
    const viewer = await app.as('viewer')
    expect((await open(id, viewer)).status).toBe(403)
    const own = await cited(viewer, 'shown')
    expect((await open(own.id, viewer)).status).toBe(200)
    expect((await open(own.id)).body.figure.disclosure).toBe('protected')
  })

  test('is closed to other areas, other feeds and strangers', async () => {
    const { id } = await cited()
    expect((await open(id, null)).status).toBe(401)
    const other = await app.as('analyst', { areas: ['E08000032'] })
    expect((await open(id, other)).status).toBe(403)
    const feed = await app.as('analyst', { feeds: ['crime'] })
    expect((await open(id, feed)).status).toBe(403)
    expect((await open('2222222222')).status).toBe(404)
    expect((await open('no')).status).toBe(404)
  })

  test('stands in every exported figure', async () => {
    const { link } = await cited()
    const { body } = await app.post('/api/exports', { format: 'json', figures: [chart] }, analyst)
    const progress = () => app.ask({ url: `/api/exports/${body.id}`, cookie: analyst })
    while ((await progress()).body.state === 'working') await delay(20)
    const { text } = await app.ask({ url: `/api/exports/${body.id}/file`, cookie: analyst })
    expect(JSON.parse(text).figures[0].reference.link).toBe(link)
  })
})
