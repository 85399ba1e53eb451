import { describe, expect, test } from 'vitest'
import { spannedChanges } from '../../../server/signals/spannedChanges.ts'
import type { CalendarEvent } from '../../../shared/series/metricPage.ts'
import type { Point } from '../../../shared/series/series.ts'
import type { SeriesQuery } from '../../../shared/series/seriesQuery.ts'

const rule: CalendarEvent = {
  month: '2023-05',
  title: 'Rule',
  kind: 'countingRule',
  detail: '',
  certain: true,
}
const point = (period: string, base: number | null = 10): Point => ({
  period,
  value: 12,
  numerator: 12,
  denominator: null,
  status: 'final',
  comparison: { label: 'before', value: base, change: base === null ? null : 2, changePercent: null },
})
const query = (changes: Partial<SeriesQuery>) => ({
  grain: 'month' as const,
  transform: 'none' as const,
  compare: 'samePeriodLastYear' as const,
  ...changes,
})

describe('a comparison spans a change of counting', () => {
  test('of a month against the month before only in the month of the change', () => {
    const points = ['2023-04', '2023-05', '2023-06'].map((period) => point(period))
    expect(spannedChanges(points, [rule], query({ compare: 'previousPeriod' }))).toEqual([
      { period: '2023-05', events: [{ month: '2023-05', title: 'Rule' }] },
    ])
  })

  test('anywhere in the months of two rolling years', () => {
    // The year to April 2025 is compared with May 2023 to April 2024, wholly after the change.
    const points = ['2023-05', '2024-04', '2025-03', '2025-04'].map((period) => point(period))
    const spanned = spannedChanges(points, [rule], query({ transform: 'rolling12' }))
    expect(spanned.map(({ period }) => period)).toEqual(['2023-05', '2024-04', '2025-03'])
  })

  test('with a baseline before it', () => {
    const compare = { baseline: { from: '2022-01', to: '2022-12' } }
    const points = [point('2023-04'), point('2024-01')]
    expect(spannedChanges(points, [rule], query({ compare })).map(({ period }) => period)).toEqual([
      '2024-01',
    ])
  })

  test('never with another area over the same months, nor with what has no figure', () => {
    expect(spannedChanges([point('2023-05')], [rule], query({ compare: 'partnership' }))).toEqual([])
    expect(spannedChanges([point('2023-05', null)], [rule], query({}))).toEqual([])
  })

  test('by a law as by a counting rule, and not by a lockdown', () => {
    const law: CalendarEvent = { ...rule, kind: 'law', title: 'Law' }
    const lockdown: CalendarEvent = { ...rule, kind: 'lockdown', title: 'Lockdown' }
    const [spanned] = spannedChanges([point('2023-06')], [law, lockdown], query({}))
    expect(spanned?.events.map(({ title }) => title)).toEqual(['Law'])
  })
})
