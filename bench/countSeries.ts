import { codesOfGroups } from '../shared/feeds/offenceCodes.ts'
import { isCrimeSql, offenceSql, timeCases, type SeriesCase, type SeriesTimes } from './seriesCase.ts'
import { duration, type Measurement } from './measurement.ts'

const current = 'from crime where withdrawn_in is null'

/** Live counts as a metric page asks for them: whole, by district, filtered, broken down. */
export const countCases: readonly SeriesCase[] = [
  {
    name: 'all crimes',
    query: { metric: 'crime.recorded' },
    sql: `select month, sum(count) as n ${current} and ${isCrimeSql} group by month`,
  },
  {
    name: 'all crimes by district',
    query: { metric: 'crime.recorded', breakdown: ['area'] },
    sql: `select month, area, sum(count) as n ${current} and ${isCrimeSql} group by month, area`,
  },
  {
    name: 'domestic abuse crimes, female victims',
    query: { metric: 'da.crimes', filters: { victim_sex: ['female'] } },
    sql: `select month, sum(count) as n ${current} and ${isCrimeSql} and domestic_abuse and victim_sex = 'female' group by month`,
  },
  {
    name: 'domestic abuse crimes of two groups, by district',
    query: {
      metric: 'da.crimes',
      breakdown: ['area'],
      filters: { offence_group: ['violence-with-injury', 'stalking-harassment'] },
    },
    sql: `select month, area, sum(count) as n ${current} and ${isCrimeSql} and domestic_abuse
      and offence_group in ('violence-with-injury', 'stalking-harassment') group by month, area`,
  },
  {
    name: 'domestic abuse demand in Leeds, by sex',
    query: { metric: 'da.demand', areas: ['E08000035'], breakdown: ['victim_sex'] },
    sql: `select month, victim_sex, sum(count) as n ${current} and domestic_abuse and area = 'E08000035' group by month, victim_sex`,
  },
  {
    name: 'rape by offence code',
    query: { metric: 'sa.rape', breakdown: ['offence_code'] },
    sql: `select month, offence_code, sum(count) as n ${current} and ${isCrimeSql}
      and ${offenceSql(codesOfGroups('rape'), 'rape')} group by month, offence_code`,
  },
  {
    name: 'charged, by age band and sex',
    query: {
      metric: 'da.crimes',
      breakdown: ['victim_age_band', 'victim_sex'],
      filters: { outcome_type: ['1'] },
    },
    sql: `select month, victim_age_band, victim_sex, sum(count) as n ${current} and ${isCrimeSql} and domestic_abuse
      and outcome_type = '1' group by month, victim_age_band, victim_sex`,
  },
]

/** The slowest live count against the same SQL by hand. */
export async function countSeries(
  rows: number,
  context: Parameters<typeof timeCases>[1],
): Promise<{ measurements: Measurement[]; times: SeriesTimes[] }> {
  const times = await timeCases(countCases, context)
  return {
    times,
    measurements: [against(`one live count series, ${rows.toLocaleString('en-GB')} rows`, times, 3)],
  }
}

/** The case furthest beyond 1.3 times the SQL by hand and so many milliseconds more. */
export function against(what: string, times: readonly SeriesTimes[], more: number): Measurement {
  const excess = ({ ours, byHand }: SeriesTimes) => Math.max(0, ours - more) / byHand
  const [worst] = times.toSorted((a, b) => excess(b) - excess(a))
  if (!worst) throw new Error(`nothing was measured for ${what}`)
  const allowed = more > 0 ? ` + ${more} ms` : ''
  return {
    what,
    result: `${duration(worst.ours)} against ${duration(worst.byHand)} by hand (${worst.name}, worst of ${times.length}): ${excess(worst).toFixed(2)} ×${allowed}`,
    target: `≤ 1.3 × the same SQL by hand${allowed}`,
    met: excess(worst) <= 1.3,
  }
}
