import { expect, test } from 'vitest'
import { falseDiscovery } from '../../../shared/statistics/falseDiscovery.ts'

test('adjusts the fifteen p-values of Benjamini and Hochberg (1995) so that four stay at 5 %', () => {
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ]
  const adjusted = falseDiscovery(published)
  expect(adjusted.filter((p) => p <= 0.05)).toHaveLength(4)
  expect(adjusted[3]).toBeCloseTo((0.0095 * 15) / 4, 12)
})

test('answers in the order asked', () => {
  const [first, second, third] = falseDiscovery([0.01, 0.04, 0.03])
  expect(first).toBeCloseTo(0.03, 12)
  expect(second).toBeCloseTo(0.04, 12)
  expect(third).toBeCloseTo(0.04, 12)
  expect(falseDiscovery([])).toEqual([])
})

test('refuses what is no probability', () => {
  expect(() => falseDiscovery([0.5, 1.2])).toThrow('invalid probability: 1.2')
})
