import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { benchmarkRatio, compareWithBenchmark } from '../../../shared/statistics/benchmarkComparison.ts'
import { medianInterval } from '../../../shared/statistics/medianInterval.ts'
import { proportionInterval } from '../../../shared/statistics/proportionInterval.ts'
import { rateInterval } from '../../../shared/statistics/rateInterval.ts'
import { casesOf, expectFields } from './fixtures.ts'

interface Case {
  id: string
  kind: 'rate' | 'proportion' | 'benchmark'
  name: string
  input: {
    numerator: number
    denominator: number
    multiplier: number
    confidence?: number | number[]
    statistic?: 'rate' | 'proportion'
    benchmark?: number
    polarity?: 'high_is_good' | 'low_is_good' | 'neutral'
  }
  expected: { error?: true } & Record<string, unknown>
}

const betterOf = { high_is_good: 'increase', low_is_good: 'decrease', neutral: 'neutral' } as const
const cases = casesOf<Case>('ci.json')

describe('intervals and benchmarks give the results of PHEindicatormethods', () => {
  for (const each of cases) {
    test(`${each.id}: ${each.name}`, () => {
      const actual = each.kind === 'benchmark' ? compared(each) : intervalOf(each)
      if (each.expected.error) expect(actual).toBe('refused')
      else expectFields(actual, each.expected, { relative: 1e-6, absolute: 1e-9 })
    })
  }
  test(`on ${cases.length} cases of fixtures/ci.json`, () => expect(cases.length).toBeGreaterThan(0))
})

function intervalOf({ kind, input }: Case): object | 'refused' {
  const at = (confidence: number) =>
    kind === 'rate' ? rateInterval(input, confidence) : proportionInterval(input, confidence)
  if (!Array.isArray(input.confidence)) {
    const interval = at(input.confidence ?? 0.95)
    return interval.kind === 'refused' ? 'refused' : interval
  }
  const [narrow, wide] = [at(0.95), at(0.998)]
  if (narrow.kind === 'refused' || wide.kind === 'refused') return 'refused'
  return {
    ...narrow,
    lower95: narrow.lower,
    upper95: narrow.upper,
    lower998: wide.lower,
    upper998: wide.upper,
  }
}

function compared({ input }: Case): object | 'refused' {
  const { statistic = 'rate', benchmark = 0, polarity = 'neutral' } = input
  const result = benchmarkRatio(statistic, input, { benchmark, better: betterOf[polarity] })
  if (result.kind === 'refused') return 'refused'
  const { at95, at998 } = result
  return {
    value: at95.interval.value,
    lower95: at95.interval.lower,
    upper95: at95.interval.upper,
    lower998: at998.interval.lower,
    upper998: at998.interval.upper,
    direction95: at95.direction,
    direction998: at998.direction,
    category95: at95.category,
    category998: at998.category,
  }
}

describe('an interval', () => {
  test('is refused, with a reason, where the parts make no figure', () => {
    const parts = (numerator: number, denominator: number) => ({ numerator, denominator, multiplier: 100 })
    expect(rateInterval(parts(3, 0)).kind).toBe('refused')
    expect(rateInterval(parts(-1, 10)).kind).toBe('refused')
    expect(rateInterval(parts(Number.NaN, 10)).kind).toBe('refused')
    expect(proportionInterval(parts(-1, 10)).kind).toBe('refused')
    expect(proportionInterval(parts(11, 10))).toEqual({
      kind: 'refused',
      reason: 'A share cannot exceed its whole: 11 of 10.',
    })
    expect(() => rateInterval(parts(1, 10), 95)).toThrow('invalid confidence: 95')
  })

  test('holds its value, is finite and widens with confidence, for any parts', () => {
    const parts = fc.tuple(fc.nat(100_000), fc.integer({ min: 1, max: 10_000_000 }))
    fc.assert(
      fc.property(parts, fc.constantFrom('rate', 'proportion'), ([x, n], kind) => {
        const input = { numerator: kind === 'rate' ? x : Math.min(x, n), denominator: n, multiplier: 1000 }
        const of = kind === 'rate' ? rateInterval : proportionInterval
        const [narrow, wide] = [of(input, 0.95), of(input, 0.998)]
        if (narrow.kind === 'refused' || wide.kind === 'refused') throw new Error('refused')
        const order = [wide.lower, narrow.lower, narrow.value, narrow.upper, wide.upper]
        expect(order.every((limit) => Number.isFinite(limit))).toBe(true)
        expect(order.toSorted((a, b) => a - b)).toEqual(order)
      }),
      { numRuns: 500 },
    )
  })
})

test('a difference from a benchmark is given with its own limits', () => {
  const result = benchmarkRatio(
    'proportion',
    { numerator: 40, denominator: 200, multiplier: 100 },
    { benchmark: 14, better: 'neutral' },
  )
  if (result.kind === 'refused') throw new Error(result.reason)
  expect(result.at95.category).toBe('higher')
  expect(result.at95.difference.value).toBeCloseTo(6, 12)
  expect(result.at95.difference.lower).toBeCloseTo(1.0452009260981, 9)
})

describe('a median', () => {
  test('has an interval between two order statistics, at the confidence they really give', () => {
    const result = medianInterval([30, 10, 20, 50, 40, 70, 60, 100, 80, 90])
    // P(at most 1 of 10 fair coins) = 11/1024, so ranks 2 and 9 miss 22/1024.
    expect(result).toMatchObject({ value: 55, lower: 20, upper: 90, asked: 0.95 })
    expect(result.kind === 'interval' && result.confidence).toBeCloseTo(1 - 22 / 1024, 14)
  })

  test('of an odd number of values is the middle one', () => {
    expect(medianInterval([5, 1, 9, 2, 7, 3, 8])).toMatchObject({ value: 5, lower: 1, upper: 9 })
  })

  test('has ranks 40 and 61 of 100 values at 95 %', () => {
    // Published table (Conover, Table A3; Campbell and Gardner 1988): ranks 40 and 61 for n = 100.
    const values = Array.from({ length: 100 }, (_, i) => i + 1)
    expect(medianInterval(values)).toMatchObject({ value: 50.5, lower: 40, upper: 61 })
  })

  test('of fewer than six values has none at 95 %', () => {
    expect(medianInterval([1, 2, 3, 4, 5]).kind).toBe('refused')
    expect(medianInterval([]).kind).toBe('refused')
    expect(medianInterval([1, 2, 3, 4, 5, 6])).toMatchObject({ lower: 1, upper: 6 })
  })

  test('is compared with a benchmark by its interval, and touching is similar', () => {
    const days = medianInterval([30, 10, 20, 50, 40, 70, 60, 100, 80, 90])
    if (days.kind === 'refused') throw new Error(days.reason)
    const against = (benchmark: number) =>
      compareWithBenchmark(days, { benchmark, better: 'decrease' }).category
    expect([19, 20, 90, 91].map(against)).toEqual(['worse', 'similar', 'similar', 'better'])
  })
})
