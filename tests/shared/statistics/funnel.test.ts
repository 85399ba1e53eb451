import { describe, expect, test } from 'vitest'
import { funnel } from '../../../shared/statistics/funnel.ts'
import type { Funnel, FunnelInput } from '../../../shared/statistics/funnel.ts'
import { casesOf, expectFields } from './fixtures.ts'

interface Case {
  id: string
  kind: 'rate' | 'proportion'
  name: string
  input: { areas: FunnelInput[]; multiplier: number }
  expected: { average: number; areas: Record<string, unknown>[]; curve?: unknown[] }
}

const cases = casesOf<Case>('funnel.json')

describe('a funnel gives the results of PHEindicatormethods', () => {
  for (const { id, kind, name, input, expected } of cases) {
    test(`${id}: ${name}`, () => {
      const result = drawn(kind, input.areas, input.multiplier)
      const tight = { relative: 1e-9, absolute: 1e-12 }
      expectFields(result.average, expected.average, tight)
      expectFields(
        result.areas.map(({ limits, ...area }) => ({ ...area, ...limits })),
        expected.areas,
        tight,
      )
      if (expected.curve) expectFields(result.curve, expected.curve, { relative: 1e-4, absolute: 0 })
    })
  }
  test(`on ${cases.length} cases of fixtures/funnel.json`, () => expect(cases.length).toBeGreaterThan(0))
})

describe('a funnel', () => {
  test('leaves out areas without usable parts and says why', () => {
    const result = drawn('proportion', [
      { area: 'A', numerator: 5, denominator: 10 },
      { area: 'B', numerator: null, denominator: 10 },
      { area: 'C', numerator: 3, denominator: 0 },
      { area: 'D', numerator: 12, denominator: 10 },
    ])
    expect(result.average).toBe(50)
    expect(result.areas.map(({ area }) => area)).toEqual(['A'])
    expect(result.leftOut.map(({ area }) => area)).toEqual(['B', 'C', 'D'])
    expect(result.overdispersion).toBeNull()
  })

  test('is refused when no area has a figure', () => {
    expect(funnel('rate', [{ area: 'A', numerator: null, denominator: 10 }], 1000).kind).toBe('refused')
  })

  test('of areas without a single event shows no number that is not one', () => {
    const none = [1000, 2000, 500].map((denominator, i) => ({ area: `A${i}`, numerator: 0, denominator }))
    for (const kind of ['rate', 'proportion'] as const) {
      const result = drawn(kind, none)
      expect(JSON.stringify(result)).not.toContain('NaN')
      expect(result.areas.every(({ significance }) => significance === 'Not significant')).toBe(true)
      expect(result.curve.every(({ lower95, upper95 }) => lower95 === null && upper95 === null)).toBe(true)
    }
  })

  test('of five districts is thin', () => {
    expect(drawn('rate', equalAreas([10, 10, 10, 10, 10])).thin).toBe(true)
    expect(drawn('rate', equalAreas(Array.from({ length: 10 }, () => 10))).thin).toBe(false)
  })
})

describe('overdispersion', () => {
  test('is absent where areas differ by chance alone', () => {
    expect(drawn('rate', equalAreas([95, 103, 100, 108, 94])).overdispersion).toMatchObject({
      present: false,
    })
  })

  test('is stated where they differ by more', () => {
    const { overdispersion } = drawn('rate', equalAreas([50, 150, 100, 60, 140]))
    // By hand: expected 100 each; z = -5, 5, 0, -4, 4, so chi-square 82 on 4. The 10 % and 90 % quantiles are
    // -4.6 and 4.6, so phi = (2 x 21.16 + 2 x 16) / 5.
    expect(overdispersion).toMatchObject({ degreesOfFreedom: 4, present: true })
    expect(overdispersion?.chiSquare).toBeCloseTo(82, 10)
    expect(overdispersion?.phi).toBeCloseTo(14.864, 10)
    // The upper tail on 4 degrees of freedom is e^(-x/2) (1 + x/2).
    expect(overdispersion?.p).toBeCloseTo(Math.exp(-41) * 42, 25)
  })

  test('is not called from one extreme area drawn in', () => {
    const many = [...Array.from({ length: 19 }, () => 100), 160]
    expect(drawn('rate', equalAreas(many)).overdispersion).toMatchObject({ present: false })
  })
})

function equalAreas(numerators: readonly number[]): FunnelInput[] {
  return numerators.map((numerator, i) => ({ area: `A${i}`, numerator, denominator: 10_000 }))
}

function drawn(kind: 'rate' | 'proportion', areas: readonly FunnelInput[], multiplier = 100): Funnel {
  const result = funnel(kind, areas, multiplier)
  if (result.kind === 'refused') throw new Error(result.reason)
  return result
}
