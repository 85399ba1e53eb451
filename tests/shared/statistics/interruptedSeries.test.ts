import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { interruptedSeries } from '../../../shared/statistics/interruptedSeries.ts'
import type { InterruptedSeries } from '../../../shared/statistics/interruptedSeries.ts'
import { interruptionFinding } from '../../../shared/statistics/interruptionFinding.ts'
import { monthly } from './controlPoints.ts'
import { expectFields } from './fixtures.ts'

const twoYears = [
  42, 45, 41, 48, 44, 47, 43, 49, 46, 50, 45, 48, 40, 38, 41, 37, 39, 36, 38, 35, 37, 34, 36, 33,
]
const tight = { relative: 1e-9, absolute: 1e-12 }

describe('an interrupted time series', () => {
  test('agrees with statsmodels on coefficients, Newey–West errors and intervals', () => {
    // statsmodels 0.15.0: OLS(y, [1, t, D, D (t - 12)]).fit(cov_type='HAC', use_t=True,
    // cov_kwds={'maxlags': 2, 'use_correction': True}); 2 lags = floor(4 (24 / 100)^(2/9)).
    expectFields(
      interruptedSeries(monthly(twoYears), { at: '2021-04' }),
      {
        kind: 'estimate',
        before: 12,
        after: 12,
        lags: 2,
        earlierSlope: {
          value: 0.4545454545454569,
          standardError: 0.10828397421117308,
          p: 0.00044307711696918255,
        },
        level: {
          value: -8.659673659673654,
          standardError: 0.9434850442446537,
          lower: -10.627748975010018,
          upper: -6.69159834433729,
          p: 1.3107359224331827e-8,
        },
        slope: {
          value: -0.993006993006998,
          standardError: 0.12337793755508557,
          lower: -1.2503688609459567,
          upper: -0.7356451250680393,
          p: 1.0616125548384288e-7,
        },
      },
      tight,
    )
  })

  test('keeps the place of a missing month', () => {
    // numpy: normal equations over the 22 months held, scores of the missing two set to 0, Bartlett weights,
    // 2 lags, times 22 / 18.
    const gapped = twoYears.map((value, i) => (i === 5 || i === 17 ? null : value))
    expectFields(
      interruptedSeries(monthly(gapped), { at: '2021-04' }),
      {
        before: 11,
        after: 11,
        earlierSlope: { value: 0.46050955414012407, standardError: 0.10298288488208575 },
        level: { value: -8.414012738853557, standardError: 0.9642943950173373 },
        slope: { value: -1.0038216560509596, standardError: 0.12222954424249906 },
      },
      tight,
    )
  })

  test('takes nothing from provisional months', () => {
    const plain = interruptedSeries(monthly(twoYears), { at: '2021-04' })
    expect(interruptedSeries(monthly([...twoYears, 900, 1], 2), { at: '2021-04' })).toEqual(plain)
  })

  test('is refused with under eight figures on a side', () => {
    expect(interruptedSeries(monthly(twoYears.slice(0, 19)), { at: '2021-04' })).toEqual({
      kind: 'refused',
      reason: 'This needs 8 final figures before and after; there are 12 and 7.',
    })
    expect(interruptedSeries(monthly(twoYears), { at: '2030-01' }).kind).toBe('refused')
    expect(interruptedSeries([], { at: '2021-04' }).kind).toBe('refused')
  })

  test('finds an exact step exactly, and no slope', () => {
    const step = Array.from({ length: 24 }, (_, i) => (i < 12 ? 10 : 14))
    expect(interruptedSeries(monthly(step), { at: '2021-04' })).toMatchObject({
      level: { value: expect.closeTo(4, 10), p: 0 },
      slope: { value: 0, lower: 0, upper: 0, p: 1 },
    })
  })

  test('shows no number that is not one, for any figures', () => {
    const value = fc.option(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), { freq: 8 })
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), (values) => {
        const result = interruptedSeries(monthly(values), { at: '2021-06' })
        if (result.kind === 'refused') return
        const numbers = [result.level, result.slope, result.earlierSlope].flatMap((each) =>
          Object.values(each),
        )
        expect(numbers.filter((number) => Number.isNaN(number))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('a finding', () => {
  const words = {
    measure: 'referrals',
    event: 'the training of April 2021',
    period: 'month',
    format: (value: number) => value.toFixed(1),
  }
  const found = (values: readonly number[]): InterruptedSeries => {
    const result = interruptedSeries(monthly(values), { at: '2021-04' })
    if (result.kind === 'refused') throw new Error(result.reason)
    return result
  }

  test('puts the number first and calls itself an association', () => {
    expect(interruptionFinding(found(twoYears), words)).toBe(
      'After the training of April 2021, referrals stood 8.7 lower than the earlier trend leads to (95 % interval ' +
        '-10.6 to -6.7); each month since has added 1.0 less than before (95 % interval -1.3 to -0.7). This is an ' +
        'association over 12 months before and 12 after: anything else that changed at that time would look the same.',
    )
  })

  test('says so when nothing clearly changed', () => {
    const quiet = twoYears.map((_, i) => 10 + (i % 3))
    const text = interruptionFinding(found(quiet), words)
    expect(text).toContain('No clear change in the level of referrals followed')
    expect(text).toContain('the trend did not clearly change')
  })
})
