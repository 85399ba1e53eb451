import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPopulation } from '../../../server/intake/readPopulation.ts'
import { storePopulation, withStoredPopulations } from '../../../server/populations.ts'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'
import { workbookOf } from '../../build/workbook.ts'
import { describeWithSharedData, sharedFile } from '../../support/sharedData.ts'

describeWithSharedData('the ONS mid-year estimates', () => {
  test('give every district and year as the tidy file does', () => {
    const workbook = 'population/ons_mye_lad23_mid2011-mid2023_release-2024-07.xlsx'
    const read = readPopulation({
      bytes: readFileSync(sharedFile(workbook)),
      partnership: westYorkshire,
      release: '2024-07-15',
    })
    const own = westYorkshire.populations.at(-1)!
    expect(Object.keys(read.persons).toSorted()).toEqual(
      westYorkshire.areas.map(({ code }) => code).toSorted(),
    )
    for (const { code } of westYorkshire.areas) expect(read.persons[code]).toEqual(own.persons[code])
  })
})

const book = (leeds: string | number) =>
  workbookOf({
    Cover: [['Released 25 July 2030']],
    MYE4: [
      ['MYE4: summary'],
      ['Code', 'Name', 'Mid-2029', 'Mid-2028'],
      ...westYorkshire.areas.map(({ code, name }) => [code, name, name === 'Leeds' ? leeds : 1000, 900]),
    ],
  })

test('a new release becomes the one that rates are worked out with', () => {
  const folder = mkdtempSync(join(tmpdir(), 'population-'))
  try {
    const read = readPopulation({ bytes: book(850_000), partnership: westYorkshire, release: null })
    expect(read.release).toBe('2030-07-25')
    storePopulation(folder, read)
    const { populations } = withStoredPopulations(westYorkshire, folder)
    expect(populations.at(-1)!.persons.E08000035).toEqual({ 2028: 900, 2029: 850_000 })
    expect(populations.length).toBe(westYorkshire.populations.length + 1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a figure that is no number of people is refused', () => {
  expect(() => readPopulation({ bytes: book('..'), partnership: westYorkshire, release: null })).toThrow(
    'Leeds in mid-2029: ‘..’ is no number of people',
  )
})
