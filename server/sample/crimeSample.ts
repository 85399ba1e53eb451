import type { Month } from '../../shared/periods/month.ts'
import { expectedDays } from './crimeLevels.ts'
import type { CrimeStream } from './crimeLevels.ts'
import { dateText, dayNumber } from './days.ts'
import { offenceCodeOf } from './offenceMix.ts'
import { outcomeOf } from './outcomeMix.ts'
import { correction, plantedFactor } from './plantedEvents.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'
import { knownAfter, pastDays, promptDays, reportingDays } from './reportingDelay.ts'
import { sampleAreas } from './sampleAreas.ts'
import { sampleMonths, samplePositions } from './sampleSpan.ts'
import type { SampleOptions } from './sampleSpan.ts'
import { openSubmissions } from './submissionFiles.ts'
import type { SubmissionFiles, SampleSubmission } from './submissionFiles.ts'
import { ageOn, createVictims } from './victims.ts'
import type { Victim, Victims } from './victims.ts'
import { apportion, choose, weighted } from './weighted.ts'

const columns = [
  'crime_ref',
  'recorded_date',
  'committed_from',
  'area',
  'kind',
  'offence_code',
  'domestic_abuse',
  'child_sexual_abuse',
  'child_sexual_exploitation',
  'honour_based_abuse',
  'victim_ref',
  'victim_sex',
  'victim_age',
  'outcome_type',
  'outcome_date',
  'count',
]
const streams: readonly CrimeStream[] = [
  'domestic',
  'courseOfConduct',
  'rape',
  'otherSexual',
  'modernSlavery',
  'honourBased',
]
const incidentSexes = weighted([
  ['female', 70],
  ['male', 25],
  ['not-known', 5],
])
const domesticSexualShare = { rape: 0.33, otherSexual: 0.14 }
const monthsAgain = 15

interface Setting {
  readonly random: Random
  readonly victims: Victims
  readonly files: SubmissionFiles
  readonly next: () => number
}

interface Place {
  readonly stream: CrimeStream
  readonly month: Month
  readonly area: number
  readonly code: string
  /** What planted events multiply, here and now: the honour-based flag, charges, other sexual offences. */
  readonly planted: { readonly honourBased: number; readonly charged: number; readonly otherSexual: number }
}

/** Writes the police's crimes and incidents; later submissions hold the last 15 months again, fuller and with more outcomes. */
export function writeCrimes({ folder, seed, today }: SampleOptions): readonly SampleSubmission[] {
  const files = openSubmissions({
    folder,
    today,
    feed: 'crime',
    agency: 'West Yorkshire Police',
    columns,
    monthsAgain,
  })
  const random = createRandom(seed, 'crime')
  let written = 0
  const setting = {
    random,
    files,
    victims: createVictims(createRandom(seed, 'victims')),
    next: () => (written += 1),
  }
  for (const month of sampleMonths) {
    for (const area of sampleAreas.keys()) {
      for (const stream of streams) writeStream(setting, placeOf(stream, month, area))
      writeIncidents(setting, month, area)
    }
    setting.victims.endMonth()
  }
  return files.close()
}

function placeOf(stream: CrimeStream, month: Month, area: number): Place {
  const code = sampleAreas[area]?.code ?? ''
  const planted = {
    honourBased: plantedFactor('honourBased', month, code),
    charged: plantedFactor('domesticCharged', month, code),
    otherSexual: plantedFactor('otherSexual', month, code),
  }
  return { stream, month, area, code, planted }
}

function writeStream(setting: Setting, place: Place) {
  const days = expectedDays(place.stream, place.month, place.area)
  const byDay = weighted(days.map(({ day, expected }) => [day, expected] as const))
  const expected = days.reduce((sum, day) => sum + day.expected, 0)
  const corrected = place.stream === 'modernSlavery' && place.month === correction.from
  const number = corrected ? (correctedParts(place.month)[place.area] ?? 0) : setting.random.poisson(expected)
  for (let i = 0; i < number; i += 1) {
    const day = choose(setting.random, byDay)
    const knownOn = corrected ? knownOfCorrected(place.area, i, day) : knownAfter(setting.random, day)
    writeCrime(setting, place, { day, knownOn })
  }
}

/** Daily counts rather than one row each: what forces often send of incidents. */
function writeIncidents({ random, files, next }: Setting, month: Month, area: number) {
  const code = sampleAreas[area]?.code ?? ''
  for (const { day, expected } of expectedDays('domesticIncidents', month, area)) {
    const counts = new Map<string, number>()
    for (let left = random.poisson(expected); left > 0; left -= 1) {
      const sex = choose(random, incidentSexes)
      counts.set(sex, (counts.get(sex) ?? 0) + 1)
    }
    for (const [sex, count] of counts) {
      const date = dateText(day)
      const row = `${reference('IN', next())},${date},${date},${code},incident,,yes,no,no,no,,${sex},,,,${count}`
      files.add(month, knownAfter(random, day), () => row)
    }
  }
}

