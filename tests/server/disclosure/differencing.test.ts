import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localAnalyst, type Viewer } from '../../../shared/access/viewer.ts'
import type { SeriesQueryInput } from '../../../shared/series/seriesQuery.ts'
import { countedCrimes } from '../../build/countedCrimes.ts'
import { openTestInstallation, type TestInstallation } from '../../support/installation.ts'
import { observe, smallHidden, workedOut } from '../../support/linearAttack.ts'

const leeds = 'E08000035'
const viewer: Viewer = { name: 'v', role: 'viewer', areas: 'all', feeds: 'all', disclosure: 'protected' }
const metric = 'da.crimes'
const small = { [`${leeds} 2023-05`]: 3, 'E08000033 2023-08': 2 }
const zero = { 'E08000036 2022-06': 0 }

const byArea = (query: Partial<SeriesQueryInput> = {}): SeriesQueryInput => ({
  metric,
  breakdown: ['area'],
  ...query,
})
const attacks: Record<string, readonly SeriesQueryInput[]> = {
  'months against quarters': [byArea(), byArea({ grain: 'quarter' })],
  'months against financial years': [byArea(), byArea({ grain: 'financialYear' })],
  'months against calendar years': [byArea(), byArea({ grain: 'calendarYear' })],
  'districts against the force': [byArea(), { metric }],
  'rolling twelve months': [byArea(), byArea({ transform: 'rolling12' })],
  'rolling three months': [byArea(), byArea({ transform: 'rolling3' })],
  'the year to date': [byArea(), byArea({ transform: 'yearToDate' })],
  'everything at once': [
    byArea(),
    byArea({ grain: 'quarter' }),
    byArea({ grain: 'financialYear' }),
    byArea({ grain: 'calendarYear' }),
    byArea({ transform: 'rolling12' }),
    byArea({ transform: 'rolling3' }),
    byArea({ transform: 'yearToDate' }),
    { metric },
    { metric, grain: 'quarter' },
    { metric, grain: 'financialYear' },
    { metric, transform: 'rolling12' },
  ],
}

describe('a hidden count', () => {
  let held: TestInstallation
  beforeAll(async () => {
    held = await openTestInstallation()
    await held.load('crime', countedCrimes({ ...small, ...zero }))
  })
  afterAll(() => held.close())

  for (const [name, queries] of Object.entries(attacks)) {
    test(`cannot be worked out from ${name}, where hiding small numbers alone gives it away`, async () => {
      const careless = workedOut(smallHidden(await observe(held, queries, localAnalyst)))
      const careful = workedOut(await observe(held, queries, viewer))
      for (const [cell, value] of Object.entries(small)) {
        const key = cell.replace(' ', '  ')
        expect(careless.get(key), 'the attack itself works').toBeCloseTo(value)
        expect(careful.has(key)).toBe(false)
      }
    })
  }

  test('is hidden with few others, and all that is shown is as it is', async () => {
    const truth = await held.ask(byArea(), localAnalyst)
    const shown = await held.ask(byArea(), viewer)
    const points = shown.series.flatMap((line, i) =>
      line.points.map((point, k) => ({ point, exact: truth.series[i]?.points[k] })),
    )
    const hidden = points.filter(({ point }) => point.status === 'suppressed')
    expect(hidden.length).toBeGreaterThanOrEqual(8)
    expect(hidden.length).toBeLessThanOrEqual(8)
    for (const { point, exact } of points)
      if (point.status !== 'suppressed') expect(point.value).toBe(exact?.value)
  })

  test('carries its marker and a reason, and no number', async () => {
    const { series } = await held.ask(byArea({ areas: [leeds], from: '2023-05', to: '2023-05' }), viewer)
    expect(series[0]?.points[0]).toEqual({
      period: '2023-05',
      value: null,
      numerator: null,
      denominator: null,
      status: 'suppressed',
      reason: 'Hidden to protect people: the number is small, or would let a small number be worked out.',
    })
  })

  test('is not given by its rate, its interval or its population', async () => {
    const query = byArea({ basis: 'rate', grain: 'month', areas: [leeds], from: '2023-04', to: '2023-06' })
    const { series } = await held.ask(query, viewer)
    const point = series[0]?.points.find(({ period }) => period === '2023-05')
    expect(point?.status).toBe('suppressed')
    expect(Object.values(point ?? {}).filter((value) => typeof value === 'number')).toEqual([])
    const rates = await observe(held, [byArea({ basis: 'rate' }), byArea({ grain: 'quarter' })], viewer)
    expect(workedOut(rates).has(`${leeds}  2023-05`)).toBe(false)
  })

  test('is not given by what it is compared with', async () => {
    const { series } = await held.ask(
      byArea({ compare: 'previousPeriod', areas: [leeds], from: '2023-06', to: '2023-06' }),
      viewer,
    )
    expect(series[0]?.points[0]?.comparison).toMatchObject({ value: null, change: null })
  })

  test('is not given by the sum so far of an incomplete period', async () => {
    const { series } = await held.ask(byArea({ grain: 'calendarYear', areas: [leeds] }), viewer)
    expect(series[0]?.points.at(-1)).toMatchObject({ period: '2024', status: 'incomplete' })
    expect(series[0]?.points.at(-1)).not.toHaveProperty('soFar')
    const exact = await held.ask(byArea({ grain: 'calendarYear', areas: [leeds] }), localAnalyst)
    expect(exact.series[0]?.points.at(-1)).toHaveProperty('soFar')
  })

  test('is seen by analysts, with the answer marked as unprotected', async () => {
    const query = byArea({ areas: [leeds], from: '2023-05', to: '2023-05' })
    const exact = await held.ask(query, localAnalyst)
    expect(exact.disclosure).toBe('unprotected')
    expect(exact.series[0]?.points[0]?.value).toBe(3)
    expect((await held.ask(query, viewer)).disclosure).toBe('protected')
  })

  test('a count of 0 is shown', async () => {
    const { series } = await held.ask(
      byArea({ areas: ['E08000036'], from: '2022-06', to: '2022-06' }),
      viewer,
    )
    expect(series[0]?.points[0]).toMatchObject({ value: 0, status: 'final' })
  })
})
