import { describe, expect, it } from 'vitest'
import { breakdownHeadline, breakdownRows, type BreakdownRow } from '../../shared/figures/breakdownRows.ts'
import { districtsHeadline } from '../../shared/figures/districtsHeadline.ts'
import { pointAfterKey } from '../../client/pages/metric/usePointReader.ts'
import { metricPage } from './metricPageBuilder.ts'

const row = (change: Partial<BreakdownRow>): BreakdownRow => ({
  code: 'a',
  name: 'Stalking',
  before: 100,
  now: 150,
  change: 50,
  percent: 50,
  status: 'final',
  numerator: 150,
  ...change,
})

describe('breakdownHeadline', () => {
  const crimes = { noun: 'crimes', additive: true }
  it('names the part that carries most of the change', () => {
    const rows = [row({ change: 30 }), row({ name: 'Rape', change: 45 })]
    expect(breakdownHeadline(rows, row({ change: 75 }), crimes)).toBe('45 of the 75 extra crimes are rape')
  })
  it('does not claim a share of a change that another part undoes', () => {
    const rows = [row({ name: 'Stalking', change: 90 }), row({ name: 'Rape', change: -80 })]
    expect(breakdownHeadline(rows, row({ change: 10 }), crimes)).toBe('Stalking is the largest part')
  })
})

describe('breakdownRows', () => {
  it('shows what is not recorded, last', () => {
    const { result } = metricPage([5])
    const series = [
      { ...result.series[0]!, key: { sex: '' }, labels: { sex: 'Not recorded' } },
      { ...result.series[0]!, key: { sex: 'F' }, labels: { sex: 'Female' } },
    ]
    expect(breakdownRows({ ...result, series }, 'sex').map(({ name }) => name)).toEqual([
      'Female',
      'Not recorded',
    ])
  })
})

describe('districtsHeadline', () => {
  const area = (name: string, kind: 'common' | 'neutral') => ({
    name,
    variation: kind === 'common' ? ({ kind } as const) : ({ kind, direction: 'high', detail: '' } as const),
  })
  it('says where the change lies', () => {
    expect(districtsHeadline([area('Leeds', 'neutral'), area('Bradford', 'common')])).toBe(
      'Leeds moved beyond its own usual range. The other is within its usual range',
    )
    expect(districtsHeadline([area('Leeds', 'common')])).toBe(
      'Every area that can be judged is within its own usual range',
    )
  })
})

describe('pointAfterKey', () => {
  it('starts at the newest point and stays within the chart', () => {
    expect(pointAfterKey('ArrowLeft', null, 10)).toBe(9)
    expect(pointAfterKey('ArrowLeft', 0, 10)).toBe(0)
    expect(pointAfterKey('ArrowRight', 9, 10)).toBe(9)
    expect(pointAfterKey('PageUp', 9, 30)).toBe(0)
    expect(pointAfterKey('Home', 5, 10)).toBe(0)
    expect(pointAfterKey('Escape', 5, 10)).toBeNull()
    expect(pointAfterKey('Tab', 5, 10)).toBeUndefined()
  })
})
