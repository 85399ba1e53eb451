import { afterEach, describe, expect, test } from 'vitest'
import { localAnalyst } from '../../../shared/access/viewer.ts'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'
import { withStoredPopulations } from '../../../server/populations.ts'
import { crimeRecord, templateFile } from '../../build/feedRow.ts'
import { workbookOf } from '../../build/workbook.ts'
import { openTestIntake, type TestIntake } from '../../support/intakePage.ts'

let intake: TestIntake
afterEach(() => intake.close())

const book = (cover: string, leeds: string | number = 850_000) =>
  workbookOf({
    Cover: [[cover]],
    MYE4: [
      ['MYE4: summary'],
      ['Code', 'Name', 'Mid-2023', 'Mid-2022'],
      ...westYorkshire.areas.map(({ code, name }) => [code, name, name === 'Leeds' ? leeds : 1000, 900]),
    ],
  })
const first = { sheet: null, headerRow: null }

describe('a workbook of mid-year estimates sent by the page', () => {
  test('is recognised, shown beside the release in force, and kept only when it is taken', async () => {
    intake = await openTestIntake()
    const api = intake.api()
    const { dataDir } = intake.held
    const upload = await intake.send('mye.xlsx', book('Released 25 July 2030'))
    expect(await api.upload({ upload, ...first })).toMatchObject({ population: true, best: null })

    const change = await api.population({ upload, release: null })
    expect(change).toMatchObject({
      release: '2030-07-25',
      inForce: westYorkshire.populations.at(-1)!.release,
      willCount: true,
      from: '2022',
      to: '2023',
      revised: 10,
      compared: 10,
    })
    expect(change.areas).toContainEqual({ name: 'Leeds', persons: 850_000, before: 829_413 })
    expect(withStoredPopulations(westYorkshire, dataDir).populations).toHaveLength(1)

    expect(await api.storePopulation({ upload, release: null })).toEqual({ release: '2030-07-25' })
    expect(withStoredPopulations(westYorkshire, dataDir).populations.at(-1)).toMatchObject({
      release: '2030-07-25',
      persons: { E08000035: { 2022: 900, 2023: 850_000 } },
    })
    await expect(api.population({ upload, release: null })).rejects.toThrow()
  })

  test('asks for its day in the words of the page where the cover does not say it', async () => {
    intake = await openTestIntake()
    const api = intake.api()
    const upload = await intake.send('mye.xlsx', book('Mid-year estimates'))
    await expect(api.population({ upload, release: null })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: expect.stringMatching(/State the day of the release/) as unknown,
    })
    const older = await api.population({ upload, release: '2020-01-01' })
    expect(older.willCount).toBe(false)
  })

  test('stores nothing where a figure is no number of people, nor for who may not load files', async () => {
    intake = await openTestIntake()
    const upload = await intake.send('mye.xlsx', book('Released 25 July 2030', '..'))
    await expect(intake.api().storePopulation({ upload, release: null })).rejects.toThrow(
      'no number of people',
    )
    const limited = intake.api({ ...localAnalyst, areas: ['E08000035'] })
    await expect(limited.storePopulation({ upload, release: null })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(withStoredPopulations(westYorkshire, intake.held.dataDir).populations).toHaveLength(1)
  })

  test('is told from any other file', async () => {
    intake = await openTestIntake()
    const upload = await intake.send('crimes.csv', templateFile('crime', [crimeRecord()]))
    expect(await intake.api().upload({ upload, ...first })).toMatchObject({ population: false })
  })
})
