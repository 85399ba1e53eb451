import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'
import { cityOfLondon } from '../../support/londonPartnership.ts'
import { describeWithSharedData, sharedFile } from '../../support/sharedData.ts'
import { openTestInstallation, valuesOf, type TestInstallation } from '../../support/installation.ts'

const folder = sharedFile('police-uk')

let held: TestInstallation | undefined
afterEach(() => held?.close())

/** Rows of a file counted by plain splitting, by two of its columns; no quoted commas stand in these files. */
function counted(file: string, columns: readonly [number, number]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of readFileSync(join(folder, file), 'utf8').trim().split(/\r?\n/).slice(1)) {
    const cells = line.split(',')
    const key = `${(cells[columns[0]] ?? '').replace(/ \w+$/, '')}|${cells[columns[1]] ?? ''}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

const lsoaName = 8
const crimeType = 9

describeWithSharedData('the street files', () => {
  test('West Yorkshire: counts by district and category are those of the file', async () => {
    const file = '2018-05-west-yorkshire-street.extract-1611.csv'
    held = await openTestInstallation()
    await held.loadFile(join(folder, file), { feed: 'crime', profile: 'police-uk' })
    const { series } = await held.ask({ metric: 'records.supplied', breakdown: ['area', 'source_category'] })
    const names = new Map(westYorkshire.areas.map(({ code, name }) => [code, name]))
    const ours = new Map<string, number>()
    for (const { key, points } of series) {
      const value = points[0]?.value ?? 0
      const area = names.get(key['area'] ?? '')
      if (value > 0 && area) ours.set(`${area}|${key['source_category']}`, value)
    }
    const theirs = counted(file, [lsoaName, crimeType])
    const inside = new Map(
      [...theirs].filter(([key]) => [...names.values()].includes(key.split('|')[0] ?? '')),
    )
    expect(ours).toEqual(inside)
    const total = [...theirs.values()].reduce((sum, value) => sum + value, 0)
    expect(await held.values({ metric: 'records.supplied' })).toEqual({ '2018-05': total })
  })

  test('City of London: twelve months give a twelve-point series under its own definition', async () => {
    held = await openTestInstallation('embedded', cityOfLondon)
    const files = readdirSync(folder).filter((name) => name.includes('city-of-london'))
    for (const file of files.toSorted())
      await held.loadFile(join(folder, file), { feed: 'crime', profile: 'police-uk' })
    const { series } = await held.ask({ metric: 'crime.recorded' })
    const expected = Object.fromEntries(
      files.toSorted().map((file) => {
        const crimes = [...counted(file, [lsoaName, crimeType])].filter(
          ([key]) => !key.endsWith('|Anti-social behaviour'),
        )
        return [file.slice(0, 7), crimes.reduce((sum, [, value]) => sum + value, 0)]
      }),
    )
    expect(files).toHaveLength(12)
    expect(valuesOf(series[0])).toEqual(expected)
    expect(series[0]?.points.every(({ status }) => status === 'final')).toBe(true)
  })
})
