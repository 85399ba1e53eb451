import type { Profile } from './profile.ts'

/**
 * The monthly street-level files of data.police.uk, with either header style ("Crime ID", "CrimeID").
 * Their last outcome has no date and mixes outcome types, so no outcome is taken from it.
 */
export const policeUk: Profile = {
  name: 'police-uk',
  label: 'data.police.uk street file',
  meaning:
    'Street-level crimes as published at data.police.uk, one file a force and month: publisher’s categories, no offence codes, no flags. The district is the one that the name of the LSOA begins with.',
  feed: 'crime',
  columns: [
    { field: 'crime_ref', headers: ['Crime ID'], blank: 'accepted' },
    { field: 'recorded_date', headers: ['Month'] },
    { field: 'agency', headers: ['Falls within'] },
    { field: 'area', headers: ['LSOA name'], part: 'lsoaDistrict' },
    { field: 'source_category', headers: ['Crime type'] },
  ],
  ignored: [
    'Reported by',
    'Longitude',
    'Latitude',
    'Location',
    'LSOA code',
    'Last outcome category',
    'Context',
  ],
  constants: { kind: 'crime' },
  otherAgencies: 'reject',
  otherPlaces: 'expected',
}
