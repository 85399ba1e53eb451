import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'
import { monthRange } from '../../../shared/periods/month.ts'
import { cityOfLondon } from '../../support/londonPartnership.ts'
import { prepareFileOf, refusalOf } from '../../support/preparedFile.ts'
import { describeWithSharedData, sharedFile } from '../../support/sharedData.ts'

const westYorkshireFile = sharedFile('police-uk/2018-05-west-yorkshire-street.extract-1611.csv')

/** Rows by district and crime type, by plain line-splitting: the real files quote nothing. */
function countedFromFile(path: string): Record<string, number> {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\r\n')
  const columns = header.split(',').map((name) => name.replaceAll('_', ' '))
  const counts: Record<string, number> = {}
  for (const line of lines) {
    const cells = line.split(',')
    const district = cells[columns.indexOf('LSOA name')]!.slice(0, -5) || 'none'
    const key = `${district} | ${cells[columns.indexOf('Crime type')]}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

/** The same counts with every district outside the partnership as one. */
function placedIn(names: readonly string[], counts: Record<string, number>): Record<string, number> {
  const placed: Record<string, number> = {}
  for (const [key, count] of Object.entries(counts)) {
    const [district = '', category] = key.split(' | ')
    const place = `${names.includes(district) ? district : 'not placed'} | ${category}`
    placed[place] = (placed[place] ?? 0) + count
  }
  return placed
}

function countedFromRows(
  rows: readonly Record<string, unknown>[],
  nameOf: (area: unknown) => string,
): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { area, source_category: category } of rows) {
    const key = `${nameOf(area)} | ${String(category)}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

describeWithSharedData('real street files of data.police.uk', () => {
  test('give the districts and categories of West Yorkshire that the file itself counts', async () => {
    const { prepared, rows } = await prepareFileOf({ path: westYorkshireFile }, { profile: 'police-uk' })
    const names = new Map(westYorkshire.areas.map(({ code, name }) => [code, name]))
    const counted = countedFromRows(rows, (area) => names.get(String(area)) ?? 'not placed')
    expect(counted).toEqual(placedIn([...names.values()], countedFromFile(westYorkshireFile)))
    expect(prepared).toMatchObject({
      rowsRead: 1611,
      accepted: 1611,
      rejected: 0,
      agencies: ['west-yorkshire-police'],
      dropped: [],
    })
    expect(prepared.coverage).toEqual({ months: ['2018-05'], quarters: [], deduced: true, areas: null })
    expect(prepared.warnings).toEqual([expect.stringContaining('in 6 rows: ‘Barnsley’ (6)')])
  })

  test('claim no field that a street file does not hold', async () => {
    const { prepared, rows } = await prepareFileOf({ path: westYorkshireFile }, { profile: 'police-uk' })
    expect(prepared.fields).toEqual([
      'crime_ref',
      'recorded_date',
      'area',
      'kind',
      'offence_group',
      'source_category',
    ])
    for (const field of ['domestic_abuse', 'offence_code', 'outcome_type', 'victim_ref', 'recorded_date']) {
      expect(rows.every((row) => row[field] === null)).toBe(true)
    }
    expect(new Set(rows.map(({ month }) => month))).toEqual(new Set([2018 * 12 + 4]))
  })

  test('leave anti-social behaviour without a reference, under its own category', async () => {
    const { rows } = await prepareFileOf({ path: westYorkshireFile }, { profile: 'police-uk' })
    const antisocial = rows.filter((row) => row['source_category'] === 'Anti-social behaviour')
    expect(
      antisocial.map(({ crime_ref: reference, offence_group: group }) => ({ reference, group })),
    ).toEqual([{ reference: null, group: 'anti-social-behaviour' }])
    expect(rows.filter((row) => row['crime_ref'] === null)).toHaveLength(1)
  })

  const months = monthRange('2018-12', '2019-11').map((month) => `${month}-city-of-london-street.csv`)

  test.each(months)('give the counts of %s under a partnership of that force', async (name) => {
    const path = sharedFile(`police-uk/${name}`)
    const { prepared, rows } = await prepareFileOf(
      { path },
      { profile: 'police-uk', partnership: cityOfLondon },
    )
    const counted = countedFromRows(rows, (area) => (area === 'E09000001' ? 'City of London' : 'not placed'))
    expect(counted).toEqual(placedIn(['City of London'], countedFromFile(path)))
    expect(prepared.coverage.months).toEqual([name.slice(0, 7)])
    expect(prepared.rejected).toBe(0)
  })

  test('are refused where every row is another force’s', async () => {
    const path = sharedFile(`police-uk/${months[0]}`)
    expect(await refusalOf({ path }, { profile: 'police-uk' })).toContain(
      'None of the 760 rows can be taken in: agency: another body’s record (760 rows, first row 2, ‘City of London Police’)',
    )
  })

  test('of stops are refused as no street file', async () => {
    const path = sharedFile('police-uk/2021-08-west-yorkshire-stop-and-search.csv')
    expect(await refusalOf({ path }, { profile: 'police-uk' })).toContain('The columns ‘Crime ID’, ‘Month’')
  })
})

const header =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context'

function street(rows: readonly { readonly force?: string; readonly lsoa?: string }[]): string {
  const lines = rows.map(({ force = 'West Yorkshire Police', lsoa = 'Leeds 001A' }, index) =>
    [`id${index}`, '2024-05', force, force, '', '', 'On or near Road', '', lsoa, 'Burglary', '', ''].join(
      ',',
    ),
  )
  return [header, ...lines].join('\r\n').concat('\r\n')
}

test('a street file keeps its own force’s rows and rejects those of another', async () => {
  const text = street([{}, { force: 'South Yorkshire Police' }, {}, { lsoa: '' }, { lsoa: 'Barnsley 016A' }])
  const { prepared, rows, rejectsText } = await prepareFileOf(text, { profile: 'police-uk' })
  expect(rows.map(({ area }) => area)).toEqual(['E08000035', 'E08000035', 'not-placed', 'not-placed'])
  expect(prepared.rejects).toEqual([
    { row: 3, field: 'agency', value: 'South Yorkshire Police', reason: 'another body’s record' },
  ])
  expect(prepared.rejectsByReason).toEqual([{ reason: 'agency: another body’s record', count: 1 }])
  expect(rejectsText).toBe(
    '\uFEFFrow,field,value,reason\r\n3,agency,South Yorkshire Police,another body’s record\r\n',
  )
})

test('a street file of a force that the definition does not list is its own where the force bears the partnership’s name', async () => {
  const partnership = { ...cityOfLondon, agencies: [] }
  const text = street([{ force: 'City of London Police', lsoa: 'City of London 001A' }])
  const { prepared } = await prepareFileOf(text, { profile: 'police-uk', partnership })
  expect(prepared.agencies).toEqual(['city-of-london'])
  expect(await refusalOf(street([{}]), { profile: 'police-uk', partnership })).toContain(
    'another body’s record',
  )
})