function writeCrime(setting: Setting, place: Place, { day, knownOn }: { day: number; knownOn: number }) {
  const { random, files, next } = setting
  const { stream, month, code, planted } = place
  const domestic = isDomestic(random, stream)
  const { committed, victim } = happened(setting, { ...place, day, domestic })
  const age = ageOn(committed, victim)
  const offence = offenceCodeOf(random, stream, { month, victim: { sex: victim.sex, age } })
  const isSexual = stream === 'rape' || stream === 'otherSexual'
  const childAbuse = (isSexual && age < 18 && random.chance(0.96)) || (offence === '72' && age < 18)
  const childExploitation = childAbuse && age > 10 && random.chance(stream === 'modernSlavery' ? 0.7 : 0.16)
  const honour = stream === 'honourBased' || (domestic && random.chance(0.0018 * planted.honourBased))
  const chargeFactor = domestic ? planted.charged : 1
  const outcome = outcomeOf(random, { stream, month, chargeFactor })
  const closedOn = outcome === null ? Infinity : day + outcome.after
  const cells = [
    reference('CR', next()),
    dateText(day),
    random.chance(0.04) ? '' : dateText(committed),
    placed(random, code, stream),
    'crime',
    offence,
    yesNo(domestic),
    yesNo(childAbuse),
    yesNo(childExploitation),
    yesNo(honour),
    random.chance(0.03) ? '' : reference('V', victim.number),
    victim.sex,
    random.chance(0.03) ? '' : age,
  ].join(',')
  files.add(month, knownOn, (asAt) =>
    outcome !== null && closedOn <= asAt
      ? `${cells},${outcome.type},${dateText(closedOn)},1`
      : `${cells},0,,1`,
  )
}

function isDomestic(random: Random, stream: CrimeStream): boolean {
  if (stream === 'rape' || stream === 'otherSexual') return random.chance(domesticSexualShare[stream])
  return stream === 'domestic' || stream === 'courseOfConduct'
}

function happened(
  { random, victims }: Setting,
  { stream, code, planted, day, domestic }: Place & { day: number; domestic: boolean },
): { readonly committed: number; readonly victim: Victim } {
  if (domestic) {
    const victim = victims.domestic(code, day)
    const committed =
      day -
      (stream === 'domestic' || stream === 'courseOfConduct' ? promptDays(random) : reportingDays(random))
    return { victim, committed: Math.min(day, Math.max(committed, victim.born + 16 * 366)) }
  }
  if (stream === 'honourBased')
    return { committed: day - promptDays(random), victim: victims.create('domestic', day) }
  if (stream === 'modernSlavery') {
    const committed = day - Math.floor(random.wait(120))
    return { committed, victim: victims.create('slavery', committed) }
  }
  // The outlier is one of non-recent offences, so what it adds happened long ago.
  const added =
    stream === 'otherSexual' && planted.otherSexual > 1 && random.chance(1 - 1 / planted.otherSexual)
  const committed = day - (added ? pastDays(random) : reportingDays(random))
  return { committed, victim: victims.create('sexual', committed) }
}

function correctedParts(month: Month): number[] {
  const expected = [...sampleAreas.keys()].map((area) =>
    expectedDays('modernSlavery', month, area).reduce((sum, day) => sum + day.expected, 0),
  )
  return apportion(correction.now, expected)
}

/** Which crimes of the corrected month the first submission left out: evenly spread, as many as planted. */
function knownOfCorrected(area: number, index: number, day: number): number {
  const before =
    correctedParts(correction.from)
      .slice(0, area)
      .reduce((sum, part) => sum + part, 0) + index
  const left = correction.now - correction.was
  const withheld =
    Math.floor(((before + 1) * left) / correction.now) > Math.floor((before * left) / correction.now)
  return withheld ? dayNumber(samplePositions[0]?.asAt ?? '') + 20 : day
}

function placed(random: Random, area: string, stream: CrimeStream): string {
  if (random.chance(0.003)) return 'not recorded'
  return stream === 'modernSlavery' && random.chance(0.01) ? 'force-wide' : area
}

function reference(kind: string, number: number): string {
  return `S-${kind}-${String(number).padStart(6, '0')}`
}

function yesNo(flag: boolean): string {
  return flag ? 'yes' : 'no'
}
