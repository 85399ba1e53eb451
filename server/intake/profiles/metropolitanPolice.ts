import { officialSigns } from './layout.ts'
import type { Profile } from './profile.ts'

/**
 * The Metropolitan Police's crimes by borough and month, 24 months to a file, as published at the London Datastore.
 * The columns have had several names over the years. Every release gives its months anew, so it replaces them.
 */
export const metropolitanPolice: Profile = {
  name: 'mps-borough',
  label: 'Metropolitan Police borough table',
  meaning:
    'Crimes by borough and offence, one column a month, as published at the London Datastore. The publisher’s minor category is kept as it stands and gives the offence group; there are no flags and no victims.',
  feed: 'crime',
  layout: {
    fold: { kind: 'periods', into: 'Month', value: 'Crimes' },
    unique: ['recorded_date', 'area', 'source_category'],
    markers: { column: 'Crimes', signs: officialSigns },
  },
  columns: [
    { field: 'recorded_date', headers: ['Month'] },
    {
      field: 'area',
      headers: [
        'BoroughName',
        'LookUp_BoroughName',
        'LookUp Borough Name',
        'Borough',
        'Borough_SNT',
        'Area name',
      ],
    },
    {
      field: 'source_category',
      headers: [
        'MinorText',
        'Minor Class Description',
        'Minor Category',
        'Crime Subtype',
        'Offence Subgroup',
      ],
    },
    {
      field: 'offence_group',
      headers: [
        'MinorText',
        'Minor Class Description',
        'Minor Category',
        'Crime Subtype',
        'Offence Subgroup',
      ],
      values: {
        Arson: 'criminal-damage-arson',
        'Criminal damage': 'criminal-damage-arson',
        'Burglary - residential': 'burglary',
        'Burglary business and community': 'burglary',
        'Burglary in a dwelling': 'burglary',
        'Burglary non-dwelling': 'burglary',
        'Domestic burglary': 'burglary',
        'Possession of drugs': 'drugs',
        'Drug possession': 'drugs',
        'Trafficking of drugs': 'drugs',
        'Drug trafficking': 'drugs',
        'Fraud and forgery': 'fraud',
        NFIB: 'fraud',
        'Misc crimes against society': 'miscellaneous',
        'Possession of weapons': 'weapons',
        'Other offences public order': 'public-order',
        'Public fear alarm or distress': 'public-order',
        'Race or religious agg public fear': 'public-order',
        'Violent disorder': 'public-order',
        'Robbery of business property': 'robbery',
        'Robbery of personal property': 'robbery',
        'Other sexual offences': 'other-sexual',
        Rape: 'rape',
        'Bicycle theft': 'theft',
        'Other theft': 'theft',
        Shoplifting: 'theft',
        'Theft from person': 'theft',
        'Theft from the person': 'theft',
        'Aggravated vehicle taking': 'vehicle',
        'Interfering with a motor vehicle': 'vehicle',
        'Theft from a motor vehicle': 'vehicle',
        'Theft from a vehicle': 'vehicle',
        'Theft or taking of a motor vehicle': 'vehicle',
        'Theft or unauth taking of a motor veh': 'vehicle',
        Homicide: 'homicide',
        'Violence with injury': 'violence-with-injury',
        'Violence without injury': 'violence-without-injury',
      },
    },
    { field: 'count', headers: ['Crimes'] },
  ],
  ignored: [
    'MajorText',
    'Major Class Description',
    'Major Category',
    'Crime Type',
    'Offence Group',
    'Refreshed date',
  ],
  constants: { kind: 'crime' },
  otherAgencies: 'keep',
  otherPlaces: 'expected',
}
