import { capitalise } from '../../figures/capitalise.ts'
import type { Metric } from '../../metrics/metric.ts'
import { formatFigure } from '../../series/formatFigure.ts'
import { spokenPeriodLabel } from '../../periods/periodLabel.ts'
import { countsHarm, explanations } from './explanations.ts'
import { feedPhrases } from './findingWords.ts'
import { measurePhrase, withoutArticle } from './measurePhrase.ts'
import { monthList, sinceWords, spanWords } from './spanWords.ts'
import { judgement, type Spoken } from './spoken.ts'
import { spokenDate } from './spokenDate.ts'

/** The question itself: what an officer would ask with light edits, in the order finding, doubt, what next. */
export function questionWords(spoken: Spoken): string {
  const { signal, metric } = spoken
  const { facts, place, period, grain } = signal
  if (facts.kind === 'missingReturn')
    return `When will ${facts.agency} send its ${feedPhrases[facts.feed]} for ${monthList(facts.months)}, and what has held them up?`
  if (facts.kind === 'promiseDue')
    return `It was promised by ${spokenDate(facts.due)}: “${facts.text.replace(/[.\s]+$/, '')}”. Has it been done, and how can the Board see what it changed?`
  if (!metric) throw new Error(`a ${facts.kind} without a measure`)
  const phrase = measurePhrase(metric, signal.part)
  const subject = `${phrase} in ${place.name}`
  switch (facts.kind) {
    case 'specialCause':
      return movement(spoken, `${subject} ${sinceWords(facts.since, period, grain)}`)
    case 'yearChange':
      return movement(
        spoken,
        `${subject} ${spanWords(facts.since, period, grain)}, compared with a year before`,
      )
    case 'outlier':
      return apart(spoken, facts.per !== null)
    case 'divergence':
      return divergence(spoken)
    case 'missedTarget':
      return `Why is ${subject} ${facts.value < facts.target ? 'below' : 'above'} the target of ${formatFigure(facts.target, metric.unit)}, what has been tried, and when will the target be met?`
    case 'forecast':
      return `What is planned so that ${subject} does not ${facts.mean < facts.target ? 'fall below' : 'rise above'} the target of ${formatFigure(facts.target, metric.unit)}?`
    case 'restated':
      return `Why did the figure for ${subject} in ${spokenPeriodLabel(period, grain)} change from ${formatFigure(facts.was, metric.unit)} to ${formatFigure(facts.now, metric.unit)} after it had counted as final, can other months be relied on, and which reports quoted the earlier figure?`
  }
}

function movement({ signal, metric, partnership }: Spoken, told: string): string {
  if (!metric) return ''
  const { direction, place } = signal
  const way = direction === 'down' ? 'fall' : 'rise'
  switch (judgement(metric, direction)) {
    case 'concern':
      return `What lies behind the ${way} in ${told}, which ${casesOf(metric)} does it come from, and what will be done about it by when?`
    case 'improvement': {
      const learners = place.isWhole ? 'be kept up' : `the other ${partnership.areaNoun.many} learn from it`
      return `What brought about the ${way} in ${told}, will it last, and ${place.isWhole ? 'how can it' : 'what can'} ${learners}?`
    }
    case 'neutral':
      return `What explains the ${way} in ${told}: ${explanations(metric, direction)}?`
  }
}

function apart({ signal, metric, partnership }: Spoken, isRate: boolean): string {
  if (!metric) return ''
  const { direction, place } = signal
  const { many } = partnership.areaNoun
  const height = direction === 'down' ? 'lower' : 'higher'
  const phrase = withoutArticle(measurePhrase(metric))
  const told = `the ${height} ${isRate ? `rate of ${phrase}` : phrase} in ${place.name} than in the other ${many}`
  switch (judgement(metric, direction)) {
    case 'concern':
      return `What lies behind ${told}, which ${casesOf(metric)} does it come from, and what will be done about it by when?`
    case 'improvement':
      return `What lies behind ${told}, and what can the other ${many} learn from it?`
    case 'neutral':
      // Areas stand side by side: what differs between them is no change.
      return `What explains ${told}: ${explanations(metric, direction).replace('a change in', 'a difference in')}?`
  }
}

function divergence({ signal, metric, companion }: Spoken): string {
  const { facts, place, period, grain } = signal
  if (facts.kind !== 'divergence' || !metric || !companion) return ''
  const [own, other] = [measurePhrase(metric), measurePhrase(companion)]
  const when = sinceWords(facts.since, period, grain)
  if (signal.direction === 'down')
    return `Why have ${own} in ${place.name} fallen ${when} while ${other} rose: are people being missed, or has something changed in how either is counted?`
  const did = facts.companionDid === 'opposite' ? 'fallen' : 'not risen with them'
  return `${capitalise(own)} in ${place.name} have risen ${when} and ${other} have ${did}: ${whatThen(metric, companion)}?`
}

/** What there is to ask of two counts that parted, by what each of them counts. */
function whatThen(metric: Metric, companion: Metric): string {
  if (metric.theme === 'partnership')
    return 'when is the training expected to show, and how is it followed up'
  if (countsHarm(metric) && countsHarm(companion))
    return 'has recording moved from one to the other, or does one of them miss people'
  if (countsHarm(companion)) return 'does more of the same need now reach help, or does harm go unrecorded'
  return 'is everybody reached who should be, and what holds the second figure back'
}

/** What stands behind a measure with an agreed direction. */
function casesOf({ theme }: Pick<Metric, 'theme'>): string {
  return theme === 'partnership' ? 'events' : 'cases'
}
