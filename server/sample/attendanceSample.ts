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
import type { SampleSubmission, SubmissionFiles } from './submissionFiles.ts'
import { choose, weighted } from './weighted.ts'

const columns = [
  'event_ref',
  'event_date',
  'title',
  'kind',
  'theme',
  'area',
  'lead_agency',
  'attending_agency',
  'sector',
  'first_responder',
  'invited',
  'attended',
  'confidence_before',
  'confidence_after',
  'respondents',
]
const weekdays = [0, 1, 1.2, 1.3, 1.2, 0.8, 0]

interface Guest {
  readonly name: string
  readonly sector: string
  readonly firstResponder: boolean
  /** How many people it usually sends. */
  readonly people: number
}

function guest(name: string, sector: string, people: number, firstResponder = false): Guest {
  return { name, sector, people, firstResponder }
}

const police = guest('West Yorkshire Police', 'police', 5, true)
const councils: Readonly<Record<string, Guest>> = {
  E08000032: guest('City of Bradford Metropolitan District Council', 'council', 4, true),
  E08000033: guest('Calderdale Metropolitan Borough Council', 'council', 3, true),
  E08000034: guest('Kirklees Council', 'council', 4, true),
  E08000035: guest('Leeds City Council', 'council', 5, true),
  E08000036: guest('Wakefield Metropolitan District Council', 'council', 3, true),
}
const others: readonly Guest[] = [
  guest('NHS West Yorkshire Integrated Care Board', 'health', 3),
  guest('Leeds Teaching Hospitals', 'health', 2),
  guest('Bradford Teaching Hospitals', 'health', 2),
  guest('Yorkshire Ambulance Service', 'health', 2),
  guest('Probation Service', 'other', 2),
  guest('Crown Prosecution Service', 'other', 1),
  guest('Schools safeguarding leads', 'education', 4),
  guest('University of Leeds', 'education', 1),
  guest('Housing associations', 'housing', 3),
  guest('Domestic abuse services', 'charity', 3),
  guest('Rape and sexual abuse services', 'charity', 2),
  guest('The Salvation Army', 'charity', 1, true),
  guest('Barnardo’s', 'charity', 1, true),
  guest('Migrant Help', 'charity', 1, true),
]

interface Plan {
  readonly month: Month
  readonly kind: string
  readonly theme: string
  readonly title: string
  readonly area: string
  readonly lead: string
  readonly guests: readonly Guest[]
}

const themes = weighted([
  ['domestic-abuse', 38],
  ['sexual-abuse', 18],
  ['modern-slavery', 18],
  ['child-sexual-exploitation', 10],
  ['honour-based-abuse', 7],
  ['county-lines', 5],
  ['other', 4],
])
const subjects: Readonly<Record<string, string>> = {
  'domestic-abuse': 'Domestic abuse',
  'sexual-abuse': 'Sexual abuse',
  'modern-slavery': 'Modern slavery',
  'child-sexual-exploitation': 'Child sexual exploitation',
  'honour-based-abuse': 'Honour-based abuse',
  'county-lines': 'County lines',
  other: 'Working together',
}

/** Writes the register of events that the Combined Authority keeps; later submissions hold the last nine months again. */
export function writeAttendance({ folder, seed, today }: SampleOptions): readonly SampleSubmission[] {
  const files = openSubmissions({
    folder,
    today,
    feed: 'attendance',
    agency: 'West Yorkshire Combined Authority',
    columns,
    turns: [0, 2, 3],
    monthsAgain: 9,
  })
  const random = createRandom(seed, 'attendance')
  let held = 0
  for (const month of sampleMonths) {
    for (const plan of plansOf(random, month)) {
      held += 1
      writeEvent({ random, files }, plan, `S-EV-${String(held).padStart(4, '0')}`)
    }
  }
  return files.close()
}

