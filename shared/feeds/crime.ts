import { ageBands } from './ageBands.ts'
import { areaField } from './areaField.ts'
import { countField } from './countField.ts'
import type { Feed } from './feed.ts'
import { offenceCodes } from './offenceCodes.ts'
import { offenceGroups } from './offenceGroups.ts'
import { outcomeTypes } from './outcomeTypes.ts'
import { sexCodes } from './sexCodes.ts'

/** Crimes and incidents as the police record them. Domestic and honour-based abuse are flags on any offence, not codes. */
export const crime: Feed = {
  id: 'crime',
  label: 'Crime records',
  row: 'One crime or incident recorded by the police, with one victim; or so many alike, where count says so.',
  date: 'recorded_date',
  key: ['crime_ref'],
  fields: [
    {
      name: 'crime_ref',
      label: 'Crime reference',
      meaning: 'The number of the crime or incident record. Only a keyed hash of it is kept.',
      type: { kind: 'reference' },
      required: true,
      example: '13250012345',
    },
    {
      name: 'recorded_date',
      label: 'Date recorded',
      meaning:
        'The day it was recorded, which places it in a month; a month or a quarter where no day is given.',
      type: { kind: 'date' },
      required: true,
      example: '2026-04-17',
    },
    {
      name: 'committed_from',
      label: 'Committed from',
      meaning: 'The day it happened, or the first day it may have happened.',
      type: { kind: 'date' },
      example: '2026-04-16',
    },
    areaField('The district where it happened'),
    {
      name: 'kind',
      label: 'Crime or incident',
      meaning: 'Whether it is a notifiable crime, or an incident in which no crime was recorded.',
      type: {
        kind: 'code',
        codes: [
          { code: 'crime', label: 'Crime', aliases: ['crimes', 'notifiable', 'recorded crime', 'offence'] },
          {
            code: 'incident',
            label: 'Incident',
            aliases: ['incidents', 'non-crime', 'non-crime incident', 'not a crime'],
          },
        ],
      },
      required: true,
      dimension: true,
      example: 'crime',
    },
    {
      name: 'offence_code',
      label: 'Offence',
      meaning:
        'The Home Office offence code, such as 8N or 105A; empty for an incident. An unlisted code is kept as sent.',
      type: { kind: 'code', codes: offenceCodes.map(({ code, label }) => ({ code, label })), open: true },
      dimension: true,
      example: '8N',
    },
    {
      name: 'offence_group',
      label: 'Offence group',
      meaning:
        'The group of the offence. Leave it out: it is worked out from the offence code, or from the publisher’s category where there is no code.',
      type: { kind: 'code', codes: offenceGroups },
      dimension: true,
      example: 'violence-with-injury',
    },
    {
      name: 'source_category',
      label: 'Publisher’s category',
      meaning: 'The publisher’s own category, in its own words, where a file has no offence code.',
      type: { kind: 'label', maxLength: 100 },
      dimension: true,
      example: '',
    },
    {
      name: 'domestic_abuse',
      label: 'Domestic abuse',
      meaning: 'Whether it is flagged as domestic abuse: yes, no or not known.',
      type: { kind: 'flag' },
      required: true,
      dimension: true,
      example: 'yes',
    },
    {
      name: 'child_sexual_abuse',
      label: 'Child sexual abuse',
      meaning: 'Whether it is flagged as child sexual abuse.',
      type: { kind: 'flag' },
      dimension: true,
      example: 'no',
    },
    {
      name: 'child_sexual_exploitation',
      label: 'Child sexual exploitation',
      meaning: 'Whether it is flagged as child sexual exploitation.',
      type: { kind: 'flag' },
      dimension: true,
      example: 'no',
    },
    {
      name: 'honour_based_abuse',
      label: 'Honour-based abuse',
      meaning: 'Whether it is flagged as so-called honour-based abuse.',
      type: { kind: 'flag' },
      dimension: true,
      example: 'no',
    },
    {
      name: 'victim_ref',
      label: 'Victim reference',
      meaning:
        'The number of the victim, the same on every record of that person. Only a keyed hash of it is kept.',
      type: { kind: 'reference' },
      example: 'N-204417',
    },
    {
      name: 'victim_sex',
      label: 'Sex of the victim',
      meaning: 'As recorded: female, male, other or not known.',
      type: { kind: 'code', codes: sexCodes },
      dimension: true,
      example: 'female',
    },
    {
      name: 'victim_age',
      label: 'Age of the victim',
      meaning: 'In whole years, when it happened.',
      type: { kind: 'integer', min: 0, max: 120 },
      example: '34',
    },
    {
      name: 'victim_age_band',
      label: 'Age band of the victim',
      meaning: 'Leave it out where the age is given: it is worked out from the age.',
      type: { kind: 'code', codes: ageBands },
      dimension: true,
      example: '25-34',
    },
    {
      name: 'outcome_type',
      label: 'Outcome',
      meaning: 'The Home Office outcome type, 0 to 22: 0 or empty while the crime is open.',
      type: { kind: 'code', codes: outcomeTypes },
      dimension: true,
      example: '16',
    },
    {
      name: 'outcome_date',
      label: 'Date of the outcome',
      meaning: 'The day the outcome was assigned, which places it in a month for outcome measures.',
      type: { kind: 'date' },
      example: '2026-06-02',
    },
    countField,
  ],
}
