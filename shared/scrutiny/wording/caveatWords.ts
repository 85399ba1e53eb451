import { isMonth } from '../../periods/month.ts'
import { firstMonthOf, lastMonthOf } from '../../periods/period.ts'
import { spokenPeriodLabel } from '../../periods/periodLabel.ts'
import { listWords } from '../../figures/listWords.ts'
import type { CalendarEvent } from '../../series/metricPage.ts'
import type { Point } from '../../series/series.ts'
import type { Adjustment } from '../../statistics/adjustedSeries.ts'
import { monthList } from './spanWords.ts'
import type { Spoken } from './spoken.ts'

const mostCaveats = 6
const adjusted: Readonly<Record<Adjustment['kind'], readonly string[]>> = {
  none: [],
  perDay: ['It was judged per day of the month, without taking out a season.'],
  perDayAndSeason: ['It was judged per day of the month and without its usual season.'],
}
/** A mean below this many events a period moves by chance in ways that look like more. */
const smallMean = 20

export interface CaveatFacts {
  /** What was noted or changed in counting and law, with its month. */
  readonly events: readonly CalendarEvent[]
  /** The points of the figure, as the reader may see them. */
  readonly points: readonly Point[]
  /** How the figures were made comparable before they were judged. */
  readonly adjustment: Adjustment['kind']
  readonly areas: number
}

/** What whoever answers would object, so that the question has met it: rules, small numbers, months still filling. */
export function caveatWords({ signal, metric, partnership }: Spoken, facts: CaveatFacts): string[] {
  const { kind } = signal.facts
  if (!metric || kind === 'promiseDue' || kind === 'missingReturn') return []
  return [
    ...events(signal, facts),
    ...smallNumbers(signal, facts),
    ...provisional(facts),
    ...(kind === 'outlier'
      ? [
          `${facts.areas} ${partnership.areaNoun.many} make a thin comparison, and they differ in size, in need and in how they record.`,
        ]
      : []),
    ...metric.caveats,
    ...(kind === 'specialCause' ? adjusted[facts.adjustment] : []),
  ].slice(0, mostCaveats)
}

function events({ facts, period, grain }: Spoken['signal'], { events: known }: CaveatFacts): string[] {
  const last = lastMonthOf(period, grain)
  if (facts.kind === 'yearChange')
    return facts.spanned.length === 0
      ? []
      : [
          `The two years lie on either side of a change: ${listWords(facts.spanned.map(lower))}. Part of the difference may come from it.`,
        ]
  if (facts.kind !== 'specialCause' && facts.kind !== 'divergence') return []
  const first = firstMonthOf(facts.since, grain)
  return known
    .filter(({ month }) => month <= last && month >= monthsBefore(first))
    .map(({ month, title }) => `Noted about then: ${title} (${spokenPeriodLabel(month, 'month')}).`)
}

/** What was noted up to a quarter of a year before may stand behind a movement. */
function monthsBefore(month: string): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - 3
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

function smallNumbers({ facts }: Spoken['signal'], { points }: CaveatFacts): string[] {
  if (facts.kind === 'restated' || facts.kind === 'outlier') return []
  const held = points.flatMap(({ status, numerator }) =>
    status === 'final' && numerator !== null ? [numerator] : [],
  )
  const mean = held.reduce((sum, each) => sum + each, 0) / Math.max(1, held.length)
  return held.length > 0 && mean < smallMean
    ? ['The numbers are small: a few records more or fewer move the figure.']
    : []
}

function provisional({ points }: CaveatFacts): string[] {
  const recent = points
    .filter(({ status, value }) => status === 'provisional' && value !== null)
    .map(({ period }) => period)
  const [first] = recent
  if (first === undefined) return []
  const when = isMonth(first)
    ? monthList(recent)
    : listWords(recent.map((each) => spokenPeriodLabel(each, 'quarter')))
  return [`${when} ${recent.length === 1 ? 'is' : 'are'} still provisional and not judged.`]
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
