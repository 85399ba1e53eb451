import { describe, expect, it } from 'vitest'
import { controlModel, pointSentence } from '../../client/charts/controlChart/controlModel.ts'
import { flagRows } from '../../client/charts/controlChart/flagRows.ts'
import { restatedMarks } from '../../client/charts/controlChart/restatedMarks.ts'
import type { CalendarEvent } from '../../shared/series/metricPage.ts'
import { metricPage, restatement } from './metricPageBuilder.ts'

const event = (month: string, title: string): CalendarEvent => ({
  month,
  title,
  kind: 'law',
  detail: '',
  certain: true,
})

describe('controlModel', () => {
  it('starts the axis at zero and reaches over the upper limit', () => {
    const { yTicks } = controlModel(metricPage([90, 110, 95]))
    expect(yTicks[0]).toBe(0)
    expect(yTicks.at(-1)).toBeGreaterThanOrEqual(150)
  })

  it('leaves a gap where a month is missing and says so, but not where a figure is hidden', () => {
    const model = controlModel(
      metricPage([90, null, null, 95, { value: null, status: 'suppressed' }, 97, { value: 0 }]),
    )
    expect(model.gaps).toEqual([{ from: 1, to: 2, label: 'no data' }])
    expect(model.suppressed).toEqual([4])
    expect(model.points.map(({ value }) => value)).toEqual([90, null, null, 95, null, 97, 0])
  })

  it('never draws a provisional point as a signal', () => {
    const page = metricPage([90, { value: 200, status: 'provisional' }], { types: { '2024-02': 'neutral' } })
    const model = controlModel(page)
    expect(model.points[1]?.type).toBe('common')
    expect(model.provisional).toEqual({ from: 1, to: 1, label: 'Feb provisional' })
  })

  it('carries the band of the last segment on under provisional months', () => {
    const [run] = controlModel(metricPage([90, 110, { value: 99, status: 'provisional' }])).limits
    expect(run?.steps.map(({ upper }) => upper)).toEqual([150, 150, 150])
  })

  it('draws no limits where the chart was refused', () => {
    const page = metricPage([1, 2, 3])
    expect(controlModel({ ...page, chart: { ...page.chart, refused: 'Too few.' } }).limits).toEqual([])
  })

  it('restarts the limits at a step with its reason', () => {
    const page = metricPage([60, 60, 120, 120])
    const segment = { mean: 60, lower: 40, upper: 80, short: false }
    const chart = {
      ...page.chart,
      points: page.chart.points.map((point) => ({ ...point, mean: null, lower: null, upper: null })),
      segments: [
        { ...segment, start: '2024-01', end: '2024-02', reason: null },
        { ...segment, mean: 120, start: '2024-03', end: '2024-04', reason: 'Rule changed' },
      ],
    }
    const { limits } = controlModel({ ...page, chart })
    expect(limits.map(({ from, to, mean, reason }) => ({ from, to, mean, reason }))).toEqual([
      { from: 0, to: 1, mean: 60, reason: null },
      { from: 2, to: 3, mean: 120, reason: 'Rule changed' },
    ])
  })

  it('spans the signal that reaches the newest final point', () => {
    const page = metricPage([100, 140, 145, 148, { value: 90, status: 'provisional' }], {
      types: { '2024-02': 'neutral', '2024-03': 'neutral', '2024-04': 'neutral' },
    })
    const chart = {
      ...page.chart,
      variation: { kind: 'neutral', direction: 'high', detail: '3 months above average' } as const,
    }
    expect(controlModel({ ...page, chart }).run).toMatchObject({
      from: 1,
      to: 3,
      words: '3 months above average',
    })
  })

  it('keeps the letters of events when fewer months are drawn', () => {
    const page = metricPage([1, 2, 3, 4, 5, 6], {
      page: { calendar: [event('2024-05', 'Second'), event('2024-02', 'First'), event('2030-01', 'Beyond')] },
    })
    expect(controlModel(page).events.map(({ letter, x }) => [letter, x])).toEqual([
      ['A', 1],
      ['B', 4],
    ])
    expect(controlModel(page, { newest: 3 }).events.map(({ letter, x }) => [letter, x])).toEqual([['B', 1]])
  })

  it('opens the forecast from the last final point and places its months', () => {
    const forecast = {
      method: 'test',
      points: ['2024-03', '2024-04'].map((period) => ({
        period,
        mean: 100,
        lower80: 90,
        upper80: 110,
        lower95: 80,
        upper95: 120,
      })),
    }
    const model = controlModel(
      metricPage([95, 97, { value: 60, status: 'provisional' }], { page: { forecast } }),
    )
    expect(model.forecast.map(({ x, mean }) => [x, mean])).toEqual([
      [1, 97],
      [2, 100],
      [3, 100],
    ])
    expect(model.xEnd).toBe(3)
  })

  it('draws a comparison only when it is another series', () => {
    const comparison = { label: 'Leeds', value: 300, change: null, changePercent: null }
    const given = [{ value: 100, comparison }]
    expect(
      controlModel(metricPage(given, { query: { compare: 'samePeriodLastYear' } })).comparedLine,
    ).toBeNull()
    const other = controlModel(metricPage(given, { query: { compare: { area: 'E08000035' } } }))
    expect(other.comparedLine).toEqual({ label: 'Leeds', value: 300 })
    expect(other.yTicks.at(-1)).toBeGreaterThanOrEqual(300)
  })
})

describe('pointSentence', () => {
  it('reads a point with its state, range, comparison and correction', () => {
    const comparison = { label: 'Feb 2023', value: 80, change: 20, changePercent: 25 }
    const page = metricPage([90, { value: 100, comparison }], {
      page: { restatements: [restatement({ period: '2024-02', was: 70, now: 100 })] },
    })
    const model = controlModel(page)
    expect(pointSentence(model.points[1]!, 'crimes', model.measured)).toBe(
      'Feb 2024: 100 crimes; usual range 50 to 150; Feb 2023: 80; was 70 before correction.',
    )
  })

  it('says why a month has no figure instead of reading 0', () => {
    const model = controlModel(metricPage([{ value: null, status: 'missing', reason: 'Nothing received.' }]))
    expect(pointSentence(model.points[0]!, 'crimes', model.measured)).toBe(
      'Jan 2024: no figure. Nothing received.',
    )
  })
})

describe('restatedMarks', () => {
  it('marks what moved visibly and labels the furthest alone', () => {
    const page = metricPage([100, 100, 100], {
      page: {
        restatements: [
          restatement({ period: '2024-01', was: 99, now: 100 }),
          restatement({ period: '2024-02', was: 40, now: 100 }),
          restatement({ period: '2024-03', was: 90, now: 100 }),
        ],
      },
    })
    const marks = restatedMarks(controlModel(page).points, (value) => -value)
    expect(marks.map(({ was, labelled }) => [was, labelled])).toEqual([
      [40, true],
      [90, false],
    ])
  })
})

describe('flagRows', () => {
  it('puts marks that would cover each other in further rows', () => {
    expect(flagRows([0, 10, 15, 40], 19)).toEqual([0, 1, 2, 0])
  })
})
