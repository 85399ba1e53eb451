import { chargedOutcomes, victimDoesNotSupportOutcomes } from '../feeds/outcomeTypes.ts'
import { all, isClosed, isCrime, isSexualOffence, offenceIn } from './conditions.ts'
import type { Condition, Metric } from './metric.ts'
import { charge, hiddenCrime, withdrawal } from './polarities.ts'

const family = { theme: 'sexualAbuse', feed: 'crime', owner: 'Police performance team' } as const
const crimeNoun = { one: 'crime', many: 'crimes' }
const victimDimensions = ['victim_sex', 'victim_age_band']
const recordedCaveat = 'Many are reported long after they happened: the month is that of recording.'
const codeCaveat =
  'Street files of data.police.uk cannot tell sexual offences from violence, so it cannot be shown from them.'
const closedCaveats = [
  'It counts offences by the month they were closed. Sexual offences take long to close, so today’s outcomes are mostly of last year’s offences.',
  'Offences still open (no outcome, or type 0) are not part of it.',
]

function closed(outcomes: readonly string[]) {
  const where = (condition: Condition) => all(isSexualOffence, condition)
  return {
    kind: 'ratio',
    numerator: { of: 'count', where: where({ field: 'outcome_type', in: outcomes }), date: 'outcome_date' },
    denominator: { of: 'count', where: where(isClosed), date: 'outcome_date' },
    multiplier: 100,
  } as const
}

const datedOffence = all(isSexualOffence, { field: 'committed_from', known: true })

