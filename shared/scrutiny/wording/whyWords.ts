import { listWords } from '../../figures/listWords.ts'
import { measurePhrase } from './measurePhrase.ts'
import { judgement, type Spoken } from './spoken.ts'

const mostMeasures = 3

/** Why it matters: the board's own aim, what the measure's direction means, and what the movement says of it. */
export function whyWords(spoken: Spoken): string {
  const { signal, metric, partnership } = spoken
  const { facts, place } = signal
  switch (facts.kind) {
    case 'missingReturn': {
      const shown = facts.measures.slice(0, mostMeasures)
      const rest = facts.measures.length - shown.length
      const names = listWords([...shown.map((name) => `‘${name}’`), ...(rest > 0 ? [`${rest} more`] : [])])
      const where = place.isWhole ? place.name : `${place.name} or for ${partnership.areaName} as a whole`
      return `Without them there is no figure of ${names} for ${where} in these months: a missing month is never counted as zero.`
    }
    case 'promiseDue':
      return 'Its day has come, and a promise is worth what is asked about it afterwards.'
    case 'restated':
      return sentences([
        'Whoever read or quoted the earlier figure was told something else, and should hear of it from the sender.',
        aimOf(spoken),
      ])
    case 'missedTarget':
    case 'forecast':
      return sentences([`The target: ${withStop(facts.reason)}`, aimOf(spoken)])
    case 'divergence':
      return sentences([
        `${upper(measurePhraseOf(spoken))} and ${companionPhrase(spoken)} are read side by side: where one moves and the other does not, somebody may be missed on either side.`,
        aimOf(spoken),
      ])
    case 'specialCause':
    case 'yearChange':
    case 'outlier': {
      if (!metric) return ''
      const verdict = judgement(metric, signal.direction)
      const better = metric.polarity.direction === 'up' ? 'Higher' : 'Lower'
      const judged = verdict === 'neutral' ? '' : `${better} is better here. `
      return sentences([`${judged}${withStop(metric.polarity.reason)}`, aimOf(spoken)])
    }
  }
}

function aimOf({ metric, partnership }: Spoken): string {
  const aim = partnership.aims.find(({ metrics }) => metric !== null && metrics.includes(metric.id))
  return aim ? `It bears on the Board’s aim “${aim.name}”.` : ''
}

function measurePhraseOf({ metric }: Spoken): string {
  return metric ? measurePhrase(metric) : ''
}

function companionPhrase({ companion }: Spoken): string {
  return companion ? measurePhrase(companion) : 'their companions'
}

function sentences(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

function withStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
