import { describe, expect, test } from 'vitest'
import { studentTwoSided } from '../../../shared/statistics/studentT.ts'
import { recentShift, shiftOver } from '../../../shared/statistics/recentShift.ts'

const quiet = [10, 12, 9, 11, 10, 13, 8, 11, 10, 9, 12, 11, 10, 12, 9, 11, 10, 13]

describe('recentShift', () => {
  test('finds the stretch that differs, its means and its length', () => {
    const shift = recentShift([...quiet, 19, 20, 18, 21])
    expect(shift).toMatchObject({ length: 4, after: 19.5 })
    expect(shift?.before).toBeCloseTo(10.61, 2)
    expect(shift?.p).toBeLessThan(1e-8)
  })

  test('multiplies the chance by the number of stretches that could be tried', () => {
    const values = [...quiet, 19]
    const alone = shiftOver(values, 1)
    // With 19 values, stretches of one to seven leave twelve before: 1, 2, 3, 4 and 6 are tried.
    expect(recentShift(values)?.p).toBeCloseTo((alone?.p ?? 1) * 5, 12)
  })

  test('is the two-sample t test of equal variances', () => {
    // Means 13 and 22, sums of squares 20 and 8 on 5 degrees of freedom: t = 9 / √(5.6 × 7/12) = 4.98, between the
    // tabled 4.773 (0.005) and 5.893 (0.002).
    const p = shiftOver([10, 12, 14, 16, 20, 22, 24], 3)?.p ?? 1
    expect(p).toBeCloseTo(studentTwoSided(9 / Math.sqrt(5.6 * (7 / 12)), 5), 12)
    expect(p).toBeGreaterThan(0.002)
    expect(p).toBeLessThan(0.005)
  })

  test('asks more where a season has spent degrees of freedom', () => {
    const values = [...quiet, 16]
    expect(recentShift(values, { lost: 8 })?.p).toBeGreaterThan(recentShift(values)?.p ?? 1)
  })

  test('says nothing of a short series or one that never varies', () => {
    expect(recentShift(quiet.slice(0, 12))).toBeNull()
    expect(recentShift(Array.from({ length: 30 }, () => 7))).toBeNull()
  })
})
