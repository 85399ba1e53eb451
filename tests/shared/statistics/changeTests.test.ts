import { describe, expect, test } from 'vitest'
import { apartFromOthers } from '../../../shared/statistics/apartFromOthers.ts'
import { countChange, shareChange } from '../../../shared/statistics/countChange.ts'

describe('countChange', () => {
  test('is the difference over the root of the sum for independent events', () => {
    // z = 30 / √230 = 1.978; two-sided 0.0479.
    expect(countChange({ now: 130, before: 100, dispersion: 1, degreesOfFreedom: 10_000 })).toBeCloseTo(
      0.0479,
      3,
    )
  })

  test('allows for counts that vary more than independent events, never for less', () => {
    const chance = (dispersion: number) =>
      countChange({ now: 130, before: 100, dispersion, degreesOfFreedom: 30 })
    expect(chance(4)).toBeGreaterThan(0.3)
    expect(chance(0.2)).toBe(chance(1))
  })

  test('two counts of nothing have not changed', () => {
    expect(countChange({ now: 0, before: 0, dispersion: 1, degreesOfFreedom: 30 })).toBe(1)
  })
})

test('shareChange is the pooled test of two proportions', () => {
  // z = 0.1 / √(0.25 × 0.75 × 2/200) = 2.309; two-sided 0.0209.
  const chance = shareChange({
    now: { numerator: 60, denominator: 200 },
    before: { numerator: 40, denominator: 200 },
  })
  expect(chance).toBeCloseTo(0.0209, 3)
})

describe('apartFromOthers', () => {
  const area = (name: string, numerator: number) => ({ area: name, numerator, denominator: 1000 })

  test('an area far from others that are alike lies apart by more than chance', () => {
    const found = apartFromOthers('proportion', [
      area('a', 300),
      area('b', 310),
      area('c', 290),
      area('d', 305),
      area('e', 450),
    ])
    expect(found.find((each) => each.area === 'e')?.p).toBeLessThan(1e-6)
    expect(found.find((each) => each.area === 'b')?.p).toBeGreaterThan(0.005)
  })

  test('where the others differ among themselves, the same distance says less', () => {
    const alike = apartFromOthers('proportion', [
      area('a', 300),
      area('b', 300),
      area('c', 300),
      area('e', 380),
    ])
    const unlike = apartFromOthers('proportion', [
      area('a', 220),
      area('b', 300),
      area('c', 380),
      area('e', 380),
    ])
    const chance = (found: typeof alike) => found.find((each) => each.area === 'e')?.p ?? 1
    expect(chance(alike)).toBeLessThan(0.005)
    expect(chance(unlike)).toBeGreaterThan(0.1)
  })

  test('two areas cannot tell which of them is apart', () => {
    expect(apartFromOthers('rate', [area('a', 10), area('b', 90)])).toEqual([])
  })
})
