import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, daysInMonth, monthNumber } from '../../../shared/periods/month.ts'
import type { Month } from '../../../shared/periods/month.ts'
import { adjustedSeries } from '../../../shared/statistics/adjustedSeries.ts'
import { judgedSeries } from '../../../shared/statistics/judgedSeries.ts'
import type { CountedPoint, JudgedSeries, JudgeOptions } from '../../../shared/statistics/judgedSeries.ts'
import { periodLength } from '../../../shared/statistics/perDay.ts'
import { seasonalIndices } from '../../../shared/statistics/seasonalIndices.ts'

const volume: JudgeOptions = {
  profile: 'NHSRplotthedots',
  direction: 'neutral',
  grain: 'month',
  measure: 'volume',
}

/** So many months from April 2020 of a figure worked out from the month and its place. */
function months(length: number, figure: (month: Month, i: number) => number | null): CountedPoint[] {
  return Array.from({ length }, (_, i) => ({
    x: addMonths('2020-04', i),
    y: figure(addMonths('2020-04', i), i),
  }))
}

const daily = (perDay: number) => (month: Month) => perDay * daysInMonth(month)
const summer = (month: Month) => (monthNumber(month) >= 4 && monthNumber(month) <= 9 ? 1.2 : 0.8)
const ripple = (i: number) => [0, 2, -1, 1, -2, 0, 1][i % 7] ?? 0

function judged(points: readonly CountedPoint[], options: Partial<JudgeOptions> = {}): JudgedSeries {
  const result = judgedSeries(points, { ...volume, ...options })
  if (result.kind === 'refused') throw new Error(result.reason)
  return result
}

describe('the length of a period', () => {
  test('is against the mean of its grain', () => {
    expect(periodLength('2023-02', 'month')).toBeCloseTo(28 / 30.4375, 12)
    expect(periodLength('2023/24 Q1', 'quarter')).toBeCloseTo(91 / 91.3125, 12)
    expect(periodLength('2023/24', 'financialYear')).toBeCloseTo(366 / 365.25, 12)
  })
})

describe('seasonal indices', () => {
  test('are the share of each place in the year', () => {
    const season = seasonalIndices([50, 150, 50, 150, 50, 150], 2)
    expect(season).toMatchObject({ kind: 'multiplicative', kept: 1 })
    expect(season?.indices[0]).toBeCloseTo(0.5, 12)
    expect(season?.indices[1]).toBeCloseTo(1.5, 12)
  })

  test('are found beside a trend', () => {
    const season = seasonalIndices(
      Array.from({ length: 24 }, (_, i) => 100 + 2 * i + (i % 4 === 0 ? -30 : 10) - 110),
      4,
    )
    expect(season?.kind).toBe('additive')
    for (const [i, expected] of [-30, 10, 10, 10].entries())
      expect(season?.indices[i]).toBeCloseTo(expected, 9)
  })

  test('are kept less where chance explains them', () => {
    const noise = Array.from({ length: 48 }, (_, i) => 100 + 13 * Math.sin(i * i))
    const kept = seasonalIndices(noise, 12)?.kept ?? 1
    expect(kept).toBeLessThan(0.5)
    const wave = noise.map((value, i) => value + 60 * Math.sin((Math.PI * i) / 6))
    expect(seasonalIndices(wave, 12)?.kept).toBeGreaterThan(0.9)
  })

  test('are none without two years about each place', () => {
    expect(seasonalIndices([1, 2, 3, 4, 5], 4)).toBeNull()
    expect(seasonalIndices([], 12)).toBeNull()
  })
})

describe('a volume', () => {
  test('that is the same every day fires nothing, however long its months', () => {
    const result = judged(months(24, daily(4)))
    const [first, ...others] = result.points.map((point) => point.adjusted ?? NaN)
    for (const other of others) expect(other).toBeCloseTo(first ?? NaN, 9)
    expect(result.adjustment).toMatchObject({ kind: 'perDay', why: expect.stringContaining('24 are held') })
  })

  test('is shown plain, with lines carried back to the plain figures', () => {
    const points = months(30, (month, i) => daily(4)(month) + ripple(i))
    const result = judged(points)
    const segment = result.chart.segments[0]
    expect(result.points.map((point) => point.y)).toEqual(points.map((point) => point.y))
    for (const { x, lines } of result.points) {
      expect(lines.upl).toBeCloseTo(
        ((segment?.upl ?? NaN) * daysInMonth(x.slice(0, 7) as Month)) / 30.4375,
        9,
      )
    }
    const outside = ({ y, lines }: (typeof result.points)[number]) => (y ?? 0) > (lines.upl ?? NaN)
    expect(result.points.map(outside)).toEqual(
      result.points.map(({ outside: out, side }) => out === true && side === 1),
    )
  })

  test('is judged without its season from 36 final months', () => {
    const seasonal = (month: Month, i: number) => daily(10)(month) * summer(month) + ripple(i)
    expect(judged(months(35, seasonal)).adjustment.kind).toBe('perDay')
    const result = judged(months(48, seasonal))
    expect(result.adjustment).toMatchObject({
      kind: 'perDayAndSeason',
      season: { kind: 'multiplicative' },
      why: expect.stringContaining('as a share of the level'),
    })
    expect(result.points.filter((point) => point.rule !== 'none')).toEqual([])
    expect(judged(months(35, seasonal)).points.some((point) => point.rule !== 'none')).toBe(true)
  })

  test('with a month of none has its season taken as an amount', () => {
    const points = months(48, (month, i) => (i === 20 ? 0 : 300 * summer(month) + ripple(i)))
    expect(judged(points).adjustment).toMatchObject({ kind: 'perDayAndSeason', season: { kind: 'additive' } })
  })

  test('learns nothing from provisional months, and adjusts them', () => {
    const points = months(48, (month, i) => daily(10)(month) * summer(month) + ripple(i))
    const late = [...points, { x: '2024-04', y: 5, excluded: true }]
    const [plain, with5] = [adjustedSeries(points, 'month'), adjustedSeries(late, 'month')]
    expect(with5.points.slice(0, 48)).toEqual(plain.points)
    expect(with5.points[48]).toMatchObject({ plain: 5 })
    expect(with5.points[48]?.y).toBeCloseTo(5 / (with5.points[48]?.scale ?? NaN), 12)
    expect(judged(late).points.at(-1)).toMatchObject({ y: 5, rule: 'none', side: null })
  })

  test('keeps a missing month missing', () => {
    const points = months(40, (month, i) => (i === 7 ? null : daily(10)(month) + ripple(i)))
    expect(judged(points).points[7]).toMatchObject({ y: null, adjusted: null, side: null })
  })
})

