import { afterEach, describe, expect, test } from 'vitest'
import { crimeRecord } from '../../build/feedRow.ts'
import { openTestInstallation, type TestInstallation } from '../../support/installation.ts'

let held: TestInstallation | undefined
afterEach(() => held?.close())

/** So many crimes in each month and district of a year, with references of their own. */
const year = (months: readonly string[], perDistrict: number, areas = ['Leeds', 'Bradford']) =>
  months.flatMap((month) =>
    areas.flatMap((area) =>
      Array.from({ length: perDistrict }, (_, index) =>
        crimeRecord({ crime_ref: `${month}-${area}-${index}`, recorded_date: `${month}-10`, area }),
      ),
    ),
  )

const firstSeven = ['01', '02', '03', '04', '05', '06', '07'].map((month) => `2024-${month}`)

describe('a file beside what is held', () => {
  test('is warned of references that stand twice in it or in other months', async () => {
    held = await openTestInstallation()
    await held.load('crime', year(['2024-01'], 5))
    const twice = crimeRecord({ crime_ref: 'x', recorded_date: '2024-02-03' })
    const again = crimeRecord({ crime_ref: '2024-01-Leeds-0', recorded_date: '2024-02-04' })
    const { prepared } = await held.load('crime', [twice, twice, again, ...year(['2024-02'], 5)])
    expect(prepared.warnings).toEqual(
      expect.arrayContaining([
        expect.stringContaining('1 reference is on more than one row of this file'),
        expect.stringContaining('1 reference is also held in months that this file does not cover'),
      ]),
    )
  })

  test('is warned of a month far from the usual and of areas that fell to none', async () => {
    held = await openTestInstallation()
    await held.load('crime', year(firstSeven, 10))
    const { prepared } = await held.load('crime', year(['2024-08'], 3, ['Leeds']))
    expect(prepared.warnings).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Unlike the 20 usual in the months before: Aug 2024: 3'),
        expect.stringContaining('No records where there always were some: E08000032 in Aug 2024'),
      ]),
    )
  })

  test('of the usual size gives no warning', async () => {
    held = await openTestInstallation()
    await held.load('crime', year(firstSeven, 10))
    const { prepared } = await held.load('crime', year(['2024-08'], 9))
    expect(prepared.warnings).toEqual([])
  })
})
