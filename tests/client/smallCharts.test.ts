import { describe, expect, it } from 'vitest'
import { linePath } from '../../client/charts/axis/linePath.ts'
import { niceTicks } from '../../shared/figures/niceTicks.ts'
import { spreadLabels } from '../../shared/figures/spreadLabels.ts'
import { stripPosition } from '../../client/charts/districtStrip/districtStrip.ts'
import { againstWhole } from '../../shared/figures/againstWhole.ts'
import { leadChartModel } from '../../client/charts/leadChart/leadChartModel.ts'
import { threeMonthMean } from '../../client/charts/smallMultiple/smallModel.ts'
import { sparklineModel } from '../../client/charts/sparkline/sparklineModel.ts'
import { stackedModel } from '../../shared/figures/stackedModel.ts'
import type { Sparkline } from '../../shared/series/scorecard.ts'

const spark = (change: Partial<Sparkline> = {}): Sparkline => ({
  periods: ['2024-01', '2024-02', '2024-03', '2024-04'],
  values: [100, 110, 90, 105],
  statuses: ['final', 'final', 'final', 'provisional'],
  types: ['common', 'neutral', 'common', 'neutral'],
  mean: 100,
  lower: 80,
  upper: 120,
  ...change,
})

describe('linePath', () => {
  it('joins nothing across a gap', () => {
    expect(linePath([[0, 1], [1, 2], null, [3, 4]])).toBe('M0 1L1 2M3 4')
  })
})

describe('niceTicks', () => {
  it('holds the whole range in round steps', () => {
    expect(niceTicks(0, 268)).toEqual([0, 50, 100, 150, 200, 250, 300])
    expect(niceTicks(0, 3, { whole: true })).toEqual([0, 1, 2, 3])
    expect(niceTicks(0, 0)[0]).toBe(0)
  })
  it('reaches below zero when a value does', () => {
    expect(niceTicks(-3, 4).at(0)).toBeLessThanOrEqual(-3)
  })
})

describe('spreadLabels', () => {
  it('keeps order and distance within the range', () => {
    const placed = spreadLabels([{ y: 50 }, { y: 52 }, { y: 99 }], 18, [0, 100]).map(({ y }) => y)
    expect(placed).toEqual([50, 68, 99])
    const crowded = spreadLabels([{ y: 98 }, { y: 99 }], 18, [0, 100]).map(({ y }) => y)
    expect(crowded).toEqual([82, 100])
  })
})

describe('sparklineModel', () => {
  it('draws provisional points hollow and never as signals', () => {
    const { marks } = sparklineModel(spark(), { width: 168, height: 36 })
    expect(marks.map(({ kind, provisional }) => [kind, provisional])).toEqual([
      ['neutral', false],
      ['common', true],
    ])
  })
  it('boxes months nobody supplied and leaves the line open there', () => {
    const model = sparklineModel(
      spark({ values: [100, null, null, 105], statuses: ['final', 'missing', 'missing', 'final'] }),
      { width: 168, height: 36 },
    )
    expect(model.gaps).toHaveLength(1)
    expect(model.line.match(/M/g)).toHaveLength(2)
  })
  it('draws no band without limits', () => {
    expect(sparklineModel(spark({ lower: null, upper: null }), { width: 168, height: 36 }).band).toBeNull()
  })
})

describe('leadChartModel', () => {
  const frame = { width: 560, height: 300, inside: false, measured: { unit: 'count' } as const }
  it('says where its axis starts when that is not zero', () => {
    expect(leadChartModel(spark(), frame).start).toBeGreaterThan(0)
    expect(leadChartModel(spark({ values: [3, 20, 100, 5], lower: 0 }), frame).start).toBe(0)
  })
  it('keeps the labels of its lines apart', () => {
    const ys = leadChartModel(spark({ lower: 99, upper: 101 }), frame).labels.map(({ y }) => y)
    ys.slice(1).forEach((y, index) => expect(y - ys[index]!).toBeGreaterThanOrEqual(17))
  })
})

describe('stripPosition', () => {
  it('puts the partnership in the middle and the farthest area at the end', () => {
    expect(stripPosition(10, 10, [10, 12])).toBe(26)
    expect(stripPosition(12, 10, [10, 12])).toBe(47)
    expect(stripPosition(null, 10, [null])).toBeNull()
  })
})

describe('stackedModel', () => {
  const part = (code: string, values: (number | null)[]) => ({
    key: { kind: code },
    labels: { kind: code },
    points: values.map((value, index) => ({
      period: `2024-0${index + 1}`,
      value,
      numerator: value,
      denominator: null,
      status: value === null ? ('suppressed' as const) : ('final' as const),
    })),
  })
  it('draws no bar for a period in which a part is hidden', () => {
    const { rows } = stackedModel([part('a', [5, 6]), part('b', [1, null])], 'kind', 'month')
    expect(rows).toEqual([
      { x: 0, part0: 5, part1: 1 },
      { x: 1, part0: null, part1: null },
    ])
  })
  it('adds further parts together so that the bar is the whole', () => {
    const series = ['a', 'b', 'c', 'd', 'e', 'f'].map((code, index) => part(code, [6 - index]))
    const { rows, layers } = stackedModel(series, 'kind', 'month')
    expect(layers.at(-1)?.name).toBe('2 others')
    expect(layers.reduce((sum, { id }) => sum + (rows[0]?.[id] ?? 0), 0)).toBe(21)
  })
})

describe('district figures', () => {
  it('calls a difference clear only when the interval leaves out the whole', () => {
    expect(againstWhole({ value: 5, lower: 4, upper: 6 }, 5.5)).toBe('No clear difference')
    expect(againstWhole({ value: 5, lower: 4, upper: 6 }, 3)).toMatch(/^Higher/)
    expect(againstWhole(undefined, 3)).toBe('')
  })
  it('averages three months and never across a gap', () => {
    expect(threeMonthMean([1, 2, 3, null, 5])).toEqual([null, null, 2, null, null])
  })
})
