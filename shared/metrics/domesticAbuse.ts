import { chargedOutcomes, victimDoesNotSupportOutcomes } from '../feeds/outcomeTypes.ts'
import { all, isClosed, isCrime, isDomesticAbuse, isDomesticAbuseCrime } from './conditions.ts'
import type { Condition, Metric } from './metric.ts'
import { charge, hiddenCrime, withdrawal } from './polarities.ts'

const family = { theme: 'domesticAbuse', feed: 'crime', owner: 'Police performance team' } as const
const crimeNoun = { one: 'crime', many: 'crimes' }
const victimDimensions = ['victim_sex', 'victim_age_band']
const flagCaveat =
  'It depends on officers setting the domestic abuse flag. A crime whose flag is not known is not counted.'
const closedCaveats = [
  'It counts crimes by the month they were closed, not the month they were recorded, so a campaign to close old cases moves it.',
  'Crimes still open (no outcome, or type 0) are not part of it.',
]

function closed(outcomes: readonly string[]) {
  const where = (condition: Condition) => all(isDomesticAbuseCrime, condition)
  return {
    kind: 'ratio',
    numerator: { of: 'count', where: where({ field: 'outcome_type', in: outcomes }), date: 'outcome_date' },
    denominator: { of: 'count', where: where(isClosed), date: 'outcome_date' },
    multiplier: 100,
  } as const
}

