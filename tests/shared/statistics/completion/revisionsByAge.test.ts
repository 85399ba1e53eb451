import { describe, expect, it } from 'vitest'
import { revisionsByAge } from '../../../../shared/statistics/completion/revisionsByAge.ts'

describe('revisionsByAge', () => {
  it('compares each age with the last figure of the same months', () => {
    const rows = [
      { month: '2024-01' as const, byAge: [80, 100] },
      { month: '2024-02' as const, byAge: [90, 90] },
    ]
    expect(revisionsByAge(rows, 12)).toEqual([
      { age: 0, months: 2, changed: 1, median: 10, medianPercent: 12.5, largest: 20 },
    ])
  })
  it('leaves out months of which nothing was known at that age, and ages at which none was seen', () => {
    const rows = [
      { month: '2024-01' as const, byAge: [null, 50, 40] },
      { month: '2024-02' as const, byAge: [null, 70] },
    ]
    expect(revisionsByAge(rows, 12)).toEqual([
      { age: 1, months: 1, changed: 1, median: -10, medianPercent: -20, largest: -10 },
    ])
  })
  it('gives no percentage of figures that began at nothing', () => {
    const rows = [{ month: '2024-01' as const, byAge: [0, 3] }]
    expect(revisionsByAge(rows, 12)[0]).toMatchObject({ median: 3, medianPercent: null })
  })
})
