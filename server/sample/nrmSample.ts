import { monthsBetween } from '../../shared/periods/month.ts'
import type { Month } from '../../shared/periods/month.ts'
import { dateText, monthDays } from './days.ts'
import { plantedFactor } from './plantedEvents.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'
import { sampleAreas, sharesBy } from './sampleAreas.ts'
import { sampleFrom, sampleMonths } from './sampleSpan.ts'
import type { SampleOptions } from './sampleSpan.ts'
import { openSubmissions } from './submissionFiles.ts'
import type { SampleSubmission, SubmissionFiles } from './submissionFiles.ts'
import { apportion, choose, weighted } from './weighted.ts'

const columns = [
  'referral_ref',
  'referral_date',
  'route',
  'first_responder',
  'first_responder_type',
  'area',
  'age_group',
  'sex',
  'nationality',
  'exploitation',
  'county_lines',
  'reasonable_grounds',
  'reasonable_grounds_date',
  'conclusive_grounds',
  'conclusive_grounds_date',
]
/** Referrals by West Yorkshire Police as the Home Office published them, by calendar quarter from April 2022. */
const publishedFrom: Month = '2022-04'
const published = [49, 44, 78, 57, 57, 63, 59]
const policeShares = sharesBy({
  E08000032: 1.15,
  E08000033: 0.8,
  E08000034: 0.95,
  E08000035: 1.1,
  E08000036: 0.8,
})
const weekdays = [0.5, 1.18, 1.18, 1.14, 1.14, 1.14, 0.72]
const councils: Readonly<Record<string, string>> = {
  E08000032: 'City of Bradford Metropolitan District Council',
  E08000033: 'Calderdale Metropolitan Borough Council',
  E08000034: 'Kirklees Council',
  E08000035: 'Leeds City Council',
  E08000036: 'Wakefield Metropolitan District Council',
}
const charities = weighted([
  ['The Salvation Army', 5],
  ['Barnardo’s', 3],
  ['Migrant Help', 2],
])
const childExploitation = weighted([
  ['criminal', 60],
  ['sexual', 14],
  ['criminal|sexual', 6],
  ['labour', 8],
  ['criminal|labour', 7],
  ['other-not-known', 5],
])
const adultExploitation = weighted([
  ['labour', 30],
  ['criminal', 22],
  ['criminal|labour', 16],
  ['sexual', 15],
  ['domestic-servitude', 5],
  ['domestic-servitude|labour', 5],
  ['labour|sexual', 3],
  ['other-not-known', 4],
])
const childNationality = weighted([
  ['UK', 66],
  ['Vietnamese', 9],
  ['Albanian', 8],
  ['Sudanese', 6],
  ['Eritrean', 4],
  ['Pakistani UK', 3],
  ['not-known', 4],
])
const adultNationality = weighted([
  ['UK', 20],
  ['Albanian', 19],
  ['Vietnamese', 16],
  ['Romanian', 11],
  ['Indian', 7],
  ['Sudanese', 6],
  ['Eritrean', 5],
  ['Pakistani', 4],
  ['Polish', 4],
  ['Bulgarian', 3],
  ['not-known', 5],
])

interface Referral {
  readonly month: Month
  readonly area: string
  readonly route: 'nrm' | 'duty-to-notify'
  readonly responder: string
  readonly type: string
}

interface Setting {
  readonly random: Random
  readonly files: SubmissionFiles
  readonly next: () => number
}

/**
 * Writes referrals as two senders hold them: the police their own, at the published level, and the Home Office those
 * of councils, charities and government. Later submissions hold the last 12 months again, with more decisions.
 */
export function writeReferrals({ folder, seed, today }: SampleOptions): readonly SampleSubmission[] {
  let written = 0
  const sender = (agency: string, turns: readonly number[]) => ({
    random: createRandom(seed, `nrm/${agency}`),
    files: openSubmissions({ folder, today, feed: 'nrm', agency, columns, turns, monthsAgain: 12 }),
    next: () => (written += 1),
  })
  const police = sender('West Yorkshire Police', [0, 1, 2, 3])
  const homeOffice = sender('Home Office', [0, 2, 3])
  const policeReferrals = policeByMonth(police.random)
  for (const month of sampleMonths) {
    writePolice(police, month, policeReferrals.get(month) ?? 0)
    writeOthers(homeOffice, month)
  }
  return [...police.files.close(), ...homeOffice.files.close()]
}

