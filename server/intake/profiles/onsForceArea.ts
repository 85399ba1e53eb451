import { officialSigns } from './layout.ts'
import type { Profile } from './profile.ts'

/**
 * Table P1 of the ONS police force area tables: offences of twelve months to one figure. A year cannot be spread over its
 * months, and years that overlap cannot be added, so each is a return of its own measure at the month in which it ends.
 */
export const onsForceArea: Profile = {
  name: 'ons-force-area',
  label: 'ONS police force area table P1',
  meaning:
    'Recorded offences of a force in the twelve months to the month stated, by offence group. Read as returns named “in the year to date”; other forces’ rows, regions and countries are left out.',
  feed: 'returns',
  layout: {
    sheets: ['Table P1'],
    title: { pattern: 'number of offences', what: 'table P1, numbers of offences' },
    period: { pattern: 'year ending (\\w+ (?:19|20)\\d\\d)', into: 'Year ending' },
    twoRows: 'fill',
    footnotes: { labels: ['Area Name'] },
    skip: [
      {
        column: 'Area Code',
        pattern: '^(?![EWK]\\d{8}$)',
        what: 'units, sources and notes around the table',
      },
      {
        column: 'Area Code',
        pattern: '^(?!E23|W15)',
        what: 'totals of countries and regions, which stand beside their forces',
      },
    ],
    fold: {
      kind: 'others',
      into: 'Offences',
      keep: ['Area Code', 'Area Name', 'Year ending'],
      value: 'Number',
    },
    markers: { column: 'Number', signs: { ...officialSigns, '-': 'missing', '–': 'missing' } },
    unique: ['Area Code', 'Offences'],
  },
  columns: [
    { field: 'period', headers: ['Year ending'] },
    { field: 'area', headers: ['Area Code'] },
    { field: 'measure', headers: ['Offences'], prefix: 'Offences in the year to date: ' },
    { field: 'value', headers: ['Number'] },
  ],
  about: 'police',
  ignored: ['Area Name'],
  constants: {},
  caution:
    'Each figure is of the twelve months that end with its month: figures of overlapping years must not be added.',
  otherAgencies: 'keep',
  otherPlaces: 'leave out',
}
