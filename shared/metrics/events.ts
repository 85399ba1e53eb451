import { all } from './conditions.ts'
import type { Metric } from './metric.ts'
import { activity } from './polarities.ts'

const family = {
  theme: 'partnership',
  feed: 'attendance',
  owner: 'Board’s partnership manager',
  provisionalLag: 1,
} as const
const dimensions = ['kind', 'theme', 'lead_agency', 'sector', 'first_responder']
const attendanceNoun = { one: 'attendance', many: 'attendances' }
const attendanceCaveat = 'An attendance is not a person: somebody who came to two events counts twice.'
const invitedKnown = { field: 'invited', known: true } as const

/** Training, events and what they do for those who come. Attendances, people and agencies are different counts. */
export const eventMetrics: readonly Metric[] = [
  {
    ...family,
    id: 'event.held',
    name: 'Partnership events held',
    definition:
      'Different events held in the period: training, conferences, meetings and campaigns. An event counts once however many agencies came.',
    measure: { kind: 'distinct', field: 'event_ref' },
    unit: 'count',
    noun: { one: 'event', many: 'events' },
    polarity: activity,
    breakdowns: ['kind', 'theme', 'lead_agency'],
    caveats: ['An event of two days is one event, in the month of its first day.'],
    companions: ['event.attendances', 'event.agencies'],
    ratePer: null,
    headline: false,
  },
  {
    ...family,
    id: 'event.attendances',
    name: 'Partnership event attendances',
    definition: 'How many people came to events held in the period, added up over events and agencies.',
    measure: { kind: 'additive', of: 'sum', field: 'attended' },
    unit: 'count',
    noun: attendanceNoun,
    polarity: activity,
    breakdowns: [...dimensions, 'attending_agency'],
    caveats: [attendanceCaveat],
    companions: ['event.takeUp', 'event.agencies', 'event.held'],
    ratePer: 100000,
    headline: true,
  },
  {
    ...family,
    id: 'event.agencies',
    name: 'Agencies that took part',
    definition:
      'Different agencies that sent at least one person to an event held in the period. An agency counts once however many events it came to.',
    measure: {
      kind: 'distinct',
      field: 'attending_agency',
      where: { not: { field: 'attended', is: 0 } },
    },
    unit: 'count',
    noun: { one: 'agency', many: 'agencies' },
    polarity: activity,
    breakdowns: ['kind', 'theme', 'sector'],
    caveats: [
      'It goes by the name of the agency as sent: two spellings are two agencies.',
      'Months do not add up to a year: an agency of several months counts once in the year.',
    ],
    companions: ['event.attendances', 'event.held'],
    ratePer: null,
    headline: false,
  },
  {
    ...family,
    id: 'event.firstResponders',
    name: 'First responders trained',
    definition:
      'Attendances at training by people of first responder organisations, which may refer victims of modern slavery, in the period. Only events of the kind training count.',
    measure: {
      kind: 'additive',
      of: 'sum',
      field: 'attended',
      where: all({ field: 'first_responder', is: true }, { field: 'kind', is: 'training' }),
    },
    unit: 'count',
    noun: { one: 'first responder', many: 'first responders' },
    polarity: activity,
    breakdowns: ['theme', 'lead_agency', 'sector', 'attending_agency'],
    caveats: [attendanceCaveat],
    companions: ['nrm.referrals', 'event.confidenceGain', 'event.takeUp'],
    ratePer: 100000,
    headline: true,
  },
  {
    ...family,
    id: 'event.takeUp',
    name: 'Take-up of places at events',
    definition:
      'Of the people invited (or places offered) at events held in the period, the share who came. Rows that do not say how many were invited are left out of both.',
    measure: {
      kind: 'ratio',
      numerator: { of: 'sum', field: 'attended', where: invitedKnown },
      denominator: { of: 'sum', field: 'invited', where: invitedKnown },
      multiplier: 100,
    },
    unit: 'percent',
    noun: { one: 'place', many: 'places' },
    polarity: { direction: 'up', reason: 'A place that is taken is training that reaches somebody.' },
    breakdowns: dimensions,
    caveats: ['It may exceed 100 % where more came than were invited.'],
    companions: ['event.attendances', 'event.confidenceGain'],
    ratePer: null,
    headline: true,
  },
  {
    ...family,
    id: 'event.confidenceGain',
    name: 'Gain in confidence from training',
    definition:
      'How far people’s own rating of their confidence, on a scale of 0 to 10, rose from before an event to after it: the mean over all who gave both ratings at events held in the period.',
    measure: {
      kind: 'meanGain',
      before: 'confidence_before',
      after: 'confidence_after',
      weight: 'respondents',
    },
    unit: 'points',
    noun: { one: 'respondent', many: 'respondents' },
    polarity: {
      direction: 'up',
      reason: 'Training is meant to leave people more confident to recognise abuse and act.',
    },
    breakdowns: ['theme', 'lead_agency', 'sector', 'first_responder'],
    caveats: [
      'It rests on those who answered, and on how people felt on the day, not on what they did later.',
    ],
    companions: ['event.takeUp', 'event.firstResponders'],
    ratePer: null,
    headline: true,
  },
]
