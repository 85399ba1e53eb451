import { describe, expect, it } from 'vitest'
import { dueDate, dueOf } from '../../../shared/partnership/due.ts'

describe('dueDate', () => {
  it('is a day of a later month, the last one where that is shorter', () => {
    expect(dueDate('2024-08', { every: 1, ending: 12, monthsAfter: 1, day: 20 })).toBe('2024-09-20')
    expect(dueDate('2024-01', { every: 1, ending: 12, monthsAfter: 1, day: 31 })).toBe('2024-02-29')
  })
  it('counts from the last month of what comes together', () => {
    const quarterly = { every: 3, ending: 1, monthsAfter: 1, day: 20 }
    expect(
      ['2025-11', '2025-12', '2026-01', '2026-02'].map((m) => dueDate(m as '2025-11', quarterly)),
    ).toEqual(['2026-02-20', '2026-02-20', '2026-02-20', '2026-05-20'])
  })
})

describe('dueOf', () => {
  const all = { every: 3, ending: 1, monthsAfter: 1, day: 20 }
  const own = { every: 1, ending: 12, monthsAfter: 2, day: 5 }
  it('is the agency’s own agreement, else the partnership’s, else the twentieth of the next month', () => {
    expect(dueOf({ due: all }, { due: { crime: own } }, 'crime')).toBe(own)
    expect(dueOf({ due: all }, { due: { crime: own } }, 'returns')).toBe(all)
    expect(dueOf({}, undefined, 'returns')).toMatchObject({ every: 1, monthsAfter: 1, day: 20 })
  })
})
