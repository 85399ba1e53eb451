import type { CalendarEvent } from '../series/metricPage.ts'
import { matchesMetric } from './matchesMetric.ts'

/** A change of law or counting rule, with the metrics it touches: ids, families such as 'da.*', or '*' for all. */
export interface CatalogueEvent extends CalendarEvent {
  readonly metrics: readonly string[]
}

/**
 * Steps in the series that every reader must know of, in order of time. Where `certain` is false the date or the
 * change was not checked at its source: correct it here.
 */
export const calendar: readonly CatalogueEvent[] = [
  {
    month: '2014-04',
    title: 'Stalking counted apart from harassment',
    kind: 'countingRule',
    detail: 'Stalking has its own offence code from April 2014; before, it was part of harassment.',
    certain: true,
    metrics: ['da.stalkingHarassment'],
  },
  {
    month: '2015-04',
    title: 'Malicious communications become notifiable',
    kind: 'countingRule',
    detail:
      'Malicious communications count as recorded crime from April 2015, which raises counts of harassment and of all crime.',
    certain: true,
    metrics: ['da.stalkingHarassment', 'da.crimes', 'da.demand', 'crime.recorded'],
  },
  {
    month: '2015-04',
    title: 'Modern slavery offences recorded',
    kind: 'countingRule',
    detail: 'Modern slavery offences are recorded from April 2015.',
    certain: true,
    metrics: ['ms.*', 'nrm.perHundredCrimes'],
  },
  {
    month: '2015-07',
    title: 'Modern Slavery Act in force',
    kind: 'law',
    detail: 'The Modern Slavery Act 2015 came into force in July 2015.',
    certain: true,
    metrics: ['ms.*', 'nrm.*', 'returns.stpo'],
  },
  {
    month: '2015-12',
    title: 'Controlling or coercive behaviour becomes an offence',
    kind: 'law',
    detail:
      'Controlling or coercive behaviour in an intimate or family relationship is an offence from December 2015.',
    certain: false,
    metrics: ['da.coerciveControl', 'da.crimes'],
  },
  {
    month: '2018-04',
    title: 'Course of conduct recorded in addition; repeat-victim flag',
    kind: 'countingRule',
    detail:
      'From April 2018 stalking, harassment and controlling behaviour are recorded in addition to the most serious other offence, and a repeat-victim flag is mandatory. Counts rise without more harm.',
    certain: true,
    metrics: [
      'da.stalkingHarassment',
      'da.coerciveControl',
      'da.crimes',
      'da.demand',
      'da.repeatVictims',
      'crime.recorded',
    ],
  },
  {
    month: '2019-04',
    title: 'Honour-based abuse collected by every force',
    kind: 'countingRule',
    detail: 'Collection of the honour-based abuse flag is mandatory from April 2019.',
    certain: true,
    metrics: ['da.honourBased'],
  },
  {
    month: '2019-04',
    title: 'Outcome 22 introduced',
    kind: 'countingRule',
    detail:
      'Diversionary, educational or intervention activity is an outcome of its own from April 2019, which moves the shares of other outcomes.',
    certain: true,
    metrics: ['da.charged', 'da.victimDoesNotSupport', 'sa.charged', 'sa.victimDoesNotSupport'],
  },
  {
    month: '2020-03',
    title: 'First lockdown',
    kind: 'lockdown',
    detail: 'The first national lockdown began in late March 2020.',
    certain: true,
    metrics: ['*'],
  },
  {
    month: '2020-04',
    title: 'Former partner’s conduct presumed stalking',
    kind: 'countingRule',
    detail:
      'From April 2020 a course of conduct by a former partner is recorded as stalking unless it is shown to be harassment.',
    certain: true,
    metrics: ['da.stalkingHarassment'],
  },
  {
    month: '2020-11',
    title: 'Second lockdown',
    kind: 'lockdown',
    detail: 'The second national lockdown, November 2020.',
    certain: true,
    metrics: ['*'],
  },
  {
    month: '2021-01',
    title: 'Third lockdown',
    kind: 'lockdown',
    detail: 'The third national lockdown began in January 2021.',
    certain: true,
    metrics: ['*'],
  },
  {
    month: '2021-10',
    title: 'Statutory definition of domestic abuse',
    kind: 'law',
    detail:
      'The statutory definition of domestic abuse (Domestic Abuse Act 2021) applies from 1 October 2021.',
    certain: false,
    metrics: ['da.*'],
  },
  {
    month: '2021-11',
    title: 'Second competent authority',
    kind: 'countingRule',
    detail:
      'A second competent authority began to decide National Referral Mechanism cases in November 2021.',
    certain: true,
    metrics: ['nrm.*'],
  },
  {
    month: '2022-01',
    title: 'Children as victims in their own right',
    kind: 'law',
    detail:
      'From 31 January 2022 children who see, hear or experience the effects of domestic abuse are victims in their own right.',
    certain: false,
    metrics: ['da.*', 'returns.operationEncompass'],
  },
  {
    month: '2022-06',
    title: 'Non-fatal strangulation becomes an offence',
    kind: 'law',
    detail:
      'Non-fatal strangulation and suffocation are offences of their own from June 2022; before, they were mostly recorded as assault.',
    certain: true,
    metrics: ['da.crimes', 'da.demand', 'crime.recorded'],
  },
  {
    month: '2023-01',
    title: 'NRM evidence threshold raised',
    kind: 'countingRule',
    detail: 'More evidence was asked for a positive reasonable grounds decision from January 2023.',
    certain: false,
    metrics: ['nrm.*'],
  },
  {
    month: '2023-05',
    title: 'Extra-crime rule withdrawn',
    kind: 'countingRule',
    detail:
      'From May 2023 a course of conduct is no longer recorded in addition to another crime of the same incident, which lowers counts without less harm.',
    certain: false,
    metrics: ['da.stalkingHarassment', 'da.coerciveControl', 'da.crimes', 'da.demand', 'crime.recorded'],
  },
  {
    month: '2023-07',
    title: 'NRM evidence threshold eased',
    kind: 'countingRule',
    detail: 'The evidence asked for a positive reasonable grounds decision was eased in July 2023.',
    certain: false,
    metrics: ['nrm.*'],
  },
]

/** The events that touch a metric, in order of time. */
export function calendarOf(metric: string): readonly CatalogueEvent[] {
  return calendar.filter(({ metrics }) => metrics.some((pattern) => matchesMetric(pattern, metric)))
}

/**
 * The events that lie between two months, so that a comparison of them spans a change: after the earlier month,
 * up to and including the later one.
 */
export function changesBetween(metric: string, earlier: string, later: string): readonly CatalogueEvent[] {
  return between(calendarOf(metric), earlier, later)
}

/** Those of a calendar's events between two months that change what is counted: counting rules and laws, not lockdowns. */
export function countingChanges<T extends CalendarEvent>(
  events: readonly T[],
  earlier: string,
  later: string,
): T[] {
  return between(events, earlier, later).filter(({ kind }) => kind === 'countingRule' || kind === 'law')
}

function between<T extends CalendarEvent>(events: readonly T[], earlier: string, later: string): T[] {
  return events.filter(({ month }) => month > earlier && month <= later)
}
