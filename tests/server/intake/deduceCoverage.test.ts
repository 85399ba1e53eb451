import { describe, expect, test } from 'vitest'
import {
  deduceCoverage,
  gapsIn,
  isCovered,
  outsideDeduced,
  outsideStated,
} from '../../../server/intake/deduceCoverage.ts'
import { toIndex } from '../../../shared/periods/month.ts'
import type { Month } from '../../../shared/periods/month.ts'

const rowsIn = (month: Month, rows: number, quarter = false) => ({ month: toIndex(month), rows, quarter })
const deduced = { stated: null, strays: 'reject' } as const

describe('what a file covers', () => {
  test('is the months with at least a tenth of the rows of the largest', () => {
    const tally = [rowsIn('2024-04', 9), rowsIn('2024-05', 100), rowsIn('2024-06', 10)]
    expect(deduceCoverage(tally, deduced)).toEqual({
      months: ['2024-05', '2024-06'],
      quarters: [],
      deduced: true,
    })
  })

  test('adds up the rows of a month before it judges them', () => {
    const tally = [rowsIn('2024-04', 5), rowsIn('2024-04', 5), rowsIn('2024-05', 100)]
    expect(deduceCoverage(tally, deduced).months).toEqual(['2024-04', '2024-05'])
  })

  test('is every month with a row in an amendment', () => {
    const tally = [rowsIn('2024-04', 1), rowsIn('2024-05', 100)]
    expect(deduceCoverage(tally, { stated: null, strays: 'keep' }).months).toEqual(['2024-04', '2024-05'])
  })

  test('is exactly the months stated, with or without rows', () => {
    const stated = { from: '2024-03', to: '2024-05' } as const
    expect(deduceCoverage([rowsIn('2024-05', 3)], { stated, strays: 'reject' })).toEqual({
      months: ['2024-03', '2024-04', '2024-05'],
      quarters: [],
      deduced: false,
    })
  })

  test('keeps quarters apart from months', () => {
    const tally = [rowsIn('2024-04', 3, true), rowsIn('2024-07', 1, true), rowsIn('2024-05', 50)]
    const coverage = deduceCoverage(tally, deduced)
    expect(coverage).toEqual({ months: ['2024-05'], quarters: ['2024-04', '2024-07'], deduced: true })
    expect(isCovered(coverage, { month: toIndex('2024-04'), quarter: false })).toBe(false)
    expect(isCovered(coverage, { month: toIndex('2024-04'), quarter: true })).toBe(true)
  })

  test('names the months between that no row is in', () => {
    const coverage = deduceCoverage([rowsIn('2024-01', 3), rowsIn('2024-04', 3)], deduced)
    expect(gapsIn(coverage)).toEqual(['2024-02', '2024-03'])
  })
})

describe('what is left out', () => {
  test('is a quarter that reaches beyond the months stated', () => {
    const outside = outsideStated({ from: '2024-04', to: '2024-08' })
    expect(outside(toIndex('2024-04'), true)).toBeNull()
    expect(outside(toIndex('2024-07'), true)).toBe('outside the months stated (Apr 2024 to Aug 2024)')
    expect(outside(toIndex('2024-03'), false)).not.toBeNull()
    expect(outside(toIndex('2024-08'), false)).toBeNull()
  })

  test('says how to include it', () => {
    const outside = outsideDeduced({ months: ['2024-05'], quarters: [], deduced: true })
    expect(outside(toIndex('2024-05'), false)).toBeNull()
    expect(outside(toIndex('2024-04'), false)).toBe(
      'outside the months this file covers (May 2024); state --from and --to to include it',
    )
  })
})
