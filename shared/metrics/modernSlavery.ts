import { all, isModernSlaveryCrime, isReferral } from './conditions.ts'
import type { Condition, Metric } from './metric.ts'
import { description, hiddenCrime, hiddenVictims } from './polarities.ts'

const referralNoun = { one: 'referral', many: 'referrals' }
const family = {
  theme: 'modernSlavery',
  feed: 'nrm',
  owner: 'Home Office, with the police lead for modern slavery',
} as const
const referralDimensions = [
  'first_responder_type',
  'first_responder',
  'age_group',
  'sex',
  'nationality',
  'exploitation',
  'county_lines',
]
const livingCaveat =
  'Referrals are corrected long after the quarter they belong to: recent figures always move.'
const adultCaveat =
  'Adults are referred only if they consent; those who refuse are counted under Duty to Notify and never added. Children need no consent.'

function shareOfReferrals(of: Condition, among: Condition) {
  return {
    kind: 'ratio',
    numerator: { of: 'count', where: all(isReferral, of) },
    denominator: { of: 'count', where: all(isReferral, among) },
    multiplier: 100,
  } as const
}

/** Modern slavery crime, referrals of potential victims and the decisions on them. */
export const modernSlaveryMetrics: readonly Metric[] = [
  {
    id: 'ms.crimes',
    name: 'Modern slavery crimes recorded',
    theme: 'modernSlavery',
    definition:
      'Crimes of modern slavery (offence code 106) and trafficking for sexual exploitation (72), by the month they were recorded. Other offences committed in the course of exploitation are not part of it.',
    feed: 'crime',
    measure: { kind: 'additive', of: 'count', where: isModernSlaveryCrime },
    unit: 'count',
    noun: { one: 'crime', many: 'crimes' },
    polarity: hiddenCrime,
    provisionalLag: 1,
    breakdowns: ['offence_code', 'victim_sex', 'victim_age_band', 'outcome_type'],
    caveats: [
      'Recorded crime shows where exploitation was found, not how much there is.',
      'A referral to the National Referral Mechanism should be recorded as a crime too, often in a later month.',
    ],
    owner: 'Police performance team',
    companions: ['nrm.referrals', 'nrm.perHundredCrimes', 'intel.modernSlavery', 'returns.stpo'],
    ratePer: 100000,
    headline: true,
  },
  {
    ...family,
    id: 'nrm.referrals',
    name: 'Referrals to the National Referral Mechanism',
    definition:
      'Potential victims of modern slavery referred by first responders, by the month (or calendar quarter) of the referral. Duty to Notify reports are not part of it.',
    measure: { kind: 'additive', of: 'count', where: isReferral },
    unit: 'count',
    noun: referralNoun,
    polarity: hiddenVictims,
    provisionalLag: 3,
    breakdowns: referralDimensions,
    caveats: [
      livingCaveat,
      adultCaveat,
      'The place is where the referral was made, which may not be where the exploitation happened.',
    ],
    companions: ['nrm.dutyToNotify', 'ms.crimes', 'nrm.perHundredCrimes', 'event.firstResponders'],
    ratePer: 100000,
    headline: true,
  },
  {
    ...family,
    id: 'nrm.children',
    name: 'Referrals of people exploited as children',
    definition:
      'Of the referrals made in the period whose age group is known, the share of people who were 17 or under when they were exploited.',
    measure: shareOfReferrals(
      { field: 'age_group', is: 'child' },
      { field: 'age_group', in: ['adult', 'child'] },
    ),
    unit: 'percent',
    noun: referralNoun,
    polarity: description,
    provisionalLag: 3,
    breakdowns: ['first_responder_type', 'sex', 'exploitation', 'county_lines'],
    caveats: [livingCaveat, 'Because children need no consent, the share rises when adults refuse.'],
    companions: ['nrm.referrals', 'nrm.countyLines', 'sa.childSexualExploitation'],
    ratePer: null,
    headline: false,
  },
  {
    ...family,
    id: 'nrm.ukNationals',
    name: 'Referrals of UK nationals',
    definition:
      'Of the referrals made in the period whose nationality is known, the share of UK nationals. It is about victims; the residence of offenders is another figure, which the police return.',
    measure: shareOfReferrals(
      { field: 'nationality', is: 'UK' },
      all({ field: 'nationality', known: true }, { not: { field: 'nationality', is: 'not-known' } }),
    ),
    unit: 'percent',
    noun: referralNoun,
    polarity: description,
    provisionalLag: 3,
    breakdowns: ['first_responder_type', 'age_group', 'sex', 'exploitation'],
    caveats: [
      livingCaveat,
      'People with the UK and another nationality are counted under both names together, not here.',
    ],
    companions: ['nrm.referrals', 'returns.ukResidentOffenders'],
    ratePer: null,
    headline: false,
  },
  {
    ...family,
    id: 'nrm.countyLines',
    name: 'Referrals flagged as county lines',
    definition:
      'Referrals made in the period with the county lines flag. Where a sender does not supply the flag there is no figure.',
    measure: { kind: 'additive', of: 'count', where: all(isReferral, { field: 'county_lines', is: true }) },
    unit: 'count',
    noun: referralNoun,
    polarity: hiddenVictims,
    provisionalLag: 3,
    breakdowns: ['first_responder_type', 'age_group', 'sex'],
    caveats: [
      livingCaveat,
      'It is a flag on referrals of several kinds, most of them for criminal exploitation.',
    ],
    companions: ['nrm.referrals', 'nrm.children', 'intel.exploitation'],
    ratePer: 100000,
    headline: false,
  },
  {
    ...family,
    id: 'nrm.dutyToNotify',
    name: 'Duty to Notify reports',
    definition:
      'Adults whom a first responder believes to be potential victims of modern slavery and who did not consent to a referral, by the month (or calendar quarter) of the report. Never added to referrals.',
    measure: { kind: 'additive', of: 'count', where: { field: 'route', is: 'duty-to-notify' } },
    unit: 'count',
    noun: { one: 'report', many: 'reports' },
    polarity: hiddenVictims,
    provisionalLag: 3,
    breakdowns: ['first_responder_type', 'first_responder', 'sex', 'nationality', 'exploitation'],
    caveats: [
      livingCaveat,
      'More reports beside fewer referrals can mean that adults lost trust in the mechanism.',
    ],
    companions: ['nrm.referrals'],
    ratePer: 100000,
    headline: false,
  },
  {
    ...family,
    id: 'nrm.positiveReasonableGrounds',
    name: 'Positive reasonable grounds decisions',
    definition:
      'Of the reasonable grounds decisions made in the period on this partnership’s referrals, the share that were positive. The month is that of the decision. It is the competent authority’s decision, not the partnership’s.',
    measure: {
      kind: 'ratio',
      numerator: {
        of: 'count',
        where: all(isReferral, { field: 'reasonable_grounds', is: 'positive' }),
        date: 'reasonable_grounds_date',
      },
      denominator: {
        of: 'count',
        where: all(isReferral, { field: 'reasonable_grounds', in: ['positive', 'negative'] }),
        date: 'reasonable_grounds_date',
      },
      multiplier: 100,
    },
    unit: 'percent',
    noun: { one: 'decision', many: 'decisions' },
    polarity: {
      direction: 'neutral',
      reason:
        'The decision is the competent authority’s and follows its rules of evidence, so questions about it go there.',
    },
    provisionalLag: 3,
    breakdowns: ['first_responder_type', 'age_group', 'sex', 'exploitation'],
    caveats: [livingCaveat, 'The evidence threshold was raised in January 2023 and eased in July 2023.'],
    owner: 'Home Office, competent authority',
    companions: ['nrm.daysToReasonableGrounds', 'nrm.referrals'],
    ratePer: null,
    headline: false,
  },
  {
    ...family,
    id: 'nrm.daysToReasonableGrounds',
    name: 'Days from referral to reasonable grounds decision',
    definition:
      'The median number of days from referral to the reasonable grounds decision, of decisions made in the period. Half took longer. Referrals still waiting are not part of it.',
    measure: {
      kind: 'median',
      from: 'referral_date',
      to: 'reasonable_grounds_date',
      where: all(isReferral, { field: 'reasonable_grounds', in: ['positive', 'negative'] }),
      date: 'reasonable_grounds_date',
    },
    unit: 'days',
    noun: { one: 'decision', many: 'decisions' },
    polarity: { direction: 'down', reason: 'A potential victim waits for support to be settled.' },
    provisionalLag: 3,
    breakdowns: ['first_responder_type', 'age_group'],
    caveats: [livingCaveat, 'Clearing a backlog lengthens it for a while, because old cases are decided.'],
    owner: 'Home Office, competent authority',
    companions: ['nrm.positiveReasonableGrounds'],
    ratePer: null,
    headline: false,
  },
  {
    ...family,
    id: 'nrm.perHundredCrimes',
    name: 'Referrals per hundred modern slavery crimes',
    definition:
      'Referrals to the National Referral Mechanism made in the period for every hundred modern slavery crimes recorded in it. It shows whether finding victims and recording crime move together.',
    measure: {
      kind: 'ratio',
      numerator: { of: 'count', where: isReferral },
      denominator: { of: 'count', feed: 'crime', where: isModernSlaveryCrime },
      multiplier: 100,
    },
    unit: 'perHundred',
    noun: referralNoun,
    polarity: description,
    provisionalLag: 3,
    breakdowns: [],
    caveats: [
      'A referral and its crime may fall in different months, and one crime may have several victims.',
      'The numbers are small: read quarters rather than months.',
    ],
    owner: 'Police lead for modern slavery',
    companions: ['nrm.referrals', 'ms.crimes'],
    ratePer: null,
    headline: false,
  },
]
