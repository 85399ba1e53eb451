import type { FeedId } from '../feeds/feed.ts'
import { isCrime } from './conditions.ts'
import type { Metric } from './metric.ts'
import { hiddenCrime } from './polarities.ts'

function supplied(
  feed: FeedId,
  id: string,
  name: string,
  breakdowns: readonly string[],
  lag: number,
): Metric {
  return {
    id,
    name,
    theme: 'records',
    definition: `Every record that was supplied and accepted in this feed, whatever its kind, by the month of its own date. It says whether a month is complete, not how much harm there was.`,
    feed,
    measure: { kind: 'additive', of: 'count' },
    unit: 'count',
    noun: { one: 'record', many: 'records' },
    polarity: { direction: 'neutral', reason: 'It measures what was sent, not what happened.' },
    provisionalLag: lag,
    breakdowns,
    caveats: ['It mixes kinds of record that should not be compared with each other.'],
    owner: 'The board’s analysts',
    companions: [],
    ratePer: null,
    headline: false,
  }
}

/** What was supplied, feed by feed, and all recorded crime: the measures that the quality of every other rests on. */
export const recordsMetrics: readonly Metric[] = [
  supplied(
    'crime',
    'records.supplied',
    'Crime and incident records supplied',
    ['kind', 'offence_group', 'source_category', 'domestic_abuse'],
    1,
  ),
  supplied(
    'intelligence',
    'records.supplied.intelligence',
    'Intelligence records supplied',
    ['theme', 'source_sector'],
    1,
  ),
  supplied(
    'nrm',
    'records.supplied.nrm',
    'Referral records supplied',
    ['route', 'first_responder_type', 'age_group'],
    3,
  ),
  supplied(
    'attendance',
    'records.supplied.attendance',
    'Attendance records supplied',
    ['kind', 'theme', 'sector'],
    1,
  ),
  supplied('returns', 'records.supplied.returns', 'Partner figures supplied', ['measure', 'agency'], 1),
  {
    id: 'crime.recorded',
    name: 'Crimes recorded',
    theme: 'records',
    definition:
      'Notifiable crimes of every kind in the files supplied, by the month they were recorded. Incidents in which no crime was recorded are left out, and so is anti-social behaviour, which publishers list among crimes but which is not one.',
    feed: 'crime',
    measure: { kind: 'additive', of: 'count', where: isCrime },
    unit: 'count',
    noun: { one: 'crime', many: 'crimes' },
    polarity: hiddenCrime,
    provisionalLag: 1,
    breakdowns: [
      'offence_group',
      'offence_code',
      'source_category',
      'domestic_abuse',
      'victim_sex',
      'victim_age_band',
      'outcome_type',
    ],
    caveats: [
      'It holds only what was supplied: a feed limited to domestic and sexual abuse is not all recorded crime.',
      'A crime is counted in the month it was recorded, which may be long after it happened.',
    ],
    owner: 'Police performance team',
    companions: ['records.supplied', 'da.crimes'],
    ratePer: 1000,
    headline: true,
  },
]
