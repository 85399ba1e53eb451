import { afterAll, beforeAll, expect, test } from 'vitest'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'
import type { Suggestion } from '../../../shared/scrutiny/suggestion.ts'
import { countedCrimes, twoYears } from '../../build/countedCrimes.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

const [leeds, bradford, kirklees] = ['E08000035', 'E08000032', 'E08000034']
const reason = 'Board plan 2024'

/** Leeds climbs by four a month, to 142 in March 2024; Bradford and Kirklees stay where they are. */
let server: TestApp
let suggestions: readonly Suggestion[]
beforeAll(async () => {
  server = await openTestApp({
    partnership: {
      ...westYorkshire,
      targets: [
        { metric: 'da.crimes', area: leeds, aim: 'atMost', value: 150, reason },
        { metric: 'da.crimes', area: bradford, aim: 'atMost', value: 25, by: '2024-03', reason },
        { metric: 'da.crimes', area: kirklees, aim: 'atMost', value: 25, by: '2025-03', reason },
      ],
    },
  })
  const climb = Object.fromEntries(twoYears.map((month, i) => [`${leeds} ${month}`, 50 + 4 * i]))
  await server.held.load('crime', countedCrimes(climb), { asAt: '2025-06-30' })
  const answer = await server.query('scrutiny.suggestions', {}, await server.as('analyst'))
  suggestions = answer.body.result.data.suggestions
})
afterAll(() => server.close())

const about = (area: string, words: RegExp) =>
  suggestions.filter(({ place, finding }) => place.code === area && words.test(finding))

test('a target that was to be met by now and was not raises a question with the figure', () => {
  const [missed] = about(bradford, /target/i)
  expect(missed?.kinds).toContain('missedTarget')
  expect(missed?.finding).toMatch(/\b25\b/)
  expect(missed?.evidence[0]).toMatchObject({ query: { metric: 'da.crimes', areas: [bradford] } })
})

test('a target that is met and by its own forecast no longer will be raises one too', () => {
  const [crossing] = about(leeds, /target|forecast/i)
  expect(crossing?.kinds).toContain('forecast')
})

test('a target that is to be met later raises none yet', () => {
  expect(about(kirklees, /target/i)).toEqual([])
})
