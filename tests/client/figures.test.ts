import { describe, expect, it } from 'vitest'
import { formatChange } from '../../shared/figures/formatChange.ts'
import { formatDate } from '../../shared/figures/formatDate.ts'
import { formatMonths } from '../../shared/figures/formatMonths.ts'
import { formatRate, formatSigned, formatValue, trimmed } from '../../shared/figures/formatValue.ts'
import { pointMarker } from '../../shared/figures/pointMarker.ts'
import { variationWords } from '../../shared/figures/variationWords.ts'

describe('formatValue', () => {
  it('keeps counts exact and separates thousands', () => {
    expect(formatValue(12954, { unit: 'count' })).toBe('12,954')
    expect(formatValue(0, { unit: 'count' })).toBe('0')
  })
  it('writes limits of counts whole from 10 up, with one decimal below', () => {
    expect(formatValue(146.7, { unit: 'count' })).toBe('147')
    expect(formatValue(4.64, { unit: 'count' })).toBe('4.6')
  })
  it('gives shares one decimal and their sign, bare in columns that carry it', () => {
    expect(formatValue(41.94, { unit: 'percent' })).toBe('41.9%')
    expect(formatValue(41.94, { unit: 'percent' }, true)).toBe('41.9')
  })
  it('gives rates about three figures that mean something', () => {
    expect([0.224, 1.166, 22.98, 134.2].map(formatRate)).toEqual(['0.22', '1.17', '23.0', '134'])
  })
  it('uses a true minus and no minus for what rounds to zero', () => {
    expect(formatSigned(-12, { unit: 'count' })).toBe('−12')
    expect(formatSigned(-0.04, { unit: 'percent' })).toBe('0.0')
    expect(formatValue(-0.01, { unit: 'points' })).toBe('0.0')
  })
  it('drops decimals that say nothing on an axis', () => {
    expect(['0.00', '5.00', '2.50', '10.0%', '100'].map(trimmed)).toEqual(['0', '5', '2.5', '10%', '100'])
  })
})

describe('formatChange', () => {
  it('gives per cent for a count with a base of 20 or more', () => {
    expect(formatChange({ base: 594, difference: 172, percent: 28.96 }, { unit: 'count' })).toBe('+29.0%')
  })
  it('never gives per cent of fewer than 20', () => {
    expect(formatChange({ base: 12, difference: 3, percent: 25 }, { unit: 'count' })).toBe('+3')
  })
  it('gives points for shares', () => {
    expect(formatChange({ base: 44.1, difference: -2.13, percent: -4.8 }, { unit: 'percent' })).toBe(
      '−2.1 pts',
    )
  })
  it('is null without anything to compare with', () => {
    expect(formatChange({ base: null, difference: null, percent: null }, { unit: 'count' })).toBeNull()
  })
})

describe('words', () => {
  it('passes no verdict on a neutral change', () => {
    const words = variationWords({ kind: 'neutral', direction: 'high', detail: '' })
    expect(words).toBe('Changed, high')
    expect(words).not.toMatch(/improv|concern|better|worse/i)
  })
  it('marks what is provisional, revised, hidden or absent', () => {
    expect(pointMarker('final')).toBeNull()
    expect(pointMarker('final', true)).toBe('[r]')
    expect(pointMarker('provisional')).toBe('[p]')
    expect(pointMarker('suppressed')).toBe('[c]')
    expect(pointMarker('missing')).toBe('[x]')
    expect(pointMarker('notApplicable')).toBe('[z]')
  })
  it('writes dates and spans as a board member reads them', () => {
    expect(formatDate('2026-03-03T23:40:00Z')).toBe('3 Mar 2026')
    expect(formatMonths('2026-08', '2026-10')).toBe('Aug–Oct 2026')
    expect(formatMonths('2025-11', '2026-01')).toBe('Nov 2025 – Jan 2026')
    expect(formatMonths('2026-10', '2026-10')).toBe('Oct 2026')
  })
})
