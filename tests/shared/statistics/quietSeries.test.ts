import { expect, test } from 'vitest'
import { quietRate, seeded } from '../../../bench/quietSeries.ts'

test('a strong season alone seldom fires once it can be taken out, and often does as counted', () => {
  const { asCounted, asJudged } = quietRate(
    { profile: 'NHSRplotthedots', months: 60, season: 0.2 },
    400,
    seeded(7),
  )
  expect(asCounted).toBeGreaterThan(0.06)
  expect(asJudged).toBeLessThan(0.04)
})

test('a quiet series without a season seldom fires', () => {
  const { asJudged } = quietRate({ profile: 'Making Data Count', months: 36, season: 0 }, 400, seeded(7))
  expect(asJudged).toBeLessThan(0.04)
})
