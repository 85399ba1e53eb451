import { monthNumber, monthsBetween } from '../../shared/periods/month.ts'
import type { Month } from '../../shared/periods/month.ts'
import { dateText, monthDays } from './days.ts'
import { plantedFactor } from './plantedEvents.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'
import { sampleAreas } from './sampleAreas.ts'
import { sampleFrom, sampleMonths } from './sampleSpan.ts'
import type { SampleOptions } from './sampleSpan.ts'
import { openSubmissions } from './submissionFiles.ts'
import type { SampleSubmission } from './submissionFiles.ts'
import { choose, weighted } from './weighted.ts'

const columns = [
  'intelligence_ref',
  'submitted_date',
  'area',
  'theme',
  'source_sector',
  'source_evaluation',
  'information_assessment',
  'handling',
  'result',
  'result_date',
]
/** Submissions a month in the whole force when the sample begins. */
const themes: readonly (readonly [string, number])[] = [
  ['domestic-abuse', 105],
  ['sexual-abuse', 48],
  ['honour-based-abuse', 9],
  ['child-sexual-exploitation', 52],
  ['modern-slavery', 78],
  ['county-lines', 66],
  ['other', 34],
]
const growthPerYear = 0.04
const domesticSexual = ['domestic-abuse', 'sexual-abuse', 'honour-based-abuse']
const weekdays = [0.5, 1.2, 1.2, 1.16, 1.14, 1.12, 0.68]
const sectors = weighted([
  ['police', 61],
  ['council', 11],
  ['health', 6],
  ['education', 6],
  ['housing', 4],
  ['charity', 5],
  ['public', 6],
  ['other', 1],
])
const evaluations = weighted([
  ['1', 34],
  ['2', 60],
  ['3', 6],
])
const assessments = weighted([
  ['A', 28],
  ['B', 17],
  ['C', 24],
  ['D', 29],
  ['E', 2],
])
const handlings = weighted([
  ['P', 82],
  ['C', 18],
])
const results = weighted([
  ['developed', 34],
  ['disseminated', 21],
  ['no-further-action', 45],
])

/** Writes the police's register of intelligence submissions; later ones hold the last six months again, with more results. */
export function writeIntelligence({ folder, seed, today }: SampleOptions): readonly SampleSubmission[] {
  const files = openSubmissions({
    folder,
    today,
    feed: 'intelligence',
    agency: 'West Yorkshire Police',
    columns,
    monthsAgain: 6,
  })
  const random = createRandom(seed, 'intelligence')
  let written = 0
  for (const month of sampleMonths) {
    for (const { code, share } of sampleAreas) {
      for (const [theme, perMonth] of themes) {
        const days = monthDays(month, weekdays)
        const byDay = weighted(days.map(({ day, weight }) => [day, weight] as const))
        const busy = days.reduce((sum, { weight }) => sum + weight, 0) / 30.4375
        for (
          let left = random.poisson(perMonth * share * busy * levelOf(theme, month, code));
          left > 0;
          left -= 1
        ) {
          const day = choose(random, byDay)
          written += 1
          const cells = [
            `S-IX-${String(written).padStart(6, '0')}`,
            dateText(day),
            random.chance(0.01) ? 'not recorded' : code,
            theme,
            choose(random, sectors),
            choose(random, evaluations),
            choose(random, assessments),
            choose(random, handlings),
          ].join(',')
          const { result, decidedOn } = resultOf(random, day)
          files.add(month, day + (random.chance(0.95) ? random.below(4) : 4 + random.below(40)), (asAt) =>
            decidedOn <= asAt ? `${cells},${result},${dateText(decidedOn)}` : `${cells},,`,
          )
        }
      }
    }
  }
  return files.close()
}

function levelOf(theme: string, month: Month, area: string): number {
  const growth = (1 + growthPerYear) ** (monthsBetween(sampleFrom, month) / 12)
  // Fewer submissions in the holidays of August and December.
  const season = [8, 12].includes(monthNumber(month)) ? 0.92 : 1.016
  return (
    growth *
    season *
    (domesticSexual.includes(theme) ? plantedFactor('domesticSexualIntelligence', month, area) : 1)
  )
}

function resultOf(random: Random, day: number): { readonly result: string; readonly decidedOn: number } {
  return { result: choose(random, results), decidedOn: day + 2 + Math.min(150, Math.floor(random.wait(22))) }
}
