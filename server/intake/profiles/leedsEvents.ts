import type { Profile } from './profile.ts'

/** The register of events of LEEDS 2023, one row an event, with the people who came in person and online. */
export const leedsEvents: Profile = {
  name: 'leeds-events',
  label: 'LEEDS 2023 register of events',
  meaning:
    'One row an event with its first day, kind and audience. Attended is the audience in person and online; blank where neither was counted. Venues and postcodes are not read.',
  feed: 'attendance',
  layout: {
    lists: ['event_type', 'season', 'ward_(from_venue)', 'postcode_(from_venue)'],
    sum: [
      {
        into: 'audience',
        columns: [
          'actual_audience_size_number_of_participants_in_person',
          'actual_audience_size_number_of_participants_online',
        ],
      },
    ],
    unique: ['airtable_id'],
  },
  columns: [
    { field: 'event_ref', headers: ['airtable_id'] },
    { field: 'event_date', headers: ['start_date'] },
    { field: 'title', headers: ['event_name'], shorten: true, blank: 'accepted' },
    { field: 'attended', headers: ['audience'], blank: 'accepted' },
    { field: 'invited', headers: ['number_of_booked_participants'] },
  ],
  ignored: [
    'actual_audience_size_number_of_participants_in_person',
    'actual_audience_size_number_of_participants_online',
    'end_date',
    'event_type',
    'event_unique_identifier',
    'postcode_(from_venue)',
    'project_name',
    'project_type',
    'season',
    'ward_(from_venue)',
  ],
  constants: { area: 'Leeds', lead_agency: 'LEEDS 2023', kind: 'other', theme: 'other' },
  otherAgencies: 'keep',
  otherPlaces: 'expected',
}
