import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { monthRange } from '../../../shared/periods/month.ts'
import { crimeRecord, times } from '../../build/feedRow.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let server: TestApp
beforeAll(async () => {
  server = await openTestApp()
  const months = monthRange('2024-01', '2025-12')
  await server.held.load(
    'crime',
    months.flatMap((month) =>
      times(12, (i) => crimeRecord({ crime_ref: `${month}-${i}`, recorded_date: `${month}-05` })),
    ),
  )
})
afterAll(() => server.close())

test('whoever publishes learns how far it is, and nobody else', async () => {
  const [analyst, other] = [await server.as('analyst'), await server.as('analyst')]
  const edition = {
    title: 'For the Board',
    meetingDate: '2026-03-12',
    metrics: ['da.crimes', 'sa.rape', 'crime.recorded'],
  }
  let over = false
  const publishing = server.mutate('editions.publish', edition, analyst).finally(() => (over = true))
  const seen: { done: number; total: number }[] = []
  const elsewhere = new Set<unknown>()
  while (!over) {
    await delay(10)
    const { data } = (await server.query('editions.publishing', undefined, analyst)).body.result
    if (data) seen.push(data)
    elsewhere.add((await server.query('editions.publishing', undefined, other)).body.result.data)
  }
  expect((await publishing).status).toBe(200)
  // The overviews of six areas over three lengths, and three measures.
  expect(new Set(seen.map(({ total }) => total))).toEqual(new Set([21]))
  const done = seen.map((each) => each.done)
  expect(done).toEqual(done.toSorted((a, b) => a - b))
  expect(seen.length).toBeGreaterThan(0)
  expect(elsewhere).toEqual(new Set([null]))
  expect((await server.query('editions.publishing', undefined, analyst)).body.result.data).toBe(null)
})