function plansOf(random: Random, month: Month): Plan[] {
  const number = monthNumber(month)
  const level =
    plantedFactor('events', month, '') *
    ([8, 12].includes(number) ? 0.55 : 1) *
    (1 + 0.03 * (monthsBetween(sampleFrom, month) / 12))
  const plans: Plan[] = []
  for (let left = random.poisson(2.6 * level); left > 0; left -= 1)
    plans.push(usualPlan(random, month, 'training'))
  for (let left = random.poisson(1.6 * level); left > 0; left -= 1)
    plans.push(usualPlan(random, month, 'network-meeting'))
  if (level > 0 && [3, 6, 9, 12].includes(number))
    plans.push(widePlan(month, 'board-meeting', 'Domestic and Sexual Abuse Board', 8))
  if (level > 0 && number === 11)
    plans.push(widePlan(month, 'conference', 'West Yorkshire safeguarding conference', 18))
  if (level > 0 && (number === 2 || number === 11)) plans.push(usualPlan(random, month, 'campaign'))
  for (const { code } of sampleAreas) {
    const sessions = random.poisson(0.28 * level * plantedFactor('firstResponderTraining', month, code))
    for (let i = 0; i < sessions; i += 1) plans.push(firstResponderPlan(month, code))
  }
  return plans
}

function usualPlan(random: Random, month: Month, kind: string): Plan {
  const theme = choose(random, themes)
  const area = random.chance(0.35)
    ? 'force-wide'
    : (sampleAreas[random.below(sampleAreas.length)]?.code ?? 'force-wide')
  const local = councils[area]
  const guests = [
    police,
    ...(local === undefined ? Object.values(councils) : [local]),
    ...others.filter(() => random.chance(0.34)),
  ]
  const words =
    { training: 'awareness training', 'network-meeting': 'network', campaign: 'campaign week' }[kind] ??
    'event'
  return {
    month,
    kind,
    theme,
    area,
    guests,
    title: `${subjects[theme] ?? ''} ${words}`,
    lead: local?.name ?? 'West Yorkshire Combined Authority',
  }
}

function widePlan(month: Month, kind: string, title: string, guests: number): Plan {
  const everybody = [police, ...Object.values(councils), ...others]
  return {
    month,
    kind,
    title,
    theme: 'other',
    area: 'force-wide',
    lead: 'West Yorkshire Combined Authority',
    guests: everybody.slice(0, guests),
  }
}

function firstResponderPlan(month: Month, area: string): Plan {
  const local = councils[area] ?? police
  const guests = [
    { ...local, people: local.people * 2.2 },
    police,
    ...others.filter(({ firstResponder }) => firstResponder),
  ]
  return {
    month,
    kind: 'training',
    theme: 'modern-slavery',
    title: 'First responder training',
    area,
    lead: local.name,
    guests,
  }
}

function writeEvent(
  { random, files }: { random: Random; files: SubmissionFiles },
  plan: Plan,
  reference: string,
) {
  const day = choose(
    random,
    weighted(monthDays(plan.month, weekdays).map((one) => [one.day, one.weight] as const)),
  )
  const event = [reference, dateText(day), plan.title, plan.kind, plan.theme, plan.area, plan.lead].join(',')
  const knownOn = day + (random.chance(0.92) ? 5 : 30 + random.below(50))
  for (const { name, sector, firstResponder, people } of plan.guests) {
    const invited = 1 + random.poisson(people * 1.35)
    let attended = 0
    for (let i = 0; i < invited; i += 1) attended += random.chance(0.74) ? 1 : 0
    const cells = [
      name,
      sector,
      firstResponder ? 'yes' : 'no',
      invited,
      attended,
      ...confidenceOf(random, plan.kind, attended),
    ]
    const row = `${event},${cells.join(',')}`
    files.add(plan.month, knownOn, () => row)
  }
}

/** Ratings before and after and how many gave both; asked after training only. */
function confidenceOf(random: Random, kind: string, attended: number): readonly (string | number)[] {
  let respondents = 0
  if (kind === 'training') for (let i = 0; i < attended; i += 1) respondents += random.chance(0.7) ? 1 : 0
  if (respondents === 0) return ['', '', '']
  const spread = 1.6 / Math.sqrt(respondents)
  const before = 4.6 + spread * (random.next() + random.next() - 1) * 2
  const after = Math.min(10, before + 2.2 + spread * (random.next() + random.next() - 1))
  return [before.toFixed(1), after.toFixed(1), respondents]
}
