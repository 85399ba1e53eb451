import { describe, expect, test } from 'vitest'
import { metricById } from '../../../shared/metrics/catalogue.ts'
import { addMonths } from '../../../shared/periods/month.ts'
import { findingOf } from '../../../shared/series/finding.ts'
import type { ControlChartView } from '../../../shared/series/metricPage.ts'
import type { Variation } from '../../../shared/series/scorecard.ts'
import type { Point } from '../../../shared/series/series.ts'

function points(values: readonly (number | null)[], last: Partial<Point> = {}): Point[] {
  return values.map((value, i) => ({
    period: addMonths('2024-01', i),
    value,
    numerator: value,
    denominator: null,
    status: value === null ? 'missing' : 'final',
    ...(i === values.length - 1 ? last : {}),
  }))
}

function chart(variation: Variation, mean: number | null = 200): ControlChartView {
  const segment = {
    start: '2024-01',
    end: '2025-01',
    mean,
    lower: 150,
    upper: 250,
    reason: null,
    short: false,
  }
  return {
    profile: 'Making Data Count',
    refused: null,
    adjustment: null,
    segments: [segment],
    points: [],
    variation,
  }
}

function finding(
  id: string,
  values: readonly (number | null)[],
  options: {
    variation?: Variation
    last?: Partial<Point>
    mean?: number
    transform?: 'none' | 'rolling12' | 'yearToDate'
  } = {},
) {
  const metric = metricById(id)
  if (!metric) throw new Error(id)
  return findingOf({
    metric,
    areaName: 'West Yorkshire',
    grain: 'month',
    basis: 'count',
    transform: options.transform ?? 'none',
    points: points(values, options.last),
    chart: chart(options.variation ?? { kind: 'common' }, options.mean),
  })
}

const flat = (count: number) => Array.from({ length: 12 }, () => count)

describe('the finding of a series', () => {
  test('states the number first, then the comparison with a year before', () => {
    expect(finding('ms.crimes', [...flat(200), 248]).headline).toBe(
      '248 modern slavery crimes recorded in Jan 2025, 24% more than 200 in Jan 2024',
    )
    expect(finding('ms.crimes', [...flat(200), 150]).headline).toBe(
      '150 modern slavery crimes recorded in Jan 2025, 25% fewer than 200 in Jan 2024',
    )
  })

  test('names the months that a running total adds up', () => {
    expect(finding('ms.crimes', [...flat(2000), 2480], { transform: 'rolling12' }).headline).toBe(
      '2,480 modern slavery crimes recorded in the twelve months to Jan 2025, 24% more than 2,000 in the twelve months to Jan 2024',
    )
    expect(finding('ms.crimes', [...flat(200), 248], { transform: 'yearToDate' }).headline).toContain(
      'in the financial year to Jan 2025',
    )
  })

  test('gives no percentage of fewer than twenty', () => {
    expect(finding('ms.crimes', [...flat(8), 12]).headline).toBe(
      '12 modern slavery crimes recorded in Jan 2025, 4 more than 8 in Jan 2024',
    )
  })

  test('keeps capitals of proper names, and counts nouns after a colon', () => {
    expect(finding('returns.operationEncompass', [...flat(900), 900]).headline).toContain(
      '900 Operation Encompass notifications in Jan 2025, the same as in Jan 2024',
    )
    expect(finding('returns.clareRightToAsk', [...flat(100), 150]).headline).toMatch(
      /^Clare’s Law: right to ask: 150 applications in Jan 2025/,
    )
  })

  test('gives no verdict where polarity is neutral', () => {
    const { detail } = finding('ms.crimes', [...flat(200), 280], {
      variation: { kind: 'neutral', direction: 'high', detail: '8 months above average' },
    })
    expect(detail).toBe(
      '8 months above average, against an average of 200 a month. This is a change to explain and not a verdict.',
    )
    expect(detail).not.toMatch(/better|worse|good|bad|improve|concern/i)
  })

  test('gives a verdict with its reason where the board has agreed a direction', () => {
    const { detail } = finding('da.charged', [...flat(11), 14], {
      variation: { kind: 'improvement', direction: 'high', detail: 'Jan 2025 above the upper limit' },
      mean: 11,
    })
    expect(detail).toContain(
      'against an average of 11.0% a month. This is an improvement, because higher is better here.',
    )
  })

  test('says that provisional months are not judged, and leads with the last final one', () => {
    const { headline, detail } = finding('ms.crimes', [...flat(200), 150], {
      last: { status: 'provisional' },
    })
    expect(headline).toMatch(/^200 modern slavery crimes recorded in Dec 2024/)
    expect(detail).toContain('Jan 2025 is provisional and not judged.')
  })

  test('names the reason where there is no figure', () => {
    const { headline, detail } = finding('ms.crimes', [null], {
      last: { reason: 'Nothing received for Jan 2024.' },
    })
    expect(headline).toBe('No figure for modern slavery crimes recorded')
    expect(detail).toBe('Nothing received for Jan 2024.')
  })
})
