import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Suggestion, Suggestions } from '../../../shared/scrutiny/suggestion.ts'
import { countedCrimes } from '../../build/countedCrimes.ts'
import { crimeRecord } from '../../build/feedRow.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

const leeds = 'E08000035'
const calderdale = 'E08000033'

/** Some tens of crimes a month in every district, and in Leeds many more in the last half year; `small` in one cell. */
async function openWithRise(small: number): Promise<TestApp> {
  const server = await openTestApp()
  const rise = Object.fromEntries(
    ['2023-10', '2023-11', '2023-12', '2024-01', '2024-02', '2024-03'].map((month, i) => [
      `${leeds} ${month}`,
      120 + i,
    ]),
  )
  await server.held.load('crime', countedCrimes({ ...rise, [`${calderdale} 2023-08`]: small }), {
    asAt: '2025-06-30',
  })
  return server
}

async function suggested(server: TestApp, cookie: string, input: object = {}): Promise<Suggestions> {
  const answer = await server.query('scrutiny.suggestions', input, cookie)
  expect(answer.status, answer.text).toBe(200)
  return answer.body.result.data
}

const rise = (suggestions: readonly Suggestion[]) => suggestions.find(({ id }) => id === 'da.crimes.up')

describe('suggested questions', () => {
  let server: TestApp
  let analyst: string
  let scrutiny: string
  beforeAll(async () => {
    server = await openWithRise(3)
    analyst = await server.as('analyst')
    scrutiny = await server.as('scrutiny')
  })
  afterAll(() => server.close())

  test('name what the figure did, whom to ask and what stands beside it', async () => {
    const { suggestions, looked } = await suggested(server, analyst)
    const found = rise(suggestions)
    expect(found).toMatchObject({
      place: { name: 'Leeds' },
      askedOf: { name: 'Leeds community safety partnership' },
    })
    expect(found?.finding).toMatch(/^Domestic abuse crimes recorded in Leeds: an average of \d+ a month/)
    expect(found?.figures[0]).toMatchObject({ view: 'chart', query: { metric: 'da.crimes', areas: [leeds] } })
    expect(found?.evidence.length).toBeGreaterThan(0)
    expect(looked.series).toBeGreaterThan(0)
    expect(looked.tests).toBeGreaterThanOrEqual(looked.series)
  })

  test('rest on figures that the same reader is given for the same query', async () => {
    for (const cookie of [analyst, scrutiny]) {
      const { suggestions } = await suggested(server, cookie)
      const one = rise(suggestions)?.evidence[0]
      const answer = await server.query('series', one?.query, cookie)
      expect(answer.body.result.data.series[0].points.at(-1).value).toBe(one?.value)
    }
  })

  test('are for those who prepare questions', async () => {
    const viewer = await server.as('viewer')
    const answer = await server.query('scrutiny.suggestions', {}, viewer)
    expect(answer.body.error.data.code).toBe('FORBIDDEN')
    const named = { suggestion: 'da.crimes.up', reason: 'Not for me to say.' }
    expect((await server.mutate('scrutiny.dismiss', named, viewer)).body.error.data.code).toBe('FORBIDDEN')
  })

  test('keep to the areas of the account', async () => {
    const ofLeeds = await server.as('analyst', { areas: [leeds] })
    const found = await suggested(server, ofLeeds)
    expect(rise(found.suggestions)?.place.code).toBe(leeds)
    expect(new Set(found.suggestions.map(({ place }) => place.code))).toEqual(new Set([leeds]))
    expect(JSON.stringify(found)).not.toMatch(/Calderdale|Bradford|E23000010/)
  })

  test('keep to the feeds of the account', async () => {
    const ofReferrals = await server.as('analyst', { feeds: ['nrm'] })
    expect((await suggested(server, ofReferrals)).suggestions).toEqual([])
  })

  test('are set aside with a reason, noted in the audit log, and taken up again', async () => {
    const named = { suggestion: 'da.crimes.up' }
    const silent = await server.mutate('scrutiny.dismiss', { ...named, reason: ' ' }, scrutiny)
    expect(silent.status).toBe(400)
    const dismissed = await server.mutate(
      'scrutiny.dismiss',
      { ...named, reason: 'Asked in March; the answer is due.' },
      scrutiny,
    )
    expect(dismissed.status).toBe(200)
    const after = rise((await suggested(server, analyst)).suggestions)
    expect(after?.dismissed).toMatchObject({ reason: 'Asked in March; the answer is due.' })
    const events = await server.held.installation.workspace.selectFrom('audit_event').selectAll().execute()
    expect(events.filter(({ event }) => event === 'suggestion.decided')).toHaveLength(1)
    expect((await server.mutate('scrutiny.restore', named, analyst)).status).toBe(200)
    expect(rise((await suggested(server, analyst)).suggestions)?.dismissed).toBeNull()
  })

  test('that are not there cannot be set aside', async () => {
    const answer = await server.mutate(
      'scrutiny.dismiss',
      { suggestion: 'sa.rape.up', reason: 'Not a change.' },
      analyst,
    )
    expect(answer.body.error.data.code).toBe('NOT_FOUND')
  })

  test('come from the edition once there is one: live figures are refused, and what was restated since is told', async () => {
    const edition = { title: 'First', meetingDate: '2025-07-10', metrics: ['da.crimes'] }
    expect((await server.mutate('editions.publish', edition, analyst)).status).toBe(200)
    const refused = await server.query('scrutiny.suggestions', {}, scrutiny)
    expect(refused.body.error.data.code).toBe('FORBIDDEN')
    const published = await suggested(server, scrutiny, { edition: 1 })
    expect(published).toMatchObject({ edition: { number: 1 }, disclosure: 'protected' })
    expect(rise(published.suggestions)?.figures[0]).toMatchObject({ edition: 1 })
    expect(published.suggestions.some(({ kinds }) => kinds.includes('restated'))).toBe(false)
    await server.held.load('crime', [crimeRecord({ recorded_date: '2023-05-10', area: leeds, count: 30 })], {
      mode: 'amend',
      asAt: '2025-09-30',
    })
    const later = await suggested(server, scrutiny, { edition: 1 })
    const restated = later.suggestions.find(({ kinds }) => kinds.includes('restated'))
    expect(restated?.finding).toMatch(/for May 2023: was \d+, is now \d+/)
  })
})

describe('a small number that a reader may not see', () => {
  test('changes no word, rank or name of what is suggested', async () => {
    const told: string[] = []
    for (const small of [2, 4]) {
      const server = await openWithRise(small)
      const cookie = await server.as('scrutiny')
      const hidden = await server.query(
        'series',
        { metric: 'da.crimes', areas: [calderdale], from: '2023-08', to: '2023-08' },
        cookie,
      )
      expect(hidden.body.result.data.series[0].points[0]).toMatchObject({ status: 'suppressed', value: null })
      const { suggestions } = await suggested(server, cookie)
      expect(rise(suggestions)).toBeDefined()
      // The total of the whole is published, and moves with every record.
      told.push(
        JSON.stringify(suggestions.filter(({ place }) => place.code === calderdale || place.code === leeds)),
      )
      await server.close()
    }
    expect(told[0]).toBe(told[1])
  })
})