describe('a share or a median', () => {
  test('is judged as it is', () => {
    const points = months(40, (month, i) => 30 * summer(month) + ripple(i))
    const result = judged(points, { measure: 'other' })
    expect(result.adjustment.kind).toBe('none')
    expect(result.points.map((point) => point.adjusted)).toEqual(points.map((point) => point.y))
    expect(result.points[3]?.lines.mean).toBe(result.chart.segments[0]?.mean)
  })

  test('may be below 5', () => {
    expect(
      judged(
        months(24, (_, i) => 2 + ripple(i) / 10),
        { measure: 'other' },
      ).kind,
    ).toBe('judged')
  })
})

describe('a chart that would mislead is refused', () => {
  test('for rolling and year-to-date figures', () => {
    for (const transform of ['rolling12', 'yearToDate'] as const) {
      expect(judgedSeries(months(24, daily(9)), { ...volume, transform })).toMatchObject({
        kind: 'refused',
        cause: 'sharedData',
        reason: expect.stringContaining('neighbouring points share data'),
      })
    }
  })

  test('for a mean under 5, with the way out', () => {
    expect(
      judgedSeries(
        months(24, () => 4.9),
        volume,
      ),
    ).toEqual({
      kind: 'refused',
      cause: 'goCoarser',
      reason:
        'A mean of 4.9 a month is under 5, too few for control limits: go coarser, to quarters or years.',
    })
    expect(
      judgedSeries(
        months(24, () => 5),
        volume,
      ).kind,
    ).toBe('judged')
  })

  test('by the events behind a rate, not by the rate', () => {
    const rate = (count: number) =>
      months(24, (_, i) => 1.2 + ripple(i) / 100).map((point) => ({ ...point, count }))
    expect(judgedSeries(rate(60), volume).kind).toBe('judged')
    expect(judgedSeries(rate(3), volume)).toMatchObject({ cause: 'goCoarser' })
    expect(judgedSeries(rate(3), { ...volume, measure: 'other' })).toMatchObject({ cause: 'goCoarser' })
  })

  test('for a baseline the profile does not allow, and for nothing final', () => {
    expect(judgedSeries(months(24, daily(9)), { ...volume, fixAfterNPoints: 6 })).toMatchObject({
      cause: 'baseline',
    })
    const provisional = months(3, daily(9)).map((point) => ({ ...point, excluded: true }))
    expect(judgedSeries(provisional, volume)).toMatchObject({ cause: 'noFigures' })
    expect(judgedSeries([], volume)).toMatchObject({ cause: 'noFigures' })
  })
})

test('no finite figures and nulls make a judged series throw or show a number that is not one', () => {
  const figure = fc.option(fc.oneof(fc.nat(1000), fc.double({ noNaN: true, noDefaultInfinity: true })), {
    freq: 10,
  })
  const options = fc.record({
    profile: fc.constantFrom('NHSRplotthedots' as const, 'Making Data Count' as const),
    measure: fc.constantFrom('volume' as const, 'other' as const),
  })
  fc.assert(
    fc.property(fc.array(figure, { maxLength: 60 }), options, fc.nat(4), (figures, chosen, provisional) => {
      const points = months(figures.length, (_, i) => figures[i] ?? null)
      const marked = points.map((point, i) => ({ ...point, excluded: i >= points.length - provisional }))
      const result = judgedSeries(marked, { ...volume, ...chosen })
      if (result.kind === 'refused') return
      const numbers = result.points.flatMap(({ y, adjusted, lines }) => [
        y,
        adjusted,
        ...Object.values(lines),
      ])
      expect(numbers.filter((number) => number !== null && !Number.isFinite(number))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})
