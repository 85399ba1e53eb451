import { codesOfGroups } from '../shared/feeds/offenceCodes.ts'
import { against } from './countSeries.ts'
import type { Measurement } from './measurement.ts'
import { isCrimeSql, offenceSql, timeCases, type SeriesCase, type SeriesTimes } from './seriesCase.ts'

const current = 'from crime where withdrawn_in is null'
const sexual = `${isCrimeSql} and ${offenceSql(codesOfGroups('rape', 'other-sexual'), 'rape', 'other-sexual')}`
const young = `${isCrimeSql} and domestic_abuse and victim_age between 16 and 17`

/** Distinct counts, medians and people seen before, which cannot be added up from months. */
const windowedCases: readonly SeriesCase[] = [
  {
    name: 'different victims of 16 or 17',
    query: { metric: 'da.victims16to17' },
    sql: `select month, count(distinct victim_ref) as n ${current} and ${young} group by month`,
  },
  {
    name: 'different victims of 16 or 17 by district, by year',
    query: {
      metric: 'da.victims16to17',
      breakdown: ['area'],
      grain: 'calendarYear',
      from: '2017-01',
      to: '2025-12',
    },
    sql: `select month // 12, area, count(distinct victim_ref) as n ${current} and ${young}
      and month between 2017 * 12 and 2025 * 12 + 11 group by 1, 2`,
  },
  {
    name: 'days to report, median',
    query: { metric: 'sa.daysToReport' },
    sql: `select month, median(recorded_date - committed_from) as n ${current} and ${sexual}
      and recorded_date >= committed_from group by month`,
  },
  {
    name: 'days to report, median by district',
    query: { metric: 'sa.daysToReport', breakdown: ['area'] },
    sql: `select month, area, median(recorded_date - committed_from) as n ${current} and ${sexual}
      and recorded_date >= committed_from group by month, area`,
  },
  {
    name: 'victims seen in the 12 months before',
    query: { metric: 'da.repeatVictims' },
    sql: `with usable as (select * ${current} and ${isCrimeSql} and domestic_abuse
        and victim_ref is not null and recorded_date is not null and count = 1),
      days as (select victim_ref, recorded_date, lag(recorded_date) over (partition by victim_ref order by recorded_date) as before
        from (select distinct victim_ref, recorded_date from usable))
      select month, 100 * count(distinct victim_ref) filter (where before >= recorded_date - interval 12 months)
        / count(distinct victim_ref) as n
      from usable join days using (victim_ref, recorded_date) where month >= 2017 * 12 + 10 group by month`,
  },
]

/** The slowest of them against the same SQL by hand. */
export async function windowedSeries(
  rows: number,
  context: Parameters<typeof timeCases>[1],
): Promise<{ measurements: Measurement[]; times: SeriesTimes[] }> {
  const times = await timeCases(windowedCases, context)
  return {
    times,
    measurements: [against(`distinct counts and medians, ${rows.toLocaleString('en-GB')} rows`, times, 0)],
  }
}
