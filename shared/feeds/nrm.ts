import { areaField } from './areaField.ts'
import { countField } from './countField.ts'
import type { Code, Feed } from './feed.ts'
import { sexCodes } from './sexCodes.ts'

const decisionCodes: readonly Code[] = [
  { code: 'positive', label: 'Positive' },
  { code: 'negative', label: 'Negative' },
  { code: 'pending', label: 'Pending', aliases: ['awaiting decision', 'not yet decided'] },
]

/**
 * Referrals of potential victims to the National Referral Mechanism, and Duty to Notify reports of adults who refused one.
 * The two are never added. Referrals change after the quarter they belong to, so they are always provisional when published.
 */
export const nrm: Feed = {
  id: 'nrm',
  label: 'National Referral Mechanism',
  row: 'One potential victim of modern slavery, referred or notified.',
  date: 'referral_date',
  key: ['referral_ref'],
  fields: [
    {
      name: 'referral_ref',
      label: 'Referral reference',
      meaning: 'The number of the referral. Only a keyed hash of it is kept.',
      type: { kind: 'reference' },
      required: true,
      example: 'NRM-118203',
    },
    {
      name: 'referral_date',
      label: 'Date referred',
      meaning:
        'The day, month or quarter of the referral. The Home Office publishes calendar quarters: write 2026-Q2 for April to June.',
      type: { kind: 'date' },
      required: true,
      example: '2026-04-17',
    },
    {
      name: 'route',
      label: 'Route',
      meaning:
        'A referral to the mechanism, or a Duty to Notify report of an adult who did not consent to one.',
      type: {
        kind: 'code',
        codes: [
          {
            code: 'nrm',
            label: 'NRM referral',
            aliases: ['referral', 'national referral mechanism', 'NRM referrals'],
          },
          { code: 'duty-to-notify', label: 'Duty to Notify', aliases: ['DtN', 'MS1', 'DtN report'] },
        ],
      },
      required: true,
      dimension: true,
      example: 'nrm',
    },
    {
      name: 'first_responder',
      label: 'First responder',
      meaning: 'The organisation that referred.',
      type: { kind: 'label', maxLength: 120 },
      required: true,
      dimension: true,
      example: 'West Yorkshire Police',
    },
    {
      name: 'first_responder_type',
      label: 'Type of first responder',
      meaning: 'Police, government agency, council or charity.',
      type: {
        kind: 'code',
        codes: [
          { code: 'police', label: 'Police', aliases: ['police force', 'regional unit'] },
          { code: 'government', label: 'Government', aliases: ['government agency', 'home office'] },
          { code: 'council', label: 'Council', aliases: ['local authority'] },
          {
            code: 'charity',
            label: 'Charity',
            aliases: ['NGO', 'NGO and third sector', 'third sector', 'voluntary'],
          },
        ],
      },
      required: true,
      dimension: true,
      example: 'police',
    },
    areaField('The district where the referral was made'),
    {
      name: 'age_group',
      label: 'Age at exploitation',
      meaning:
        'Adult (18 or over) or child (17 or under) when exploited, or not known. Children need no consent.',
      type: {
        kind: 'code',
        codes: [
          { code: 'adult', label: 'Adult', aliases: ['Adult (18 or over)', '18 or over', 'adults'] },
          {
            code: 'child',
            label: 'Child',
            aliases: ['Child (17 or under)', '17 or under', 'minor', 'children'],
          },
          {
            code: 'not-known',
            label: 'Not known',
            aliases: ['unknown', 'Not specified or unknown', 'Age not specified or unknown'],
          },
        ],
      },
      required: true,
      dimension: true,
      example: 'child',
    },
    {
      name: 'sex',
      label: 'Sex',
      meaning: 'As recorded: female, male, other or not known.',
      type: { kind: 'code', codes: sexCodes },
      dimension: true,
      example: 'male',
    },
    {
      name: 'nationality',
      label: 'Nationality',
      meaning:
        'As the Home Office names it, such as UK or Albanian. Dual nationality is kept as sent ("Pakistani UK").',
      type: {
        kind: 'code',
        codes: [
          {
            code: 'UK',
            label: 'UK',
            aliases: ['British', 'United Kingdom', 'GB', 'Great Britain', 'British citizen', 'UK national'],
          },
          {
            code: 'not-known',
            label: 'Not known',
            aliases: ['unknown', 'not specified or unknown', 'not specified'],
          },
        ],
        open: true,
      },
      dimension: true,
      example: 'UK',
    },
    {
      name: 'exploitation',
      label: 'Exploitation',
      meaning: 'Every kind of exploitation named in the referral, separated by |.',
      type: {
        kind: 'codes',
        codes: [
          { code: 'labour', label: 'Labour', aliases: ['forced labour', 'labour exploitation'] },
          { code: 'sexual', label: 'Sexual', aliases: ['sexual exploitation'] },
          { code: 'criminal', label: 'Criminal', aliases: ['criminal exploitation', 'forced criminality'] },
          { code: 'domestic-servitude', label: 'Domestic servitude', aliases: ['domestic'] },
          {
            code: 'other-not-known',
            label: 'Other or not known',
            aliases: ['other', 'unknown', 'not specified or unknown', 'organ harvesting'],
          },
        ],
      },
      dimension: true,
      example: 'criminal|labour',
    },
    {
      name: 'county_lines',
      label: 'County lines',
      meaning: 'Whether the referral is flagged as county lines.',
      type: { kind: 'flag' },
      dimension: true,
      example: 'yes',
    },
    {
      name: 'reasonable_grounds',
      label: 'Reasonable grounds decision',
      meaning:
        'The competent authority’s first decision: are there reasonable grounds to believe that this is a victim?',
      type: { kind: 'code', codes: decisionCodes },
      dimension: true,
      example: 'positive',
    },
    {
      name: 'reasonable_grounds_date',
      label: 'Date of the reasonable grounds decision',
      meaning: 'The day of that decision.',
      type: { kind: 'date' },
      example: '2026-05-29',
    },
    {
      name: 'conclusive_grounds',
      label: 'Conclusive grounds decision',
      meaning: 'The competent authority’s final decision.',
      type: { kind: 'code', codes: decisionCodes },
      dimension: true,
      example: 'pending',
    },
    {
      name: 'conclusive_grounds_date',
      label: 'Date of the conclusive grounds decision',
      meaning: 'The day of that decision.',
      type: { kind: 'date' },
      example: '',
    },
    countField,
  ],
}
