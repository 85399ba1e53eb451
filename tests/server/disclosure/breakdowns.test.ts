import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localAnalyst, type Viewer } from '../../../shared/access/viewer.ts'
import type { SeriesQueryInput } from '../../../shared/series/seriesQuery.ts'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'
import { crimeRecord } from '../../build/feedRow.ts'
import { countedCrimes, twoYears } from '../../build/countedCrimes.ts'
import { openTestInstallation, type TestInstallation } from '../../support/installation.ts'
import { observe, smallHidden, workedOut } from '../../support/linearAttack.ts'

const leeds = 'E08000035'
const metric = 'da.crimes'
const viewer: Viewer = { name: 'v', role: 'viewer', areas: 'all', feeds: 'all', disclosure: 'protected' }
const scrutiny: Viewer = { ...viewer, role: 'scrutiny' }

describe('a breakdown', () => {
  let held: TestInstallation
  beforeAll(async () => {
    held = await openTestInstallation()
    await held.load('crime', [
      ...countedCrimes({}, () => ({ victim_sex: 'female', victim_age: 30 })),
      ...countedCrimes({ [`${leeds} 2023-05`]: 3 }, () => ({ victim_sex: 'male', victim_age: 45 })),
    ])
  })
  afterAll(() => held.close())

  test('does not give a small line away beside its total, nor by longer periods', async () => {
    const queries: SeriesQueryInput[] = [
      { metric, breakdown: ['area'] },
      { metric, breakdown: ['area', 'victim_sex'] },
      { metric, breakdown: ['victim_sex'] },
      { metric, breakdown: ['area', 'victim_sex'], grain: 'quarter' },
      { metric, breakdown: ['area', 'victim_sex'], grain: 'financialYear' },
      { metric, breakdown: ['area', 'victim_sex'], transform: 'rolling12' },
    ]
    const careless = workedOut(smallHidden(await observe(held, queries, localAnalyst)))
    const careful = workedOut(await observe(held, queries, viewer))
    expect(careless.get(`${leeds} male 2023-05`)).toBeCloseTo(3)
    expect(careful.has(`${leeds} male 2023-05`)).toBe(false)
    // Three against each other in two districts, two months and two lines.
    const shown = await held.ask({ metric, breakdown: ['area', 'victim_sex'] }, viewer)
    const hidden = shown.series.flatMap(({ points }) =>
      points.filter(({ status }) => status === 'suppressed'),
    )
    expect(hidden).toHaveLength(8)
  })

  test('filtered to one line shows what the line of the breakdown shows', async () => {
    const lines = await held.ask({ metric, breakdown: ['area', 'victim_sex'] }, viewer)
    for (const sex of ['female', 'male']) {
      const filtered = await held.ask({ metric, breakdown: ['area'], filters: { victim_sex: [sex] } }, viewer)
      for (const { key, points } of filtered.series) {
        const line = lines.series.find(
          (each) => each.key['area'] === key['area'] && each.key['victim_sex'] === sex,
        )
        expect(points).toEqual(line?.points)
      }
    }
  })

  test('filtered to several lines hides their sum where it hides one of them', async () => {
    const query = {
      metric,
      areas: [leeds],
      filters: { victim_sex: ['female', 'male'] },
      from: '2023-05',
      to: '2023-05',
    }
    const { series } = await held.ask(query, viewer)
    expect(series[0]?.points[0]).toMatchObject({ value: null, status: 'suppressed' })
  })

  test('hides every line of a total that is hidden', async () => {
    const own = await openTestInstallation()
    try {
      // Beside Leeds in May, Bradford is the cheapest to hide of the totals, and Wakefield of the lines.
      const quarter = (counts: readonly [number, number, number, number]) =>
        Object.fromEntries(
          westYorkshire.areas.flatMap(({ code }) =>
            ['2023-04', '2023-05', '2023-06'].map((month) => {
              const [may, ofLeeds, bradford, wakefield] = counts
              if (month === '2023-06') return [`${code} ${month}`, 900]
              if (code === leeds) return [`${code} ${month}`, month === '2023-05' ? may : ofLeeds]
              if (code === 'E08000032') return [`${code} ${month}`, bradford]
              return [`${code} ${month}`, code === 'E08000036' ? wakefield : 400]
            }),
          ),
        )
      await own.load('crime', [
        ...countedCrimes(quarter([2, 50, 35, 79]), () => ({ victim_sex: 'female', victim_age: 30 })),
        ...countedCrimes(quarter([1, 50, 35, 5]), () => ({ victim_sex: 'male', victim_age: 45 })),
      ])
      const totals = (await own.ask({ metric, breakdown: ['area'] }, viewer)).series
      const lines = (await own.ask({ metric, breakdown: ['area', 'victim_sex'] }, viewer)).series
      const hidden = totals.flatMap(({ key, points }) =>
        points.flatMap(({ period, status }) =>
          status === 'suppressed' ? [{ area: key['area'], period }] : [],
        ),
      )
      expect(hidden.map(({ area, period }) => `${area} ${period}`)).toContain('E08000032 2023-05')
      for (const { area, period } of hidden)
        for (const line of lines.filter(({ key }) => key['area'] === area))
          expect(line.points.find((point) => point.period === period)?.status, `${area} ${period}`).toBe(
            'suppressed',
          )
    } finally {
      await own.close()
    }
  })

  test('filtered to several lines hides their sum whichever of them is named first', async () => {
    const own = await openTestInstallation()
    try {
      const small = { [`${leeds} 2023-05`]: 3 }
      await own.load('crime', [
        ...countedCrimes({}, () => ({ victim_age: 20 })),
        ...countedCrimes({}, () => ({ victim_age: 30 })),
        ...countedCrimes(small, () => ({ victim_age: 40 })),
      ])
      const by = { metric, areas: [leeds], breakdown: ['victim_age_band'], from: '2023-05', to: '2023-05' }
      const { series } = await own.ask(by, viewer)
      const state = new Map(
        series.map(({ key, points }) => [key['victim_age_band'] ?? '', points[0]?.status]),
      )
      const shown = [...state].flatMap(([band, status]) => (status === 'suppressed' ? [] : [band]))
      const hidden = [...state].flatMap(([band, status]) => (status === 'suppressed' ? [band] : []))
      expect([shown.length, hidden.length]).toEqual([1, 2])
      for (const bands of [
        ...hidden.map((band) => [...shown, band]),
        ...hidden.map((band) => [band, ...shown]),
      ]) {
        const query = { ...by, breakdown: [], filters: { victim_age_band: bands } }
        expect((await own.ask(query, viewer)).series[0]?.points[0]).toMatchObject({
          value: null,
          status: 'suppressed',
        })
      }
    } finally {
      await own.close()
    }
  })

  const refused: Record<string, SeriesQueryInput> = {
    'two dimensions at once': { metric, breakdown: ['victim_sex', 'victim_age_band'] },
    'one dimension filtered by another': {
      metric,
      breakdown: ['victim_sex'],
      filters: { victim_age_band: ['25-34'] },
    },
    'filters on two dimensions': { metric, filters: { victim_sex: ['male'], victim_age_band: ['45-54'] } },
    'a dimension that is not published': { metric, breakdown: ['outcome_type'] },
    'a filter that is not published': { metric, filters: { offence_code: ['8N'] } },
    'a share by a dimension': { metric: 'da.charged', breakdown: ['victim_sex'] },
  }
  for (const [name, query] of Object.entries(refused)) {
    test(`${name} needs analyst access`, async () => {
      for (const reader of [viewer, scrutiny]) {
        await expect(held.ask(query, reader)).rejects.toMatchObject({
          kind: 'needsAccess',
          message: expect.stringContaining('analyst access') as string,
        })
      }
      expect((await held.ask(query, localAnalyst)).disclosure).toBe('unprotected')
    })
  }
})