/** Sexual abuse: what is recorded, how long it took to be reported, and what became of the cases. */
export const sexualAbuseMetrics: readonly Metric[] = [
  {
    ...family,
    id: 'sa.rape',
    name: 'Rape offences recorded',
    definition:
      'Crimes of rape (offence codes 19C to 19H), of women, men and children, by the month recorded.',
    measure: { kind: 'additive', of: 'count', where: all(isCrime, offenceIn('rape')) },
    unit: 'count',
    noun: { one: 'offence', many: 'offences' },
    polarity: hiddenCrime,
    provisionalLag: 1,
    breakdowns: ['offence_code', 'domestic_abuse', 'child_sexual_abuse', 'outcome_type', ...victimDimensions],
    caveats: [recordedCaveat, codeCaveat],
    companions: ['sa.otherSexual', 'sa.daysToReport', 'sa.nonRecent', 'sa.charged'],
    ratePer: 1000,
    headline: true,
  },
  {
    ...family,
    id: 'sa.otherSexual',
    name: 'Other sexual offences recorded',
    definition:
      'Sexual offences other than rape, such as sexual assault, grooming, exposure and abuse of a position of trust, by the month recorded. Trafficking for sexual exploitation is counted with modern slavery.',
    measure: { kind: 'additive', of: 'count', where: all(isCrime, offenceIn('other-sexual')) },
    unit: 'count',
    noun: { one: 'offence', many: 'offences' },
    polarity: hiddenCrime,
    provisionalLag: 1,
    breakdowns: ['offence_code', 'domestic_abuse', 'child_sexual_abuse', 'outcome_type', ...victimDimensions],
    caveats: [recordedCaveat, codeCaveat],
    companions: ['sa.rape', 'sa.childSexualAbuse', 'sa.charged'],
    ratePer: 1000,
    headline: true,
  },
  {
    ...family,
    id: 'sa.childSexualAbuse',
    name: 'Child sexual abuse crimes',
    definition:
      'Notifiable crimes flagged as child sexual abuse, by the month recorded. Any offence may carry the flag; the victim may be an adult by the time it is reported.',
    measure: {
      kind: 'additive',
      of: 'count',
      where: all(isCrime, { field: 'child_sexual_abuse', is: true }),
    },
    unit: 'count',
    noun: crimeNoun,
    polarity: hiddenCrime,
    provisionalLag: 1,
    breakdowns: ['offence_group', 'child_sexual_exploitation', 'outcome_type', ...victimDimensions],
    caveats: ['It depends on officers setting the flag.', recordedCaveat],
    companions: ['sa.childSexualExploitation', 'sa.nonRecent', 'intel.exploitation'],
    ratePer: 1000,
    headline: true,
  },
  {
    ...family,
    id: 'sa.childSexualExploitation',
    name: 'Child sexual exploitation crimes',
    definition:
      'Notifiable crimes flagged as child sexual exploitation, by the month recorded. Most are flagged as child sexual abuse too: the two are not added.',
    measure: {
      kind: 'additive',
      of: 'count',
      where: all(isCrime, { field: 'child_sexual_exploitation', is: true }),
    },
    unit: 'count',
    noun: crimeNoun,
    polarity: hiddenCrime,
    provisionalLag: 1,
    breakdowns: ['offence_group', 'outcome_type', ...victimDimensions],
    caveats: [
      'It depends on officers setting the flag.',
      'The numbers are small: read quarters rather than months.',
    ],
    companions: ['sa.childSexualAbuse', 'intel.exploitation', 'nrm.children'],
    ratePer: 100000,
    headline: true,
  },
  {
    ...family,
    id: 'sa.charged',
    name: 'Sexual offences closed with a charge',
    definition:
      'Of the rapes and other sexual offences closed in the period, the share closed with a charge or summons (outcome 1, with 1A for an alternative offence). The month is that of the outcome.',
    measure: closed(chargedOutcomes),
    unit: 'percent',
    noun: { one: 'closed offence', many: 'closed offences' },
    polarity: charge,
    provisionalLag: 4,
    breakdowns: ['offence_group', 'child_sexual_abuse', ...victimDimensions],
    caveats: closedCaveats,
    companions: ['sa.victimDoesNotSupport', 'sa.rape', 'sa.otherSexual'],
    ratePer: null,
    headline: true,
  },
  {
    ...family,
    id: 'sa.victimDoesNotSupport',
    name: 'Sexual offences closed without the victim’s support',
    definition:
      'Of the rapes and other sexual offences closed in the period, the share closed because the victim does not support further action, whether a suspect was identified (outcome 16) or not (outcome 14). It holds victims who withdrew and victims who never gave support. The month is that of the outcome.',
    measure: closed(victimDoesNotSupportOutcomes),
    unit: 'percent',
    noun: { one: 'closed offence', many: 'closed offences' },
    polarity: withdrawal,
    provisionalLag: 4,
    breakdowns: ['offence_group', 'child_sexual_abuse', ...victimDimensions],
    caveats: closedCaveats,
    companions: ['sa.charged', 'sa.daysToReport'],
    ratePer: null,
    headline: true,
  },
  {
    ...family,
    id: 'sa.daysToReport',
    name: 'Days from sexual offence to recording',
    definition:
      'The median number of days from the day a rape or other sexual offence happened (the first day it may have) to the day it was recorded, of offences recorded in the period. Half took longer. Offences without both days are left out.',
    measure: { kind: 'median', from: 'committed_from', to: 'recorded_date', where: isSexualOffence },
    unit: 'days',
    noun: { one: 'offence', many: 'offences' },
    polarity: {
      direction: 'down',
      reason: 'The sooner an offence is reported, the sooner a victim is helped and evidence is found.',
    },
    provisionalLag: 1,
    breakdowns: ['offence_group', 'child_sexual_abuse', ...victimDimensions],
    caveats: [
      'A campaign that brings forward non-recent offences lengthens it, and that is not bad: read it beside the non-recent share.',
      'Months do not average to a year: each period has its own median.',
    ],
    companions: ['sa.nonRecent', 'sa.rape', 'sa.otherSexual'],
    ratePer: null,
    headline: true,
  },
  {
    ...family,
    id: 'sa.nonRecent',
    name: 'Sexual offences recorded more than a year after',
    definition:
      'Of the rapes and other sexual offences recorded in the period whose day is known, the share that happened more than a year (365 days) before they were recorded.',
    measure: {
      kind: 'ratio',
      numerator: {
        of: 'count',
        where: all(isSexualOffence, { from: 'committed_from', to: 'recorded_date', daysOver: 365 }),
      },
      denominator: { of: 'count', where: datedOffence },
      multiplier: 100,
    },
    unit: 'percent',
    noun: { one: 'offence', many: 'offences' },
    polarity: {
      direction: 'neutral',
      reason:
        'It rises when victims of past abuse find the confidence to come forward, and when present abuse is reported late.',
    },
    provisionalLag: 1,
    breakdowns: ['offence_group', 'child_sexual_abuse', ...victimDimensions],
    caveats: ['Inquiries and trials in the news bring non-recent offences forward.'],
    companions: ['sa.daysToReport', 'sa.childSexualAbuse'],
    ratePer: null,
    headline: false,
  },
]
