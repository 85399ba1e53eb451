import { officialSigns } from './layout.ts'
import type { Profile } from './profile.ts'

const yearAndQuarter = { into: 'Calendar quarter', columns: ['Year', 'Quarter'], separator: '-' }
const totalRows = {
  column: 'Quarter',
  pattern: '^(total|all)\\b',
  what: 'totals of a year, which stand beside its quarters',
}
const wholeCountry =
  'These figures are of the whole United Kingdom, not of the partnership: they are counted in the total only, under no area.'

/** The Home Office's long series of referrals: calendar quarters by age and by location of exploitation. */
export const nrmReferrals: Profile = {
  name: 'nrm-longitudinal',
  label: 'Home Office NRM referrals by quarter',
  meaning:
    'National referrals by calendar quarter, age and location of exploitation, as the Home Office publishes them since 2009. Rows that total the locations are left out.',
  feed: 'nrm',
  layout: {
    skip: [
      totalRows,
      {
        column: 'Location of exploitation',
        pattern: '^total$',
        what: 'totals of the locations, which stand beside their parts',
      },
      {
        column: 'Age at exploitation',
        pattern: '^total$',
        what: 'totals of the ages, which stand beside their parts',
      },
    ],
    join: [yearAndQuarter],
    markers: { column: 'NRM referrals', signs: officialSigns },
    unique: ['Calendar quarter', 'Age at exploitation', 'Location of exploitation'],
  },
  columns: [
    { field: 'referral_date', headers: ['Calendar quarter'] },
    { field: 'age_group', headers: ['Age at exploitation'] },
    { field: 'count', headers: ['NRM referrals'] },
  ],
  ignored: ['Year', 'Quarter', 'Location of exploitation'],
  constants: { route: 'nrm' },
  caution: wholeCountry,
  publisher: 'Home Office',
  otherAgencies: 'keep',
  otherPlaces: 'expected',
}

/** Referrals by first responder, exploitation, age, gender and nationality; every breakdown has its totals beside it. */
export const nrmFirstResponders: Profile = {
  name: 'nrm-first-responder',
  label: 'Home Office NRM referrals by first responder',
  meaning:
    'Referrals by first responder × exploitation × age × gender × nationality and calendar quarter. Only the rows that total nothing are read, so that no referral counts twice.',
  feed: 'nrm',
  layout: {
    skip: ['First responder', 'Exploitation type', 'Age at exploitation', 'Gender', 'Nationality'].map(
      (column) => ({
        column,
        pattern: '^total$',
        what: `totals over ‘${column}’, which stand beside their parts`,
      }),
    ),
    markers: { column: 'People', signs: officialSigns },
    unique: [
      'Quarter',
      'First responder',
      'Exploitation type',
      'Age at exploitation',
      'Gender',
      'Nationality',
    ],
  },
  columns: [
    { field: 'referral_date', headers: ['Quarter'] },
    { field: 'first_responder_type', headers: ['First responder type'] },
    { field: 'first_responder', headers: ['First responder'] },
    {
      field: 'exploitation',
      headers: ['Exploitation type'],
      values: {
        'Labour & Criminal': 'labour|criminal',
        'Labour & Domestic': 'labour|domestic',
        'Labour, Domestic & Criminal': 'labour|domestic|criminal',
        'Sexual, Labour & Domestic': 'sexual|labour|domestic',
        'Sexual, Labour, Domestic & Criminal': 'sexual|labour|domestic|criminal',
        'Sexual & Labour': 'sexual|labour',
        'Sexual & Domestic': 'sexual|domestic',
        'Sexual & Criminal': 'sexual|criminal',
        'Domestic & Criminal': 'domestic|criminal',
        'Domestic & Organ Harvesting': 'domestic|organ harvesting',
      },
    },
    { field: 'age_group', headers: ['Age at exploitation'] },
    { field: 'sex', headers: ['Gender'] },
    { field: 'nationality', headers: ['Nationality'] },
    { field: 'count', headers: ['People'] },
  ],
  ignored: [],
  constants: { route: 'nrm' },
  publisher: 'Home Office',
  otherAgencies: 'keep',
  otherPlaces: 'expected',
}

const ages = ['Adult (18 or over)', 'Child (17 or under)', 'Age not specified or unknown'] as const
const ageNames = ['adult', 'child', 'age not known'] as const

/**
 * Reasonable grounds decisions by calendar quarter of the decision. They have no date of referral, so they are figures of
 * their own and no referrals: adding them to the feed of referrals would count a person twice.
 */
export const nrmReasonableGrounds: Profile = {
  name: 'nrm-reasonable-grounds',
  label: 'Home Office NRM reasonable grounds decisions',
  meaning:
    'National reasonable grounds decisions by the quarter in which they were made, one column for each age and decision. Read as returns, for a decision is counted where it was made and not where the referral was.',
  feed: 'returns',
  layout: {
    skip: [totalRows],
    join: [yearAndQuarter],
    fold: {
      kind: 'named',
      value: 'Decisions',
      columns: ages.flatMap((age, index) =>
        (['Positive', 'Negative'] as const).map((decision) => ({
          header: `${age} - ${decision} reasonable grounds`,
          labels: { Measure: `NRM reasonable grounds: ${decision.toLowerCase()}, ${ageNames[index]}` },
        })),
      ),
    },
    markers: { column: 'Decisions', signs: officialSigns },
    unique: ['Calendar quarter', 'Measure'],
  },
  columns: [
    { field: 'period', headers: ['Calendar quarter'] },
    { field: 'measure', headers: ['Measure'] },
    { field: 'value', headers: ['Decisions'] },
  ],
  ignored: ['Year', 'Quarter', 'Total', ...ages.map((age) => `${age} - Total`)],
  constants: {},
  caution: wholeCountry,
  publisher: 'Home Office',
  otherAgencies: 'keep',
  otherPlaces: 'expected',
}
