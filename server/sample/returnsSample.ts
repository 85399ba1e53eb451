import {
  addMonths,
  lastDay,
  monthNumber,
  monthRange,
  monthsBetween,
  yearOf,
} from '../../shared/periods/month.ts'
import type { Month } from '../../shared/periods/month.ts'
import { dayNumber } from './days.ts'
import { missingReturn } from './plantedEvents.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'
import { sampleAreas } from './sampleAreas.ts'
import { sampleFrom, sampleMonths } from './sampleSpan.ts'
import type { SampleOptions } from './sampleSpan.ts'
import { openSubmissions } from './submissionFiles.ts'
import type { SampleSubmission, SubmissionFiles } from './submissionFiles.ts'

const columns = ['measure', 'agency', 'area', 'period', 'value', 'denominator']
const councils: readonly (readonly [string, string])[] = [
  ['E08000032', 'City of Bradford Metropolitan District Council'],
  ['E08000033', 'Calderdale Metropolitan Borough Council'],
  ['E08000034', 'Kirklees Council'],
  ['E08000035', 'Leeds City Council'],
  ['E08000036', 'Wakefield Metropolitan District Council'],
]
/** Figures a month in the whole force when the sample begins, and growth a year. */
const policeMeasures: readonly (readonly [measure: string, perMonth: number, growth: number])[] = [
  ['dvpn', 78, 0.03],
  ['dvpo', 62, 0.03],
  ['clare-right-to-ask', 84, 0.11],
  ['clare-right-to-know', 66, 0.06],
  ['operation-encompass', 780, 0.04],
]
const thrice = [0, 2, 3]
const twice = [0, 3]
// By calendar month: schools are closed in August, and in part of July, December and April.
const schoolYear = [1.1, 1, 1.15, 0.75, 1.1, 1.1, 0.75, 0.15, 1.15, 1.1, 1.15, 0.8]

interface Figure {
  readonly measure: string
  readonly agency: string
  readonly area: string
  readonly month: Month
  readonly period: string
  readonly value: number
  readonly denominator?: number
  /** The day the figure exists; without it, the end of its month. */
  readonly knownOn?: number
}

/**
 * Writes the figures that the police, the five councils and the specialist services return. One in 25 is sent too low
 * at first and put right by the next submission that holds it again; Kirklees Council never sent the planted months.
 */
export function writeReturns({ folder, seed, today }: SampleOptions): readonly SampleSubmission[] {
  const open = (
    agency: string,
    { turns, missing }: { turns: readonly number[]; missing?: readonly Month[] },
  ) => {
    const files = openSubmissions({
      folder,
      today,
      feed: 'returns',
      agency,
      columns,
      turns,
      monthsAgain: 12,
      missing: missing ?? [],
    })
    return { files, random: createRandom(seed, `returns/${agency}`), agency }
  }
  const submissions = [writePoliceReturns(open('West Yorkshire Police', { turns: thrice }))]
  for (const [area, agency] of councils) {
    const planted = agency === missingReturn.agency
    const missing = planted ? monthRange(missingReturn.from, missingReturn.to) : []
    submissions.push(writeCouncilReturns(open(agency, { turns: planted ? thrice : twice, missing }), area))
  }
  submissions.push(
    writeServiceReturns(open('Specialist domestic and sexual abuse charities', { turns: twice })),
  )
  return submissions.flat()
}

interface Setting {
  readonly files: SubmissionFiles
  readonly random: Random
  readonly agency: string
}

function writePoliceReturns(setting: Setting): readonly SampleSubmission[] {
  const { files, random, agency } = setting
  for (const month of sampleMonths) {
    for (const { code: area, share } of sampleAreas) {
      for (const [measure, perMonth, growth] of policeMeasures) {
        const season = measure === 'operation-encompass' ? (schoolYear[monthNumber(month) - 1] ?? 1) : 1
        const value = random.poisson(perMonth * share * season * grown(month, growth))
        write(setting, { measure, agency, area, month, period: month, value })
      }
    }
    if (monthNumber(month) % 3 === 1) writeQuarter(setting, month)
  }
  return files.close()
}

/** Orders and offenders by the calendar quarter, once the quarter is over. */
function writeQuarter(setting: Setting, month: Month) {
  const { random, agency } = setting
  const period = `${yearOf(month)}-Q${(monthNumber(month) + 2) / 3}`
  const knownOn = dayNumber(lastDay(addMonths(month, 2))) + 5
  const place = { agency, area: 'force-wide', month, period, knownOn }
  write(setting, { ...place, measure: 'stpo', value: random.poisson(2.6) })
  const denominator = 12 + random.poisson(8)
  let value = 0
  for (let i = 0; i < denominator; i += 1) value += random.chance(0.58) ? 1 : 0
  write(setting, { ...place, measure: 'offenders-uk-resident', value, denominator })
}

function writeCouncilReturns(setting: Setting, area: string): readonly SampleSubmission[] {
  const { files, random, agency } = setting
  const share = sampleAreas.find(({ code }) => code === area)?.share ?? 0
  for (const month of sampleMonths) {
    const cases = random.poisson(400 * share * grown(month, 0.02))
    let repeats = 0
    for (let i = 0; i < cases; i += 1) repeats += random.chance(0.31) ? 1 : 0
    write(setting, { measure: 'marac-cases', agency, area, month, period: month, value: cases })
    write(setting, { measure: 'marac-repeats', agency, area, month, period: month, value: repeats })
  }
  return files.close()
}

function writeServiceReturns(setting: Setting): readonly SampleSubmission[] {
  const { files, random, agency } = setting
  for (const month of sampleMonths) {
    for (const { code: area, share } of sampleAreas) {
      const value = random.poisson(455 * share * grown(month, 0.025))
      write(setting, { measure: 'idva-referrals', agency, area, month, period: month, value })
    }
  }
  return files.close()
}

function write({ files, random }: Setting, figure: Figure) {
  const { measure, agency, area, month, period, value, denominator, knownOn = 0 } = figure
  const short = random.chance(0.04) ? Math.ceil(value * 0.06) : 0
  files.add(month, knownOn, (_, first) => {
    const sent = first ? value - short : value
    return `${measure},${agency},${area},${period},${sent},${denominator ?? ''}`
  })
}

function grown(month: Month, perYear: number): number {
  return (1 + perYear) ** (monthsBetween(sampleFrom, month) / 12)
}
