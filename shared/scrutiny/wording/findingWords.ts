import type { FeedId } from '../../feeds/feed.ts'
import { capitalise } from '../../figures/capitalise.ts'
import { formatFigure, formatNumber } from '../../series/formatFigure.ts'
import type { Metric, Unit } from '../../metrics/metric.ts'
import { spokenPeriodLabel } from '../../periods/periodLabel.ts'
import type { Grain } from '../../periods/period.ts'
import { measurePhrase } from './measurePhrase.ts'
import { monthList, spanWords } from './spanWords.ts'
import { spokenDate } from './spokenDate.ts'
import type { Spoken } from './spoken.ts'

/** Below this a percentage says more than it knows. */
const leastForPercent = 20

/** What each feed's files hold, as a sentence names them. */
export const feedPhrases: Readonly<Record<FeedId, string>> = {
  crime: 'crime records',
  intelligence: 'intelligence submissions',
  nrm: 'National Referral Mechanism records',
  attendance: 'records of events and training',
  returns: 'returns',
}

/** What the figure did, number and comparison first; never whether that is good. */
export function findingWords({ signal, metric, companion }: Spoken): string {
  const { facts, place, part, period, grain } = signal
  const name = metric ? `${capitalise(measurePhrase(metric, part))} in ${place.name}` : place.name
  const unit = metric?.unit ?? 'count'
  switch (facts.kind) {
    case 'specialCause': {
      const when = spanWords(facts.since, period, grain)
      if (facts.length === 1)
        return `${name}: ${level(facts.now, unit)} ${when}, against an average of ${level(facts.before, unit)}${each(unit, grain)} before`
      return `${name}: an average of ${level(facts.after, unit)}${each(unit, grain)} ${when}, against ${level(facts.before, unit)} before`
    }
    case 'yearChange':
      return `${name}: ${level(facts.now, unit)} ${spanWords(facts.since, period, grain)}, ${yearWords(facts, unit)}`
    case 'outlier': {
      const per = facts.per === null ? '' : ` per ${formatNumber(facts.per)} residents`
      return `${name}: ${formatFigure(facts.value, facts.unit)}${per} over the twelve months to ${spokenPeriodLabel(period, grain)}, against ${formatFigure(facts.others, facts.unit)} elsewhere`
    }
    case 'divergence': {
      const other = companion ? measurePhrase(companion) : facts.companion
      const when = spanWords(facts.since, period, grain)
      return `${name}: an average of ${level(facts.own.after, unit)}${each(unit, grain)} ${when}, against ${level(facts.own.before, unit)} before, while ${other} went from ${level(facts.other.before, 'count')} to ${level(facts.other.after, 'count')}`
    }
    case 'missedTarget': {
      const due = facts.by === null ? '' : ` from ${spokenPeriodLabel(facts.by, 'month')} on`
      return `${name}: ${formatFigure(facts.value, unit)} in ${spokenPeriodLabel(period, grain)}; the target is ${formatFigure(facts.target, unit)}${due}`
    }
    case 'forecast':
      return `${name}: ${formatFigure(facts.now, unit)} in ${spokenPeriodLabel(period, grain)}; if its pattern goes on, ${level(facts.mean, unit)} by ${spokenPeriodLabel(facts.crosses, grain)}, and the target is ${formatFigure(facts.target, unit)}`
    case 'restated': {
      const others = facts.figures - 1
      const more =
        others === 0
          ? ''
          : `, and ${others} other ${others === 1 ? 'figure' : 'figures'} of this measure changed too`
      return `${name} for ${spokenPeriodLabel(period, grain)}: was ${formatFigure(facts.was, unit)}, is now ${formatFigure(facts.now, unit)}${more}`
    }
    case 'missingReturn':
      return `No ${feedPhrases[facts.feed]} from ${facts.agency} for ${monthList(facts.months)}; they were due on ${spokenDate(facts.dueOn)}`
    case 'promiseDue':
      return `A promise by ${facts.askedOf} fell due on ${spokenDate(facts.due)}`
  }
}

function yearWords({ now, base }: { readonly now: number; readonly base: number }, unit: Unit): string {
  if (unit !== 'count') return `${now > base ? 'up' : 'down'} from ${level(base, unit)} a year before`
  const difference = Math.abs(now - base)
  const way = now > base ? 'more' : 'fewer'
  return base < leastForPercent
    ? `${formatNumber(difference)} ${way} than a year before`
    : `${formatNumber((difference / base) * 100)}% ${way} than the ${formatNumber(base)} of a year before`
}

/** A figure or a mean of figures within a sentence. */
export function level(value: number, unit: Unit): string {
  return formatFigure(value, unit)
}

/** What a mean of counts is taken over; a mean share is one all the same. */
export function each(unit: Metric['unit'], grain: Grain): string {
  return unit === 'count' ? ` a ${grain === 'month' ? 'month' : 'quarter'}` : ''
}
