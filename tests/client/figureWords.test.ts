import { describe, expect, it } from 'vitest'
import { controlModel } from '../../client/charts/controlChart/controlModel.ts'
import { labelRoom } from '../../client/charts/controlChart/LabelsLayer.tsx'
import { leadChartModel } from '../../client/charts/leadChart/leadChartModel.ts'
import { formatSpan } from '../../shared/figures/formatSpan.ts'
import { formatValue } from '../../shared/figures/formatValue.ts'
import { sparkSpan } from '../../client/figures/sparkWords.ts'
import { unitWords } from '../../shared/figures/unitWords.ts'
import { formatFigure } from '../../shared/series/formatFigure.ts'
import { metricPage } from './metricPageBuilder.ts'

const crimes = { unit: 'count', noun: { one: 'crime', many: 'crimes' }, ratePer: 1000 } as const

describe('the words around a figure', () => {
  it('count one crime, and several', () => {
    expect([1, 0, 2, 1.5].map((value) => unitWords(crimes, 'count', value))).toEqual([
      'crime',
      'crimes',
      'crimes',
      'crimes',
    ])
    expect(unitWords({ ...crimes, unit: 'days' }, 'count', 1)).toBe('day')
  })
  it('name one month once, and a span by both ends', () => {
    expect(formatSpan('2018-05', '2018-05', 'month')).toBe('May 2018')
    expect(formatSpan('2024/25 Q1', '2024/25 Q1', 'quarter')).toBe('Apr–Jun 2024')
    expect(formatSpan('2018-05', '2019-04', 'month')).toBe('May 2018 – Apr 2019')
  })
  it('call quarters quarters', () => {
    expect(sparkSpan({ periods: ['2026-09', '2026-10'] })).toBe('monthly, 2 months to Oct 2026')
    expect(sparkSpan({ periods: ['2025/26 Q4', '2026/27 Q1'] })).toBe('quarterly, 2 quarters to Apr–Jun 2026')
  })
  it('write a figure alike in a sentence and on a chart', () => {
    for (const value of [0, 1, 4.64, 12.3, 134.2, 12954]) {
      expect(formatFigure(value, 'count')).toBe(formatValue(value, { unit: 'count' }))
      expect(formatFigure(value, 'rate')).toBe(formatValue(value, { unit: 'count', basis: 'rate' }))
      expect(formatFigure(value, 'percent')).toBe(formatValue(value, { unit: 'percent' }))
    }
  })
})

describe('a chart', () => {
  it('leaves room above its highest point, even where that lies on a tick', () => {
    const model = controlModel(
      metricPage([1, 3, 2], {
        page: { chart: { ...metricPage([1]).chart, refused: 'Too few.', segments: [] } },
      }),
    )
    expect(model.yTicks.at(-1)).toBeGreaterThan(3)
  })
  it('makes room for the longest label at its right', () => {
    const short = labelRoom(controlModel(metricPage([90, 95])))
    const long = labelRoom(controlModel(metricPage([90_123_456, 95_123_456])))
    expect(short).toBeGreaterThanOrEqual(136)
    expect(long).toBeGreaterThan(short)
  })
  it('of quarters names the quarter of its newest value', () => {
    const { labels } = leadChartModel(
      {
        periods: ['2025/26 Q4', '2026/27 Q1'],
        values: [3_900, 3_998],
        statuses: ['final', 'final'],
        types: ['common', 'common'],
        mean: null,
        lower: null,
        upper: null,
      },
      { width: 500, height: 300, inside: false, measured: { unit: 'count' } },
    )
    expect(labels.find(({ latest }) => latest)).toMatchObject({ figure: '3,998', words: 'in Apr–Jun' })
  })
})
