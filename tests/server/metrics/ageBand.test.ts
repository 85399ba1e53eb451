import { afterEach, expect, test } from 'vitest'
import { crimeRecord } from '../../build/feedRow.ts'
import { openTestInstallation, type TestInstallation } from '../../support/installation.ts'

let open: TestInstallation | null = null
afterEach(() => open?.close())

test('age bands sent without ages are broken down beside those worked out from ages', async () => {
  open = await openTestInstallation()
  await open.load('crime', [
    crimeRecord({ recorded_date: '2024-04-02', victim_age: 16 }),
    crimeRecord({ recorded_date: '2024-04-03', victim_age: 70 }),
  ])
  await open.load('crime', [crimeRecord({ recorded_date: '2024-05-02', victim_age_band: '16-17' })])
  const { series } = await open.ask({ metric: 'da.crimes', breakdown: ['victim_age_band'] })
  expect(series.map(({ key, points }) => [key['victim_age_band'], points.map(({ value }) => value)])).toEqual(
    [
      ['16-17', [1, 1]],
      ['65+', [1, 0]],
    ],
  )
})