/** Domestic abuse: demand, crime, repetition and what became of the cases. A flag on any offence, not an offence of its own. */
export const domesticAbuseMetrics: readonly Metric[] = [
  {
    ...family,
    id: 'da.demand',
    name: 'Domestic abuse incidents and crimes',
    definition:
      'Everything the police recorded with a domestic abuse flag, by the month recorded: crimes, and incidents in which no crime was recorded. It is the demand that reaches the police. Shown only where incidents are supplied as well as crimes.',
    measure: { kind: 'additive', of: 'count', where: isDomesticAbuse },
    needs: { field: 'kind', is: 'incident' },
    unit: 'count',
    noun: { one: 'incident or crime', many: 'incidents and crimes' },
    polarity: hiddenCrime,
    provisionalLag: 1,
    breakdowns: ['kind', 'offence_group', ...victimDimensions],
    caveats: [
      flagCaveat,
      'An incident that is later found to be a crime moves from one to the other; the total stays.',
    ],
    companions: ['da.crimes', 'da.incidents', 'returns.maracCases', 'returns.idvaReferrals'],
    ratePer: 1000,
    headline: true,
  },
  {
    ...family,
    id: 'da.incidents',
    name: 'Domestic abuse incidents that are not crimes',
    definition:
      'Incidents flagged as domestic abuse in which no notifiable crime was recorded, by the month recorded. They are not crimes and are never part of a count of crimes.',
    measure: {
      kind: 'additive',
      of: 'count',
      where: all({ field: 'kind', is: 'incident' }, isDomesticAbuse),
    },
    needs: { field: 'kind', is: 'incident' },
    unit: 'count',
    noun: { one: 'incident', many: 'incidents' },
    polarity: {
      direction: 'neutral',
      reason:
        'It falls both when there is less abuse and when more of it is rightly recorded as crime, so neither direction is good or bad by itself.',
    },
    provisionalLag: 1,
    breakdowns: victimDimensions,
    caveats: [flagCaveat, 'Better crime recording moves cases from here to crimes.'],
    companions: ['da.crimes', 'da.demand'],
    ratePer: 1000,
    headline: false,
  },
  {
    ...family,
    id: 'da.crimes',
    name: 'Domestic abuse crimes recorded',
    definition:
      'Notifiable crimes flagged as domestic abuse, by the month they were recorded. Any offence may carry the flag, from assault to criminal damage. Incidents in which no crime was recorded are left out.',
    measure: { kind: 'additive', of: 'count', where: isDomesticAbuseCrime },
    unit: 'count',
    noun: crimeNoun,
    polarity: hiddenCrime,
    provisionalLag: 1,
    breakdowns: ['offence_group', 'offence_code', 'outcome_type', ...victimDimensions],
    caveats: [flagCaveat, 'One victim may have several crimes in a month; see repeat victims.'],
    companions: ['da.incidents', 'da.repeatVictims', 'da.charged', 'returns.dvpo', 'returns.idvaReferrals'],
    ratePer: 1000,
    headline: true,
  },
  {
    ...family,
    id: 'da.repeatVictims',
    name: 'Victims who had reported domestic abuse before',
    definition:
      'Of the different victims of a domestic abuse crime in the period, the share who had another domestic abuse crime recorded in the 12 months before it. Each victim counts once however many crimes. Crimes without a victim reference, and rows that stand for several crimes, cannot be followed and are left out; their number is stated.',
    measure: { kind: 'repeatVictims', victim: 'victim_ref', where: isDomesticAbuseCrime, monthsBefore: 12 },
    unit: 'percent',
    noun: { one: 'victim', many: 'victims' },
    polarity: {
      direction: 'down',
      reason: 'A victim who comes back has been harmed again after the police knew.',
    },
    provisionalLag: 1,
    breakdowns: victimDimensions,
    caveats: [
      'There is no figure in the first 12 months held, because nobody can be looked up before them.',
      'Longer periods give higher shares than months; compare like with like.',
      'It also rises when victims come back because they trust the police more.',
    ],
    companions: ['da.crimes', 'da.demand', 'returns.maracRepeats'],
    ratePer: null,
    headline: true,
  },
  {
    ...family,
    id: 'da.charged',
    name: 'Domestic abuse crimes closed with a charge',
    definition:
      'Of the domestic abuse crimes closed in the period, the share closed with a charge or summons (outcome 1, with 1A for an alternative offence). The month is that of the outcome.',
    measure: closed(chargedOutcomes),
    unit: 'percent',
    noun: { one: 'closed crime', many: 'closed crimes' },
    polarity: charge,
    provisionalLag: 4,
    breakdowns: ['offence_group', ...victimDimensions],
    caveats: closedCaveats,
    companions: ['da.victimDoesNotSupport', 'da.crimes'],
    ratePer: null,
    headline: true,
  },
  {
    ...family,
    id: 'da.victimDoesNotSupport',
    name: 'Domestic abuse crimes closed without the victim’s support',
    definition:
      'Of the domestic abuse crimes closed in the period, the share closed because the victim does not support further action, whether a suspect was identified (outcome 16) or not (outcome 14). It holds victims who withdrew and victims who never gave support. The month is that of the outcome.',
    measure: closed(victimDoesNotSupportOutcomes),
    unit: 'percent',
    noun: { one: 'closed crime', many: 'closed crimes' },
    polarity: withdrawal,
    provisionalLag: 4,
    breakdowns: ['offence_group', ...victimDimensions],
    caveats: closedCaveats,
    companions: ['da.charged', 'returns.idvaReferrals'],
    ratePer: null,
    headline: true,
  },
  {
    ...family,
    id: 'da.stalkingHarassment',
    name: 'Domestic stalking and harassment crimes',
    definition:
      'Domestic abuse crimes of harassment (8L, 8M), stalking (8Q) and malicious communications (8R), by the month recorded. Controlling or coercive behaviour is counted apart.',
    measure: {
      kind: 'additive',
      of: 'count',
      where: all(isDomesticAbuseCrime, { field: 'offence_code', in: ['8L', '8M', '8Q', '8R'] }),
    },
    unit: 'count',
    noun: crimeNoun,
    polarity: hiddenCrime,
    provisionalLag: 1,
    breakdowns: ['offence_code', 'outcome_type', ...victimDimensions],
    caveats: [
      flagCaveat,
      'Counting rules changed in April 2018, April 2020 and May 2023: compare across those months with care.',
      'It needs offence codes; publishers’ street files have none.',
    ],
    companions: ['da.crimes', 'da.coerciveControl'],
    ratePer: 1000,
    headline: false,
  },
  {
    ...family,
    id: 'da.coerciveControl',
    name: 'Controlling or coercive behaviour crimes',
    definition:
      'Domestic abuse crimes of controlling or coercive behaviour in an intimate or family relationship (8U), by the month recorded. An offence since December 2015.',
    measure: {
      kind: 'additive',
      of: 'count',
      where: all(isDomesticAbuseCrime, { field: 'offence_code', is: '8U' }),
    },
    unit: 'count',
    noun: crimeNoun,
    polarity: hiddenCrime,
    provisionalLag: 1,
    breakdowns: ['outcome_type', ...victimDimensions],
    caveats: [flagCaveat, 'Much of it is recorded under another offence. It needs offence codes.'],
    companions: ['da.crimes', 'da.stalkingHarassment', 'event.firstResponders'],
    ratePer: 100000,
    headline: false,
  },
  {
    ...family,
    id: 'da.honourBased',
    name: 'Honour-based abuse crimes',
    definition:
      'Notifiable crimes flagged as so-called honour-based abuse, by the month recorded. Any offence may carry the flag, whether or not it is also flagged as domestic abuse. Collected by every force since April 2019.',
    measure: {
      kind: 'additive',
      of: 'count',
      where: all(isCrime, { field: 'honour_based_abuse', is: true }),
    },
    unit: 'count',
    noun: crimeNoun,
    polarity: hiddenCrime,
    provisionalLag: 1,
    breakdowns: ['offence_group', 'domestic_abuse', ...victimDimensions],
    caveats: [
      'The numbers are small: read quarters or years rather than months.',
      'Before April 2019 the flag was set unevenly.',
    ],
    companions: ['da.crimes', 'intel.domesticSexualAbuse'],
    ratePer: 100000,
    headline: true,
  },
  {
    ...family,
    id: 'da.victims16to17',
    name: 'Victims of domestic abuse crimes aged 16 and 17',
    definition:
      'Different victims aged 16 or 17 of a domestic abuse crime recorded in the period; each counts once however many crimes. The statutory definition of domestic abuse begins at 16. Younger children are affected too: they are counted through returns such as Operation Encompass.',
    measure: {
      kind: 'distinct',
      field: 'victim_ref',
      where: all(isDomesticAbuseCrime, { field: 'victim_age', in: [16, 17] }),
    },
    unit: 'count',
    noun: { one: 'victim', many: 'victims' },
    polarity: hiddenCrime,
    provisionalLag: 1,
    breakdowns: ['offence_group', 'victim_sex'],
    caveats: [
      flagCaveat,
      'Crimes without a victim reference or an age cannot be counted.',
      'Months do not add up to a year: a victim of several months counts once in the year.',
    ],
    companions: ['da.crimes', 'returns.operationEncompass'],
    ratePer: 100000,
    headline: false,
  },
]
