import type { Metric } from '../../metrics/metric.ts'
import { lowerFirst } from '../../series/finding.ts'
import type { SignalPart } from '../signal.ts'

/** How a sentence names measures whose name in the catalogue is a heading rather than part of a sentence. */
const phrases: Readonly<Record<string, string>> = {
  'nrm.children': 'the share of referrals that are of people exploited as children',
  'nrm.ukNationals': 'the share of referrals that are of UK nationals',
  'nrm.dutyToNotify': 'Duty to Notify reports',
  'nrm.positiveReasonableGrounds': 'the share of reasonable grounds decisions that are positive',
  'nrm.countyLines': 'referrals flagged as county lines',
  'sa.nonRecent': 'the share of sexual offences that are recorded more than a year after they happened',
  'intel.fromPartners': 'the share of intelligence that comes from partners',
  'intel.developed': 'the share of intelligence that led to something',
  'event.takeUp': 'the take-up of places at events',
  'event.confidenceGain': 'the gain in confidence from training',
  'event.agencies': 'agencies that took part in events',
  'returns.clareRightToAsk': 'right-to-ask applications under Clare’s Law',
  'returns.clareRightToKnow': 'right-to-know applications under Clare’s Law',
}

/** A measure as a sentence names it: "domestic abuse crimes recorded", "the share of …", "the median number of days …". */
export function measurePhrase(
  metric: Pick<Metric, 'id' | 'name' | 'unit'>,
  part: SignalPart | null = null,
): string {
  const own = phrases[metric.id] ?? usual(metric)
  return part === null ? own : `${own} (${lowerFirst(part.dimensionLabel)}: ${lowerFirst(part.name)})`
}

function usual({ name, unit }: Pick<Metric, 'name' | 'unit'>): string {
  switch (unit) {
    case 'percent':
      return `the share of ${lowerFirst(name)}`
    case 'days':
      return `the median number of ${lowerFirst(name)}`
    case 'count':
    case 'points':
    case 'perHundred':
      return lowerFirst(name)
  }
}

/** The same without its article, to follow an adjective: "share of …". */
export function withoutArticle(phrase: string): string {
  return phrase.replace(/^the /, '')
}
