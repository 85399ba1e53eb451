import { describe, expect, it } from 'vitest'
import { yearEnds } from '../../../shared/periods/yearEnds.ts'

describe('the years that protected readers are shown', () => {
  it('end at the month itself, at the last whole quarter and at the last March', () => {
    expect(yearEnds('2026-10')).toEqual(['2026-10', '2026-09', '2026-03'])
    expect(yearEnds('2026-02')).toEqual(['2026-02', '2025-12', '2025-03'])
  })

  it('are named once where they fall together', () => {
    expect(yearEnds('2026-09')).toEqual(['2026-09', '2026-03'])
    expect(yearEnds('2026-03')).toEqual(['2026-03'])
  })
})
