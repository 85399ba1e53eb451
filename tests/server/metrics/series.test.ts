import { afterEach, beforeEach, expect, test } from 'vitest'
import { localAnalyst } from '../../../shared/access/viewer.ts'
import { crimeRecord, nrmReferral, partnerReturn, times } from '../../build/feedRow.ts'
import {
  describeOnBothEngines,
  openTestInstallation,
  valuesOf,
  type TestInstallation,
} from '../../support/installation.ts'

const leeds = 'E08000035'
const bradford = 'E08000032'
const whole = 'E23000010'

function crimes(month: string, count: number, overrides = {}) {
  return times(count, () => crimeRecord({ recorded_date: `${month}-10`, ...overrides }))
}

describeOnBothEngines('series', (engine) => {
  let held: TestInstallation
  beforeEach(async () => {
    held = await openTestInstallation(engine)
  })
  afterEach(() => held?.close())

  test('a month supplied without cases is 0, a month nobody supplied is missing', async () => {
    await held.load('crime', [...crimes('2024-04', 6), ...crimes('2024-05', 6, { domestic_abuse: 'no' })])
    await held.load('crime', crimes('2024-07', 6))
    const { series } = await held.ask({ metric: 'da.crimes' })
    expect(series[0]?.points.map(({ period, value, status }) => [period, value, status])).toEqual([
      ['2024-04', 6, 'final'],
      ['2024-05', 0, 'final'],
      ['2024-06', null, 'missing'],
      ['2024-07', 6, 'final'],
    ])
  })

  test('a count carries itself as numerator, a share both its parts', async () => {
    await held.load('crime', [
      ...crimes('2024-04', 3, { outcome_type: '1', outcome_date: '2024-05-02' }),
      ...crimes('2024-05', 9, { outcome_type: '16', outcome_date: '2024-05-20' }),
    ])
    const count = (await held.ask({ metric: 'da.crimes', from: '2024-05', to: '2024-05' })).series[0]
      ?.points[0]
    expect(count).toMatchObject({ value: 9, numerator: 9, denominator: null })
    const share = (await held.ask({ metric: 'da.charged', from: '2024-05', to: '2024-05' })).series[0]
      ?.points[0]
    expect(share).toMatchObject({ value: 25, numerator: 3, denominator: 12 })
  })

  test('parts by area add up to the whole, records that are not placed among them', async () => {
    await held.load('crime', [
      ...crimes('2024-05', 4),
      ...crimes('2024-05', 3, { area: bradford }),
      ...crimes('2024-05', 2, { area: 'not recorded' }),
      ...crimes('2024-05', 1, { area: 'force-wide' }),
    ])
    const { series } = await held.ask({ metric: 'da.crimes', breakdown: ['area'] })
    const parts = Object.fromEntries(series.map(({ key, points }) => [key['area'], points[0]?.value]))
    expect(parts).toEqual({
      E08000032: 3,
      E08000033: 0,
      E08000034: 0,
      E08000035: 4,
      E08000036: 0,
      'force-wide': 1,
      'not-placed': 2,
    })
    expect(await held.values({ metric: 'da.crimes' })).toEqual({ '2024-05': 10 })
  })

  test('unknown values of a breakdown are a line of their own', async () => {
    await held.load('crime', [
      ...crimes('2024-05', 4, { victim_sex: 'female', victim_age: 17 }),
      ...crimes('2024-05', 2, { victim_sex: 'male', victim_age: 70 }),
      ...crimes('2024-05', 3),
    ])
    const { series } = await held.ask({ metric: 'da.crimes', breakdown: ['victim_sex'] })
    expect(series.map(({ labels, points }) => [labels['victim_sex'], points[0]?.value])).toEqual([
      ['Female', 4],
      ['Male', 2],
      ['Not known', 3],
    ])
    const bands = await held.ask({
      metric: 'da.crimes',
      breakdown: ['victim_age_band', 'victim_sex'],
      filters: { victim_sex: ['female', 'male'] },
    })
    expect(
      bands.series.map(({ key, points }) => [key['victim_age_band'], key['victim_sex'], points[0]?.value]),
    ).toEqual([
      ['16-17', 'female', 4],
      ['65+', 'male', 2],
    ])
  })

  test('quarters and years need every month, and say what there is so far', async () => {
    await held.load('crime', [
      ...crimes('2024-04', 5),
      ...crimes('2024-05', 6),
      ...crimes('2024-06', 7),
      ...crimes('2024-07', 8),
    ])
    const quarters = await held.ask({ metric: 'da.crimes', grain: 'quarter' })
    expect(quarters.series[0]?.points).toMatchObject([
      { period: '2024/25 Q1', value: 18, status: 'final', monthsPresent: 3 },
      {
        period: '2024/25 Q2',
        value: null,
        status: 'incomplete',
        soFar: 8,
        monthsPresent: 1,
        monthsExpected: 3,
      },
    ])
    expect(await held.values({ metric: 'da.crimes', grain: 'financialYear' })).toEqual({ '2024/25': null })
    expect(await held.values({ metric: 'da.crimes', transform: 'yearToDate' })).toEqual({
      '2024-04': 5,
      '2024-05': 11,
      '2024-06': 18,
      '2024-07': 26,
    })
  })

  test('a rolling year needs twelve months', async () => {
    const months = [
      '2024-01',
      '2024-02',
      '2024-03',
      '2024-04',
      '2024-05',
      '2024-06',
      '2024-07',
      '2024-08',
      '2024-09',
      '2024-10',
      '2024-11',
      '2024-12',
      '2025-01',
    ]
    await held.load(
      'crime',
      months.flatMap((month, i) => crimes(month, i + 3)),
    )
    const values = await held.values({ metric: 'da.crimes', transform: 'rolling12', from: '2024-11' })
    expect(values).toEqual({ '2024-11': null, '2024-12': 102, '2025-01': 114 })
  })

  test('a rate divides by the mid-year population of the month’s year, and says when it had to carry one on', async () => {
    await held.load('crime', [...crimes('2022-05', 20), ...crimes('2022-05', 10, { area: bradford })])
    const { series, notes } = await held.ask({
      metric: 'da.crimes',
      areas: [whole, leeds],
      basis: 'rate',
      from: '2022-05',
      to: '2022-05',
    })
    const [force, city] = series.map(({ points }) => points[0])
    expect(city?.value).toBeCloseTo((20 / 820_802) * 1000, 10)
    expect(city?.denominator).toBe(westYorkshireMid2022[leeds])
    expect(force?.denominator).toBe(
      Object.values(westYorkshireMid2022).reduce((sum, persons) => sum + persons, 0),
    )
    expect(notes.join(' ')).toContain('mid-year population estimates')
    await held.load('crime', crimes('2025-05', 20))
    const later = await held.ask({ metric: 'da.crimes', basis: 'rate', from: '2025-05', to: '2025-05' })
    expect(later.notes.join(' ')).toContain('later years take the mid-2023 estimate')
  })

  test('comparisons are made with the same period last year, the period before and the partnership', async () => {
    await held.load('crime', [
      ...crimes('2024-04', 10),
      ...crimes('2024-05', 20),
      ...crimes('2025-05', 30),
      ...crimes('2025-05', 5, { area: bradford }),
    ])
    const one = async (compare: Parameters<typeof held.ask>[0]['compare'], areas: string[] = []) =>
      (await held.ask({ metric: 'da.crimes', from: '2025-05', to: '2025-05', compare, areas })).series[0]
        ?.points[0]?.comparison
    expect(await one('samePeriodLastYear')).toMatchObject({ value: 20, change: 15, changePercent: 75 })
    expect(await one('previousPeriod')).toMatchObject({ value: null, change: null, changePercent: null })
    expect(await one('partnership', [leeds])).toMatchObject({ value: 7, change: 23 })
    expect(await one({ area: bradford }, [leeds])).toMatchObject({ value: 5, change: 25, changePercent: 500 })
    expect(await one({ baseline: { from: '2024-04', to: '2024-05' } })).toMatchObject({
      value: 15,
      change: 20,
    })
  })

  test('recent months are provisional until the lag of the metric has passed', async () => {
    await held.load('crime', [...crimes('2025-10', 6), ...crimes('2025-11', 6)], { asAt: '2025-12-15' })
    const { series } = await held.ask({ metric: 'da.crimes' })
    expect(series[0]?.points.map(({ status }) => status)).toEqual(['final', 'provisional'])
  })

  test('a repeat victim had another domestic abuse crime in the twelve months before', async () => {
    const victim = (ref: string, day: string) => crimeRecord({ victim_ref: ref, recorded_date: day })
    await held.load(
      'crime',
      [
        victim('A', '2024-01-10'),
        victim('B', '2024-02-10'),
        victim('A', '2025-01-05'),
        victim('A', '2025-01-05'),
        victim('C', '2025-01-06'),
        victim('B', '2025-02-20'),
        victim('C', '2025-02-21'),
        crimeRecord({ recorded_date: '2025-02-22' }),
      ],
      { period: { from: '2024-01', to: '2025-02' } },
    )
    const { series, notes } = await held.ask({ metric: 'da.repeatVictims' })
    const points = series[0]?.points ?? []
    expect(points.slice(0, 12).every(({ status }) => status === 'notApplicable')).toBe(true)
    expect(points.slice(12)).toMatchObject([
      { period: '2025-01', numerator: 1, denominator: 2, value: 50 },
      { period: '2025-02', numerator: 1, denominator: 2, value: 50 },
    ])
    expect(notes.join(' ')).toContain('1 records are left out')
    // How many is a count of people like any other.
    for (const limits of [{ disclosure: 'protected' }, { areas: ['E23000010'] }] as const) {
      const careful = await held.ask({ metric: 'da.repeatVictims' }, { ...localAnalyst, ...limits })
      expect(careful.notes.join(' ')).toContain('Some records are left out')
    }
  })

  test('a look-back that the files cannot feed is not available, not waiting for a year', async () => {
    const street =
      'Crime ID,Month,Falls within,LSOA code,LSOA name,Crime type\n,2018-05,West Yorkshire Police,E01011264,Leeds 001A,Burglary\n'
    await held.loadText(street, { feed: 'crime', profile: 'police-uk' })
    const { series } = await held.ask({ metric: 'da.repeatVictims' })
    expect(series[0]?.points[0]).toMatchObject({ status: 'notAvailable', value: null })
  })

  test('medians are worked out for the period asked for', async () => {
    const rape = (from: string, recorded: string) =>
      crimeRecord({
        offence_code: '19C',
        domestic_abuse: 'no',
        committed_from: from,
        recorded_date: recorded,
      })
    await held.load('crime', [
      rape('2024-04-01', '2024-04-03'),
      rape('2024-04-01', '2024-04-11'),
      rape('2024-03-01', '2024-05-01'),
      rape('2024-05-01', '2024-05-02'),
    ])
    expect(await held.values({ metric: 'sa.daysToReport' })).toEqual({ '2024-04': 6, '2024-05': 31 })
    expect(
      await held.values({ metric: 'sa.daysToReport', grain: 'calendarYear', from: '2024-01', to: '2024-12' }),
    ).toEqual({ '2024': null })
    expect(await held.values({ metric: 'sa.daysToReport', transform: 'yearToDate' })).toEqual({
      '2024-04': 6,
      '2024-05': 6,
    })
  })

  test('a figure that the files do not hold is not available, never 0', async () => {
    await held.load(
      'crime',
      times(8, () => crimeRecord({ domestic_abuse: 'no' })).map(({ domestic_abuse: _, ...row }) => ({
        ...row,
        domestic_abuse: '',
      })),
    )
    const { series } = await held.ask({ metric: 'da.demand' })
    expect(series[0]?.points[0]).toMatchObject({ status: 'notAvailable', value: null })
  })

  test('a quarter sent as one figure shows by quarter and not by month', async () => {
    await held.load(
      'nrm',
      [
        nrmReferral({ referral_date: '2024-Q2', count: 49 }),
        nrmReferral({ referral_date: '2024-Q3', count: 44 }),
      ],
      {
        agency: 'home-office',
      },
    )
    const quarters = await held.ask({ metric: 'nrm.referrals', grain: 'quarter' })
    expect(quarters.series[0]?.points).toMatchObject([
      { period: '2024/25 Q1', value: 49, status: 'final' },
      { period: '2024/25 Q2', value: 44, status: 'final' },
    ])
    const months = await held.ask({ metric: 'nrm.referrals' })
    expect(months.series[0]?.points[0]).toMatchObject({
      status: 'notApplicable',
      value: null,
      reason: 'Supplied quarterly: choose quarters to see it.',
    })
  })

  test('a missing return makes the total incomplete and names who is missing', async () => {
    await held.load('returns', [
      partnerReturn({ value: 40 }),
      partnerReturn({ agency: 'City of Bradford Metropolitan District Council', area: bradford, value: 30 }),
      partnerReturn({ value: 41, period: '2024-06' }),
    ])
    const { series } = await held.ask({ metric: 'returns.maracCases' })
    expect(series[0]?.points).toMatchObject([
      { period: '2024-05', value: 70, status: 'final' },
      { period: '2024-06', value: null, status: 'incomplete', soFar: 41 },
    ])
    expect(series[0]?.points[1]?.reason).toContain('Bradford')
  })

  test('a set of values counts a record under each and says so', async () => {
    await held.load(
      'nrm',
      [
        ...times(5, () => nrmReferral({ exploitation: 'labour|criminal' })),
        ...times(3, () => nrmReferral({ exploitation: 'criminal' })),
      ],
      {
        agency: 'home-office',
      },
    )
    const { series, notes } = await held.ask({ metric: 'nrm.referrals', breakdown: ['exploitation'] })
    expect(series.map(({ key, points }) => [key['exploitation'], points[0]?.value])).toEqual([
      ['labour', 5],
      ['criminal', 8],
    ])
    expect(notes.join(' ')).toContain('add up to more than the whole')
  })

  test('a protected viewer never receives a small count, and is told why', async () => {
    await held.load('crime', [...crimes('2024-05', 12), ...crimes('2024-05', 3, { area: bradford })])
    const viewer = { name: 'v', role: 'viewer', areas: 'all', feeds: 'all', disclosure: 'protected' } as const
    const result = await held.ask({ metric: 'da.crimes', breakdown: ['area'] }, viewer)
    const small = result.series.find(({ key }) => key['area'] === bradford)?.points[0]
    expect(small).toMatchObject({ value: null, numerator: null, status: 'suppressed' })
    // Beside the whole, the one other district's count would be the small one's.
    expect(await held.values({ metric: 'da.crimes' }, viewer)).toEqual({ '2024-05': 15 })
    expect(valuesOf(result.series.find(({ key }) => key['area'] === leeds))).toEqual({ '2024-05': null })
  })

  test('a query that cannot be answered is a sentence', async () => {
    await expect(held.ask({ metric: 'da.nothing' })).rejects.toThrow(
      'There is no metric called “da.nothing”.',
    )
    await expect(held.ask({ metric: 'da.crimes', areas: ['E99'] })).rejects.toThrow(
      /no area with the code “E99”/,
    )
    await expect(held.ask({ metric: 'da.crimes', breakdown: ['crime_ref'] })).rejects.toThrow(
      /cannot be broken down/,
    )
    await expect(held.ask({ metric: 'da.crimes', from: '2024-06', to: '2024-05' })).rejects.toThrow(
      /ends \(2024-05\) before it begins/,
    )
    await expect(held.ask({ metric: 'da.crimes', from: '1024-06', to: '2024-05' })).rejects.toThrow(
      /longer than a hundred years/,
    )
    await expect(held.ask({ metric: 'da.charged', basis: 'rate' })).rejects.toThrow(/no rate per resident/)
  })
})

/** Mid-2022 estimates, ONS release of July 2024. */
const westYorkshireMid2022: Record<string, number> = {
  E08000032: 553_044,
  E08000033: 207_660,
  E08000034: 437_794,
  E08000035: 820_802,
  E08000036: 357_698,
}
