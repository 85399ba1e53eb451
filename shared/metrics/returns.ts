import { all } from './conditions.ts'
import type { Metric, Polarity } from './metric.ts'
import { activity, description } from './polarities.ts'

interface Return {
  readonly id: string
  readonly measure: string
  readonly name: string
  readonly definition: string
  readonly noun: { readonly one: string; readonly many: string }
  readonly owner: string
  readonly companions: readonly string[]
  readonly headline?: boolean
  readonly polarity?: Polarity
  readonly caveats?: readonly string[]
}

const asSent =
  'It is a figure that partners count themselves and send as it is; it cannot be broken down or checked here.'

function returned({
  id,
  measure,
  caveats = [],
  headline = false,
  polarity = activity,
  ...words
}: Return): Metric {
  return {
    id,
    theme: 'returns',
    feed: 'returns',
    measure: { kind: 'additive', of: 'sum', field: 'value', where: { field: 'measure', is: measure } },
    needs: { field: 'measure', is: measure },
    unit: 'count',
    polarity,
    provisionalLag: 1,
    breakdowns: ['agency'],
    caveats: [...caveats, asSent],
    ratePer: 100000,
    headline,
    ...words,
  }
}

/** Figures that partners return, as they come. */
export const returnsMetrics: readonly Metric[] = [
  returned({
    id: 'returns.maracCases',
    measure: 'marac-cases',
    name: 'Cases heard at MARAC',
    definition:
      'Cases of high-risk domestic abuse heard at the multi-agency risk assessment conferences in the period, as the councils return them.',
    noun: { one: 'case', many: 'cases' },
    owner: 'Council MARAC coordinators',
    companions: ['returns.maracRepeats', 'returns.idvaReferrals', 'da.crimes'],
    headline: true,
  }),
  returned({
    id: 'returns.maracRepeats',
    measure: 'marac-repeats',
    name: 'Repeat cases at MARAC',
    definition:
      'Cases heard at MARAC in the period whose victim had been heard there in the 12 months before, as the councils return them. They are part of the cases heard.',
    noun: { one: 'repeat case', many: 'repeat cases' },
    owner: 'Council MARAC coordinators',
    companions: ['returns.maracCases', 'da.repeatVictims'],
    polarity: {
      direction: 'neutral',
      reason:
        'A case that is heard again was harmed again, but it was also noticed again, so neither direction is good or bad by itself.',
    },
  }),
  returned({
    id: 'returns.idvaReferrals',
    measure: 'idva-referrals',
    name: 'Referrals to independent domestic violence advisers',
    definition:
      'Victims referred to an independent domestic violence adviser (IDVA) in the period, as the services return them.',
    noun: { one: 'referral', many: 'referrals' },
    owner: 'Specialist domestic abuse services',
    companions: ['returns.maracCases', 'da.victimDoesNotSupport'],
  }),
  returned({
    id: 'returns.dvpn',
    measure: 'dvpn',
    name: 'Domestic violence protection notices issued',
    definition:
      'Protection notices that the police issued in the period. A notice lasts 48 hours, within which a court is asked for an order.',
    noun: { one: 'notice', many: 'notices' },
    owner: 'Police safeguarding lead',
    companions: ['returns.dvpo', 'da.crimes'],
  }),
  returned({
    id: 'returns.dvpo',
    measure: 'dvpo',
    name: 'Domestic violence protection orders granted',
    definition: 'Protection orders that courts granted on the police’s application in the period.',
    noun: { one: 'order', many: 'orders' },
    owner: 'Police safeguarding lead',
    companions: ['returns.dvpn', 'da.crimes', 'da.repeatVictims'],
    headline: true,
  }),
  returned({
    id: 'returns.clareRightToAsk',
    measure: 'clare-right-to-ask',
    name: 'Clare’s Law: right to ask',
    definition:
      'Applications in the period by people who asked the police whether a partner has a history of violence (the domestic violence disclosure scheme, right to ask).',
    noun: { one: 'application', many: 'applications' },
    owner: 'Police safeguarding lead',
    companions: ['returns.clareRightToKnow', 'da.crimes'],
  }),
  returned({
    id: 'returns.clareRightToKnow',
    measure: 'clare-right-to-know',
    name: 'Clare’s Law: right to know',
    definition:
      'Cases in the period in which an agency asked the police to consider telling somebody of a partner’s history of violence (the domestic violence disclosure scheme, right to know).',
    noun: { one: 'application', many: 'applications' },
    owner: 'Police safeguarding lead',
    companions: ['returns.clareRightToAsk', 'da.repeatVictims'],
  }),
  returned({
    id: 'returns.stpo',
    measure: 'stpo',
    name: 'Slavery and trafficking prevention orders',
    definition:
      'Slavery and trafficking prevention orders that courts made in the period, as the police return them.',
    noun: { one: 'order', many: 'orders' },
    owner: 'Police lead for modern slavery',
    companions: ['ms.crimes', 'nrm.referrals'],
    caveats: ['It is usually returned by the quarter: months are then not shown.'],
  }),
  returned({
    id: 'returns.operationEncompass',
    measure: 'operation-encompass',
    name: 'Operation Encompass notifications',
    definition:
      'Notifications in the period by which the police told a school, before the next school day, that a child had been involved in or exposed to domestic abuse.',
    noun: { one: 'notification', many: 'notifications' },
    owner: 'Police safeguarding lead',
    companions: ['da.demand', 'da.victims16to17'],
    caveats: ['It follows the school year: there are few in the holidays.'],
  }),
  {
    ...returned({
      id: 'returns.ukResidentOffenders',
      measure: 'offenders-uk-resident',
      name: 'UK residents among modern slavery offenders',
      definition:
        'Of the modern slavery offenders and suspects of known residence in the period, the share resident in the UK, as the police return it. It is about offenders, not victims.',
      noun: { one: 'offender', many: 'offenders' },
      owner: 'Police lead for modern slavery',
      companions: ['ms.crimes', 'nrm.ukNationals'],
      polarity: description,
      caveats: [
        'The numbers are small, and it is usually returned by the quarter: months are then not shown.',
      ],
    }),
    measure: {
      kind: 'ratio',
      numerator: { of: 'sum', field: 'value', where: ukResident() },
      denominator: { of: 'sum', field: 'denominator', where: ukResident() },
      multiplier: 100,
    },
    unit: 'percent',
    ratePer: null,
  },
]

function ukResident() {
  return all({ field: 'measure', is: 'offenders-uk-resident' }, { field: 'denominator', known: true })
}
