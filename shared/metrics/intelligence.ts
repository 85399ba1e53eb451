import type { Condition, Metric } from './metric.ts'
import { intelligenceFlow } from './polarities.ts'

const family = {
  theme: 'intelligence',
  feed: 'intelligence',
  owner: 'Police intelligence bureau',
  provisionalLag: 1,
} as const
const noun = { one: 'submission', many: 'submissions' }
const dimensions = [
  'theme',
  'source_sector',
  'source_evaluation',
  'information_assessment',
  'handling',
  'result',
]
const timeCaveat = 'A submission is counted in the month it was made, whatever time it speaks of.'

function onThemes(themes: readonly string[]) {
  const where: Condition = { field: 'theme', in: themes }
  return { kind: 'additive', of: 'count', where } as const
}

/** Intelligence: how much is sent, by whom, about what, and whether it leads anywhere. */
export const intelligenceMetrics: readonly Metric[] = [
  {
    ...family,
    id: 'intel.submissions',
    name: 'Intelligence submissions',
    definition:
      'Intelligence submissions on any of the board’s themes, by the month submitted. The text and the source are never held here.',
    measure: { kind: 'additive', of: 'count' },
    unit: 'count',
    noun,
    polarity: intelligenceFlow,
    breakdowns: dimensions,
    caveats: [timeCaveat],
    companions: ['intel.fromPartners', 'intel.developed', 'event.attendances'],
    ratePer: 100000,
    headline: true,
  },
  {
    ...family,
    id: 'intel.fromPartners',
    name: 'Intelligence that partners sent',
    definition:
      'Of the submissions made in the period, the share sent by an organisation other than the police: councils, health, education, housing, charities and others. The public is not a partner and counts only in the whole.',
    measure: {
      kind: 'ratio',
      numerator: {
        of: 'count',
        where: {
          field: 'source_sector',
          in: ['council', 'health', 'education', 'housing', 'charity', 'other'],
        },
      },
      denominator: { of: 'count', where: { field: 'source_sector', known: true } },
      multiplier: 100,
    },
    unit: 'percent',
    noun,
    polarity: {
      direction: 'neutral',
      reason:
        'It rises when partners send more and also when the police send less. Read it beside the number of submissions.',
    },
    breakdowns: ['theme', 'source_evaluation', 'result'],
    caveats: [timeCaveat],
    companions: ['intel.submissions', 'event.attendances'],
    ratePer: null,
    headline: true,
  },
  {
    ...family,
    id: 'intel.developed',
    name: 'Intelligence that led to something',
    definition:
      'Of the submissions whose result was decided in the period, the share that were developed or disseminated rather than closed with no further action. The month is that of the result.',
    measure: {
      kind: 'ratio',
      numerator: {
        of: 'count',
        where: { field: 'result', in: ['developed', 'disseminated'] },
        date: 'result_date',
      },
      denominator: { of: 'count', where: { field: 'result', known: true }, date: 'result_date' },
      multiplier: 100,
    },
    unit: 'percent',
    noun: { one: 'result', many: 'results' },
    polarity: {
      direction: 'neutral',
      reason:
        'A lower share can mean weaker intelligence or simply more of it, so neither direction is good or bad by itself.',
    },
    breakdowns: ['theme', 'source_sector', 'source_evaluation', 'information_assessment'],
    caveats: ['Submissions still being assessed are not part of it.'],
    companions: ['intel.submissions', 'intel.fromPartners'],
    ratePer: null,
    headline: false,
  },
  {
    ...family,
    id: 'intel.domesticSexualAbuse',
    name: 'Domestic and sexual abuse intelligence submissions',
    definition:
      'Intelligence submissions mainly about domestic abuse, sexual abuse or honour-based abuse, by the month submitted.',
    measure: onThemes(['domestic-abuse', 'sexual-abuse', 'honour-based-abuse']),
    unit: 'count',
    noun,
    polarity: intelligenceFlow,
    breakdowns: dimensions,
    caveats: [timeCaveat],
    companions: ['intel.submissions', 'da.crimes', 'sa.rape'],
    ratePer: 100000,
    headline: true,
  },
  {
    ...family,
    id: 'intel.modernSlavery',
    name: 'Modern slavery intelligence submissions',
    definition:
      'Intelligence submissions mainly about modern slavery, by the month submitted. County lines are counted under exploitation.',
    measure: onThemes(['modern-slavery']),
    unit: 'count',
    noun,
    polarity: intelligenceFlow,
    breakdowns: dimensions.filter((dimension) => dimension !== 'theme'),
    caveats: [timeCaveat],
    companions: ['ms.crimes', 'nrm.referrals', 'intel.exploitation'],
    ratePer: 100000,
    headline: true,
  },
  {
    ...family,
    id: 'intel.exploitation',
    name: 'Exploitation intelligence submissions',
    definition:
      'Intelligence submissions mainly about child sexual exploitation or county lines, by the month submitted. Modern slavery is counted apart.',
    measure: onThemes(['child-sexual-exploitation', 'county-lines']),
    unit: 'count',
    noun,
    polarity: intelligenceFlow,
    breakdowns: dimensions,
    caveats: [timeCaveat],
    companions: ['sa.childSexualExploitation', 'nrm.countyLines', 'intel.modernSlavery'],
    ratePer: 100000,
    headline: false,
  },
]
