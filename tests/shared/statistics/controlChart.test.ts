import { describe, expect, test } from 'vitest'
import { controlChart } from '../../../shared/statistics/controlChart.ts'
import { controlProfile } from '../../../shared/statistics/controlProfile.ts'
import { chartOf, monthly, steady } from './controlPoints.ts'

const wide = [-40, 45, -40, 45, -40, 45, -40, 45, -40, 45]
const mdc = { profile: 'Making Data Count' } as const

describe('provisional points', () => {
  test('change no line and no judgement of the points before them', () => {
    const quiet = chartOf(monthly(steady(24)))
    const late = chartOf(monthly([...steady(24), 1, 2, 900], 3))
    expect(late.segments).toEqual(quiet.segments)
    expect(late.points.slice(0, 24)).toEqual(quiet.points)
    expect(late.variationIcon).toBe('common')
  })

  test('are returned for drawing, with nothing fired', () => {
    const chart = chartOf(monthly([...steady(24), 900], 1))
    expect(chart.points.at(-1)).toMatchObject({
      y: 900,
      excluded: true,
      side: null,
      outside: null,
      rule: 'none',
    })
  })

  test('complete no run', () => {
    const values = [...steady(13), 12, 12, 12, 12, 12, 12, 12]
    expect(chartOf(monthly(values)).variationIcon).toBe('improvement_high')
    expect(chartOf(monthly(values, 1)).points.filter((point) => point.rule === 'shift_high')).toEqual([])
  })

  test('are not counted in a fixed baseline', () => {
    const points = monthly([...steady(6), 500, ...steady(12)])
    const marked = points.map((point, i) => ({ ...point, excluded: i === 6 }))
    expect(chartOf(marked, { fixAfterNPoints: 12 }).segments[0]).toMatchObject({ n: 18, nBase: 12, mean: 10 })
  })

  test('leave the icon and assurance with the last segment that holds a judged point', () => {
    const chart = chartOf(monthly([...steady(24), 50], 1), { rebase: ['2022-04'], target: 4 })
    expect(chart.segments).toHaveLength(2)
    expect(chart.segments[1]).toMatchObject({ n: 0, mean: null, lpl: null })
    expect(chart).toMatchObject({ variationIcon: 'common', assurance: 'pass' })
  })
})

describe('the Making Data Count profile', () => {
  test('draws no limits and shows no icon below 13 points', () => {
    const chart = chartOf(monthly([...steady(11), 90]), { ...mdc, target: 4 })
    expect(chart.segments[0]).toMatchObject({
      mean: 16.583333333333332,
      lpl: null,
      nupl: null,
      withheld: true,
    })
    expect(chart.points.every((point) => point.rule === 'none')).toBe(true)
    expect(chart).toMatchObject({ variationIcon: null, assurance: null })
  })

  test('draws limits and shows icons from 13 points', () => {
    const chart = chartOf(monthly(steady(13)), { ...mdc, target: 4 })
    expect(chart.segments[0]?.upl).toBeCloseTo(129 / 13 + 5.32, 10)
    expect(chart).toMatchObject({ variationIcon: 'common', assurance: 'pass' })
  })

  test('counts values, not rows, towards the 13', () => {
    expect(chartOf(monthly([...steady(12), null]), mdc).segments[0]).toMatchObject({ n: 13, withheld: true })
  })

  test('judges each segment by its own points', () => {
    const chart = chartOf(monthly(steady(20)), { ...mdc, rebase: ['2021-06'] })
    expect(chart.segments.map((segment) => segment.withheld)).toEqual([false, true])
    expect(chart.variationIcon).toBeNull()
  })

  test('shows improvement where a point signals both', () => {
    const climbing = [...steady(20), 1, 2, 3, 4, 5, 6, 7]
    const at = (options: object) => chartOf(monthly(climbing), options).points[20]
    expect(at({})).toMatchObject({ rule: 'astronomical_low', type: 'concern' })
    expect(at(mdc)).toMatchObject({ rule: 'trend_up', type: 'improvement' })
  })

  test('shows the peak of a rise and a fall as improvement, the package as a fall', () => {
    const peak = [...wide, 1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1]
    expect(chartOf(monthly(peak)).points[16]?.rule).toBe('trend_down')
    expect(chartOf(monthly(peak), mdc).points[16]?.rule).toBe('trend_up')
    expect(chartOf(monthly(peak), { ...mdc, direction: 'decrease' }).points[16]?.rule).toBe('trend_down')
    expect(chartOf(monthly(peak), { ...mdc, direction: 'neutral' }).points[16]?.rule).toBe('trend_down')
  })

  test('names a tied peak by the trend it belongs to, the package as a fall', () => {
    const tied = [...wide, 1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1]
    expect(chartOf(monthly(tied)).points[16]?.rule).toBe('trend_down')
    expect(chartOf(monthly(tied), mdc).points[16]?.rule).toBe('trend_up')
  })

  test('takes runs of six when asked', () => {
    const values = [...steady(13), 10.9, 11.1, 10.9, 11.1, 10.9, 11.1]
    const six = controlProfile('Making Data Count', 6)
    expect(chartOf(monthly(values), mdc).variationIcon).toBe('common')
    expect(chartOf(monthly(values), { profile: six }).variationIcon).toBe('improvement_high')
    expect(() => controlProfile('NHSRplotthedots', 6)).toThrow('invalid run length')
  })

  test('keeps an extreme moving range in the limits, which the package screens out', () => {
    const spike = monthly([...steady(12), 60, ...steady(12)])
    expect(chartOf(spike).segments[0]?.nMRexcluded).toBe(2)
    expect(chartOf(spike, mdc).segments[0]?.nMRexcluded).toBe(0)
  })

  test('fixes a baseline on 12 to 20 points', () => {
    const asked = (fixAfterNPoints: number) =>
      controlChart(monthly(steady(30)), { ...mdc, direction: 'increase', fixAfterNPoints })
    expect([11, 12, 20, 21].map((points) => asked(points).kind)).toEqual([
      'refused',
      'chart',
      'chart',
      'refused',
    ])
    expect(asked(21)).toMatchObject({ reason: expect.stringContaining('12 to 20 points, not 21') })
  })
})

