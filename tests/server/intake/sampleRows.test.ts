import { describe, expect, it } from 'vitest'
import { draftFor } from '../../../server/intake/inspect/draftFor.ts'
import type { FileHead } from '../../../server/intake/inspect/fileHead.ts'
import { sampleRows } from '../../../server/intake/inspect/sampleRows.ts'
import { suggestionsFor } from '../../../server/intake/inspect/suggestionsFor.ts'
import type { Profile } from '../../../server/intake/profiles/profile.ts'
import { findProfile } from '../../../server/intake/profiles/profiles.ts'
import { feedById } from '../../../shared/feeds/feeds.ts'
import type { Partnership } from '../../../shared/partnership/partnership.ts'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'

const anywhere = { sheet: null, headerRow: null }

function headOf(...rows: string[][]): FileHead {
  return { kind: 'CSV', encoding: 'UTF-8', delimiter: ',', sheets: [{ name: '', rows, total: null }] }
}

function sampleOf(head: FileHead, profile: Profile, partnership: Partnership = westYorkshire) {
  return sampleRows({ head, profile, where: anywhere, partnership, today: '2026-01-15' })
}

const street = headOf(
  ['Crime ID', 'Month', 'Falls within', 'LSOA name', 'Crime type', 'Location', 'Victim name'],
  ['ab12', '2018-05', 'West Yorkshire Police', 'Leeds 001A', 'Burglary', 'On or near High St', 'Ann'],
  ['', '2018-05', 'Essex Police', 'Leeds 001A', 'Burglary', 'On or near High St', ''],
  ['cd34', 'soon', 'West Yorkshire Police', 'York 001A', 'Burglary', '', ''],
)
const policeUk = findProfile('police-uk', feedById.crime) as Profile

describe('the first rows of a file by a profile', () => {
  it('are read in words, and say why a row would be left out', () => {
    const { after, problem } = sampleOf(street, policeUk)
    expect(problem).toBeNull()
    expect(after?.rows[0]).toMatchObject({
      at: 2,
      fault: null,
      values: {
        agency: 'West Yorkshire Police',
        area: 'Leeds',
        crime_ref: 'kept as a keyed hash',
        kind: 'Crime',
        offence_group: 'Burglary',
        recorded_date: 'May 2018',
        source_category: 'Burglary',
      },
    })
    expect(after?.rows[1]?.fault).toEqual({ field: 'Agency', reason: 'another body’s record' })
    expect(after?.rows[2]?.fault).toMatchObject({ field: 'Date recorded' })
  })

  it('never show what looks like personal data, nor give its values away', () => {
    const sample = sampleOf(street, policeUk)
    expect(JSON.stringify(sample)).not.toContain('High St')
    expect(JSON.stringify(sample)).not.toContain('Ann')
    expect(sample.columns.find(({ header }) => header === 'Victim name')).toEqual({
      header: 'Victim name',
      field: null,
      personal: true,
      values: [],
    })
  })

  it('tell what is missing instead of failing', () => {
    const { after, problem, columns } = sampleOf(headOf(['Month', 'Town'], ['2018-05', 'Leeds']), policeUk)
    expect(after).toBeNull()
    expect(problem).toContain('‘Crime ID’')
    expect(columns.map(({ header }) => header)).toEqual(['Month', 'Town'])
  })

  it('ask for a column of dates in a layout that names none', () => {
    const draft = draftFor(headOf(['Month', 'Area'], ['2018-05', 'Leeds']), feedById.crime, anywhere)
    expect(draft.columns).toEqual([{ field: 'area', headers: ['Area'] }])
    expect(sampleOf(headOf(['Month', 'Area'], ['2018-05', 'Leeds']), draft).problem).toContain(
      'No column is read as ‘Date recorded’',
    )
  })
})

describe('dates in a form that is told', () => {
  const read = (dates: 'monthFirst' | 'compact' | 'excelDays', text: string) => {
    const profile: Profile = {
      ...policeUk,
      name: 'mine',
      columns: [{ field: 'recorded_date', headers: ['When'], dates }],
      otherAgencies: 'keep',
    }
    const row = sampleOf(headOf(['When'], [text]), profile).after?.rows[0]
    return row?.fault?.reason ?? row?.values.recorded_date
  }

  it.each([
    ['monthFirst', '05/06/2024', '2024-05-06'],
    ['monthFirst', '5/14/2024 23:10', '2024-05-14'],
    ['monthFirst', '2024-05-06', '2024-05-06'],
    ['compact', '20240506', '2024-05-06'],
    ['excelDays', '45426', '2024-05-14'],
    ['excelDays', '45426.75', '2024-05-14'],
  ] as const)('%s: %s is %s', (form, text, day) => expect(read(form, text)).toBe(day))

  it('are a fault where there is no such day', () => {
    expect(read('monthFirst', '14/05/2024')).toMatch(/no such date/)
    expect(read('compact', '20240231')).toMatch(/no such date/)
  })
})

describe('whose records a file holds', () => {
  const ons = findProfile('ons-force-area', feedById.returns) as Profile
  const referrals = findProfile('nrm-longitudinal', feedById.nrm) as Profile
  const head = headOf(['Year', 'Quarter', 'Age at exploitation', 'NRM referrals'])

  it('is known where the publisher is an agency', () => {
    expect(sampleOf(head, referrals).agency).toMatchObject({ kind: 'known', agency: 'home-office' })
  })

  it('is asked where the publisher is none, with the reason', () => {
    const without = {
      ...westYorkshire,
      agencies: westYorkshire.agencies.map((agency) =>
        agency.id === 'home-office' ? { ...agency, id: 'other', name: 'Other', aliases: [] } : agency,
      ),
    }
    expect(sampleOf(head, referrals, without).agency).toEqual({
      kind: 'ask',
      why: 'Its layout is published by Home Office, which is no agency of West Yorkshire, so the file does not say who here answers for its figures.',
      likely: null,
    })
  })

  it('is asked with the likeliest where a layout is about the police', () => {
    expect(sampleOf(headOf(['Area Code', 'Area Name']), ons).agency).toMatchObject({
      kind: 'ask',
      likely: 'west-yorkshire-police',
    })
  })

  it('is read from the rows where a column says it', () => {
    expect(sampleOf(street, policeUk).agency).toEqual({ kind: 'inRows' })
  })
})

describe('a suggestion', () => {
  const sheet = headOf(
    ['Crime ID', 'Month', 'Falls within', 'LSOA name', 'Crime type', 'Location'],
    ['ab12', '2018-05', 'West Yorkshire Police', 'Leeds 001A', 'Burglary', 'x'],
  )

  it('prefers the one corrected here to the shipped one that fits as well', () => {
    const own = { ...policeUk, name: 'our-street-file', version: 2 }
    expect(suggestionsFor(sheet, { ...anywhere, saved: [own] }).best?.profile).toBe('our-street-file@2')
    expect(suggestionsFor(sheet, { ...anywhere, saved: [] }).best?.profile).toBe('police-uk')
  })

  it('is none where two of our own fit alike', () => {
    const saved = ['one', 'two'].map((name) => ({ ...policeUk, name, version: 1 }))
    const { best, suggestions } = suggestionsFor(sheet, { ...anywhere, saved })
    expect(best).toBeNull()
    expect(suggestions.map(({ profile }) => profile)).toEqual(
      expect.arrayContaining(['one@1', 'two@1', 'police-uk']),
    )
  })
})
