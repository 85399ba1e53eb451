import { describe, expect, test } from 'vitest'
import { stepEvidence } from '../../../shared/statistics/stepEvidence.ts'
import type { StepEvidence } from '../../../shared/statistics/stepEvidence.ts'
import { monthly } from './controlPoints.ts'
import { expectFields } from './fixtures.ts'

const noise = [2, -1, 1, -2, 0, 1, -1, 2, -2, 0, 1, -1]
const around = (level: number, length: number) =>
  Array.from({ length }, (_, i) => level + (noise[i % 12] ?? 0))

describe('a proposed step', () => {
  test('is supported by a lasting shift beyond chance', () => {
    const result = judged([...around(40, 18), ...around(52, 14)], '2021-10')
    expect(result).toMatchObject({
      sustained: true,
      supported: true,
      reasons: [],
      before: { n: 18 },
      after: { n: 14 },
    })
    expect(result.difference.lower).toBeGreaterThan(10)
    expect(result.changePercent).toBeCloseTo(30, 0)
  })

  test('has the difference and the interval of a Newey–West comparison of means', () => {
    // statsmodels 0.15.0: OLS(y, [1, D]), HAC with 2 lags, small-sample correction and t.
    const values = [
      42, 45, 41, 48, 44, 47, 43, 49, 46, 50, 45, 48, 40, 38, 41, 37, 39, 36, 38, 35, 37, 34, 36, 33,
    ]
    expectFields(
      judged(values, '2021-04').difference,
      {
        value: -8.666666666666679,
        standardError: 1.1868149568753663,
        lower: -11.127970242316177,
        upper: -6.205363091017179,
        p: 2.5933859542626407e-7,
      },
      { relative: 1e-9, absolute: 1e-12 },
    )
  })

  test('is not supported where nothing moved', () => {
    const result = judged(around(40, 30), '2021-06')
    expect(result.supported).toBe(false)
    expect(result.reasons).toContain('The difference between the two sides is within chance.')
  })

  test('is not supported where the shift came back', () => {
    const result = judged([...around(40, 18), ...around(52, 8), ...around(40, 8)], '2021-10')
    expect(result).toMatchObject({ sustained: false, supported: false })
  })

  test('is not supported where a steady trend explains it', () => {
    const climb = Array.from({ length: 36 }, (_, i) => 10 + i + (noise[i % 12] ?? 0) / 4)
    const result = judged(climb, '2021-10')
    expect(result.supported).toBe(false)
    expect(result.reasons).toContain('A steady trend explains the difference as well as a step does.')
  })

  test('is provisional below thirteen figures, and refused below seven', () => {
    const values = [...around(40, 18), ...around(52, 14)]
    expect(judged(values.slice(0, 26), '2021-10').reasons).toEqual([
      'New limits would be provisional until 13 figures are held.',
    ])
    expect(stepEvidence(monthly(values.slice(0, 24)), { at: '2021-10' })).toMatchObject({
      reason: 'A step needs 12 final figures before and 7 after; there are 18 and 6.',
    })
  })

  test('uses only the stretch between agreed steps, and no provisional month', () => {
    const stretch = [...around(40, 18), ...around(52, 14)]
    const plain = judged(stretch, '2021-10')
    const longer = [...around(900, 5), ...stretch, ...around(7, 5)]
    const shifted = stepEvidence(monthly(longer), {
      at: '2022-03',
      rebase: ['2020-09', '2022-03', '2023-05'],
    })
    expect(shifted).toEqual(plain)
    expect(stepEvidence(monthly([...stretch, 1, 2], 2), { at: '2021-10' })).toEqual(plain)
  })
})

function judged(values: readonly number[], at: string): StepEvidence {
  const result = stepEvidence(monthly(values), { at })
  if (result.kind === 'refused') throw new Error(result.reason)
  return result
}