function policeByMonth(random: Random): ReadonlyMap<Month, number> {
  const byMonth = new Map<Month, number>()
  for (const month of sampleMonths) {
    const quarters = Math.floor(monthsBetween(publishedFrom, month) / 3)
    if (published[quarters] === undefined) byMonth.set(month, random.poisson(usualPolice(month)))
  }
  for (const [i, total] of published.entries()) {
    const first = monthsBetween(sampleFrom, publishedFrom) + 3 * i
    const months = sampleMonths.slice(first, first + 3)
    const parts = apportion(
      total,
      months.map(() => 0.75 + 0.5 * random.next()),
    )
    for (const [j, month] of months.entries()) byMonth.set(month, parts[j] ?? 0)
  }
  return byMonth
}

/** Up to the level of the published quarters, and level afterwards. */
function usualPolice(month: Month): number {
  const yearsBefore = Math.max(0, monthsBetween(month, publishedFrom) / 12)
  return 19.5 * 0.87 ** yearsBefore
}

function writePolice(setting: Setting, month: Month, referrals: number) {
  const places = weighted(sampleAreas.map(({ code }, i) => [code, policeShares[i] ?? 0] as const))
  const responder = 'West Yorkshire Police'
  for (let i = 0; i < referrals; i += 1) {
    const area = setting.random.chance(0.02) ? 'force-wide' : choose(setting.random, places)
    writeReferral(setting, { month, area, route: 'nrm', responder, type: 'police' })
  }
  for (let left = setting.random.poisson(4.2); left > 0; left -= 1) {
    writeReferral(setting, {
      month,
      area: choose(setting.random, places),
      route: 'duty-to-notify',
      responder,
      type: 'police',
    })
  }
}

function writeOthers(setting: Setting, month: Month) {
  const growth = 1 + 0.05 * (monthsBetween(sampleFrom, month) / 12)
  for (const { code: area, share } of sampleAreas) {
    const referrals = setting.random.poisson(
      5.2 * share * growth * plantedFactor('councilReferrals', month, area),
    )
    const responder = councils[area] ?? ''
    for (let i = 0; i < referrals; i += 1)
      writeReferral(setting, { month, area, route: 'nrm', responder, type: 'council' })
    for (let left = setting.random.poisson(1.6 * share); left > 0; left -= 1) {
      writeReferral(setting, {
        month,
        area,
        route: 'nrm',
        responder: choose(setting.random, charities),
        type: 'charity',
      })
    }
    for (let left = setting.random.poisson(2.4 * share); left > 0; left -= 1) {
      const route = setting.random.chance(0.3) ? 'duty-to-notify' : 'nrm'
      writeReferral(setting, {
        month,
        area,
        route,
        responder: 'Home Office - UK Visas and Immigration',
        type: 'government',
      })
    }
  }
}

function writeReferral({ random, files, next }: Setting, { month, area, route, responder, type }: Referral) {
  const day = choose(
    random,
    weighted(monthDays(month, weekdays).map((one) => [one.day, one.weight] as const)),
  )
  const child = route === 'nrm' && random.chance(type === 'council' ? 0.72 : 0.38)
  const kinds = choose(random, child ? childExploitation : adultExploitation)
  const countyLines = kinds.includes('criminal') && random.chance(child ? 0.55 : 0.15)
  const cells = [
    `S-RF-${String(next()).padStart(5, '0')}`,
    dateText(day),
    route,
    responder,
    type,
    area,
    child ? 'child' : random.chance(0.03) ? 'not-known' : 'adult',
    random.chance(child ? 0.78 : 0.74) ? 'male' : 'female',
    choose(random, child ? childNationality : adultNationality),
    kinds,
    countyLines ? 'yes' : 'no',
  ].join(',')
  const decisions = route === 'nrm' ? decisionsOf(random, day) : null
  const knownOn = day + (random.chance(0.9) ? random.below(10) : 10 + random.below(70))
  files.add(month, knownOn, (asAt) => `${cells},${decisions === null ? ',,,' : decisions(asAt)}`)
}

/** The two decisions as known on a day: slower and stricter from January 2023, eased from July 2023. */
function decisionsOf(random: Random, day: number): (asAt: number) => string {
  const month = dateText(day).slice(0, 7)
  const strict = month >= '2023-01' && month < '2023-07'
  const usual = month < '2022-01' ? 0.91 : 0.86
  const positive = random.chance(strict ? 0.57 : month >= '2023-07' ? 0.7 : usual)
  const reasonableOn = day + 3 + Math.floor(random.wait(month < '2021-11' ? 9 : strict ? 38 : 24))
  const conclusiveOn = reasonableOn + 150 + Math.floor(random.wait(260))
  const confirmed = random.chance(0.83)
  return (asAt) => {
    if (reasonableOn > asAt) return 'pending,,,'
    const first = `${positive ? 'positive' : 'negative'},${dateText(reasonableOn)}`
    if (!positive) return `${first},,`
    return conclusiveOn > asAt
      ? `${first},pending,`
      : `${first},${confirmed ? 'positive' : 'negative'},${dateText(conclusiveOn)}`
  }
}