describe('linked measures', () => {
  let held: TestInstallation
  beforeAll(async () => {
    held = await openTestInstallation()
    const incidents = { kind: 'incident', offence_code: '' }
    await held.load('crime', [
      ...countedCrimes(),
      ...countedCrimes({ [`${leeds} 2023-05`]: 3 }, () => incidents),
      ...twoYears.flatMap((month) =>
        ['1', '16', '18'].map((outcome, i) =>
          crimeRecord({
            recorded_date: `${month}-02`,
            outcome_date: `${month}-20`,
            outcome_type: outcome,
            count: month === '2023-05' && outcome === '1' ? 2 : 20 + i * 9,
          }),
        ),
      ),
    ])
  })
  afterAll(() => held.close())

  test('do not give a small count away as the difference of two others', async () => {
    const read = async (id: string, reader: Viewer) =>
      (await held.ask({ metric: id, areas: [leeds], from: '2023-05', to: '2023-05' }, reader)).series[0]
        ?.points[0]
    const [demand, crimes, incidents] = await Promise.all(
      ['da.demand', 'da.crimes', 'da.incidents'].map((id) => read(id, localAnalyst)),
    )
    expect((demand?.value ?? 0) - (crimes?.value ?? 0)).toBe(3)
    expect(incidents?.value).toBe(3)
    expect((await read('da.incidents', viewer))?.status).toBe('suppressed')
    const shown = await Promise.all([read('da.demand', viewer), read('da.crimes', viewer)])
    expect(shown.map((point) => point?.status)).toContain('suppressed')
  })

  test('by kind show what the measures of each kind show', async () => {
    const { series } = await held.ask({ metric: 'da.demand', areas: [leeds], breakdown: ['kind'] }, viewer)
    const incidents = series.find(({ key }) => key['kind'] === 'incident')
    expect(incidents?.points.find(({ period }) => period === '2023-05')?.status).toBe('suppressed')
    const own = await held.ask({ metric: 'da.incidents', areas: [leeds] }, viewer)
    expect(incidents?.points.map(({ status }) => status)).toEqual(
      own.series[0]?.points.map(({ status }) => status),
    )
  })

  test('a share is hidden with all its parts where one of them is small, and not alone', async () => {
    const { series } = await held.ask({ metric: 'da.charged' }, viewer)
    const hidden = (series[0]?.points ?? []).filter(({ status }) => status === 'suppressed')
    expect(hidden.map(({ period }) => period)).toContain('2023-05')
    expect(hidden.length).toBeGreaterThan(1)
    for (const point of hidden)
      expect([point.value, point.numerator, point.denominator, point.lower, point.upper]).toEqual([
        null,
        null,
        null,
        undefined,
        undefined,
      ])
    // The charge is hidden in two months of the quarter, so that the quarter's own gives neither away.
    const quarter = await held.ask({ metric: 'da.charged', grain: 'quarter' }, viewer)
    expect(quarter.series[0]?.points.find(({ period }) => period === '2023/24 Q1')?.numerator).toBe(42)
    expect(hidden.filter(({ period }) => ['2023-04', '2023-05', '2023-06'].includes(period))).toHaveLength(2)
  })
})
