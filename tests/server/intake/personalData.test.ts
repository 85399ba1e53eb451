import { describe, expect, test } from 'vitest'
import { looksPersonal } from '../../../server/intake/check/personalData.ts'
import { feeds } from '../../../shared/feeds/feeds.ts'

describe('headers that look like personal data', () => {
  test.each([
    'Victim Name',
    'surname',
    'first_name',
    'Forename',
    'NAME',
    'Home Address',
    'postcode',
    'Post Code',
    'Telephone',
    'mobile no',
    'E-mail',
    'DOB',
    'Date of birth',
    'dateOfBirth',
    'NHS number',
    'NI No',
    'Free text',
    'MO text',
    'Notes',
    'Summary of incident',
    'Longitude',
    'victimName',
  ])('include %s', (header) => expect(looksPersonal(header)).toBe(true))

  test.each([
    'Shift',
    'Force',
    'Month',
    'Offence code',
    'Agency',
    'Beat code',
    'Ward',
    'Number of victims',
    'Type name code',
  ])('do not include %s', (header) => expect(looksPersonal(header)).toBe(false))

  test('include no field that a feed keeps', () => {
    expect(feeds.flatMap(({ fields }) => fields.map(({ name }) => name)).filter(looksPersonal)).toEqual([])
  })
})
