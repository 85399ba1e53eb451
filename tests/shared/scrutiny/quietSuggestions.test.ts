import { expect, test } from 'vitest'
import { seeded } from '../../../bench/quietSeries.ts'
import { quietSuggestions } from '../../../bench/scrutiny/quietSuggestions.ts'

test('of series in which nothing happens, at most one in a hundred a month raises a suggestion', () => {
  const { alone, together } = quietSuggestions(150, seeded(11))
  expect(alone).toHaveLength(12)
  expect(alone.reduce((sum, each) => sum + each, 0) / alone.length).toBeLessThanOrEqual(0.01)
  expect(Math.max(...together)).toBeLessThanOrEqual(0.01)
})