describe('a series that never varies', () => {
  const flat = (value: number) => monthly(Array.from({ length: 24 }, () => value))

  test('fires nothing, whatever the last digit of its sum', () => {
    for (const value of [0, 0.1, 1 / 3, 100]) {
      for (const profile of ['NHSRplotthedots', 'Making Data Count'] as const) {
        const chart = chartOf(flat(value), { profile })
        expect(chart.points.every((point) => point.side === 0 && point.rule === 'none')).toBe(true)
        expect(chart).toMatchObject({ constant: true, variationIcon: 'common' })
      }
    }
  })

  test('passes a target it meets and fails one it misses under Making Data Count', () => {
    expect(chartOf(flat(100), { ...mdc, target: 100 }).assurance).toBe('pass')
    expect(chartOf(flat(99), { ...mdc, target: 100 }).assurance).toBe('fail')
    expect(chartOf(flat(0), { ...mdc, target: 0, direction: 'decrease' }).assurance).toBe('pass')
    expect(chartOf(flat(0), { ...mdc, target: 0, direction: 'neutral' }).assurance).toBeNull()
  })

  test('is inconsistent under NHSRplotthedots, as the package has it', () => {
    expect(chartOf(flat(100), { target: 100 }).assurance).toBe('inconsistent')
  })
})

describe('segments', () => {
  test('start at an agreed step and share no moving range', () => {
    const chart = chartOf(monthly([...steady(12), ...steady(12).map((y) => y + 50)]), { rebase: ['2021-04'] })
    expect(chart.segments.map(({ start, mean, meanMR }) => [start, mean, meanMR])).toEqual([
      ['2020-04', 10, 2],
      ['2021-04', 60, 2],
    ])
    expect(chart.points.every((point) => point.rule === 'none')).toBe(true)
  })

  test('are put in order of time before anything is judged', () => {
    const points = monthly(steady(24))
    expect(chartOf(points.toReversed())).toEqual(chartOf(points))
  })
})

test('nothing to judge gives a chart without lines or icons', () => {
  expect(chartOf([])).toMatchObject({ segments: [], points: [], variationIcon: null, assurance: null })
  const empty = chartOf(monthly([null, null]), { target: 3 })
  expect(empty).toMatchObject({ variationIcon: null, assurance: null })
  expect(empty.segments[0]).toMatchObject({ mean: null, meanMR0: null, lpl: null, nBase: 0 })
})
