import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contentsOf } from '../../../server/submissions/contents.ts'
import { crimeRecord, partnerReturn, times, type FeedRow } from '../../build/feedRow.ts'
import {
  describeOnBothEngines,
  openTestInstallation,
  type TestInstallation,
} from '../../support/installation.ts'

const crimes = { metric: 'da.crimes' }

function month(month: string, count: number, overrides: FeedRow = {}): FeedRow[] {
  return times(count, (i) =>
    crimeRecord({ crime_ref: `${month}-${i}`, recorded_date: `${month}-0${(i % 9) + 1}`, ...overrides }),
  )
}

describeOnBothEngines('versions of records', (engine) => {
  let test1: TestInstallation
  beforeEach(async () => {
    test1 = await openTestInstallation(engine)
  })
  afterEach(() => test1?.close())

  test('a replacement restates its months and leaves the others alone', async () => {
    await test1.load('crime', [...month('2024-04', 20), ...month('2024-05', 30)])
    const outcome = await test1.load(
      'crime',
      [...month('2024-05', 30), ...month('2024-05', 3, { area: 'E08000032', crime_ref: 'late' })],
      {
        period: { from: '2024-05', to: '2024-05' },
      },
    )
    expect(outcome.kind).toBe('committed')
    expect(outcome.diff.monthsRestated).toEqual([{ month: '2024-05', from: 30, to: 33, rows: 3 }])
    expect(outcome.diff.withdrawnRows).toBe(0)
    expect(await test1.values(crimes)).toEqual({ '2024-04': 20, '2024-05': 33 })
  })

  test('identical rows in a file are each counted, and stay when the file is sent again', async () => {
    const twin = crimeRecord({ crime_ref: 'twin' })
    await test1.load('crime', [twin, twin, twin, ...month('2024-05', 20)])
    expect(await test1.values(crimes)).toEqual({ '2024-05': 23 })
    const outcome = await test1.load('crime', [twin, twin, ...month('2024-05', 20)])
    expect(outcome.diff).toMatchObject({ addedRows: 0, withdrawnRows: 1 })
    expect(await test1.values(crimes)).toEqual({ '2024-05': 22 })
  })

  test('the same file again changes nothing and is not a submission', async () => {
    const rows = month('2024-05', 20)
    await test1.load('crime', rows)
    const again = await test1.load('crime', rows)
    expect(again).toMatchObject({ kind: 'identical', submission: null })
    expect(test1.installation.register.position()).toBe(1)
  })

  test('an amendment touches only the records it names', async () => {
    await test1.load('crime', month('2024-05', 20))
    await test1.load(
      'crime',
      [crimeRecord({ crime_ref: '2024-05-3', recorded_date: '2024-05-04', domestic_abuse: 'no' })],
      { mode: 'amend' },
    )
    expect(await test1.values(crimes)).toEqual({ '2024-05': 19 })
  })

  test('figures as at an earlier submission and as at an earlier date are what they were', async () => {
    await test1.load('crime', month('2024-05', 20), { asAt: '2024-06-30' })
    await test1.load('crime', month('2024-05', 25), { asAt: '2024-09-30' })
    await test1.load('crime', month('2024-05', 24), { asAt: '2025-01-31' })
    expect(await test1.values({ ...crimes, asAt: 1 })).toEqual({ '2024-05': 20 })
    expect(await test1.values({ ...crimes, asAt: 2 })).toEqual({ '2024-05': 25 })
    expect(await test1.values({ ...crimes, asAt: '2024-12-31' })).toEqual({ '2024-05': 25 })
    expect(await test1.values(crimes)).toEqual({ '2024-05': 24 })
  })

  test('a replacement that loses more than a tenth of an area-month waits for confirmation', async () => {
    await test1.load('crime', month('2024-05', 20))
    const short = month('2024-05', 17)
    const asked = await test1.load('crime', short)
    expect(asked).toMatchObject({ kind: 'needsConfirmation', submission: null })
    expect(asked.diff.needsConfirmation).toEqual([
      { area: 'E08000035', month: '2024-05', held: 20, withdrawn: 3 },
    ])
    expect(await test1.values(crimes)).toEqual({ '2024-05': 20 })
    await test1.load('crime', short, { confirm: true })
    expect(await test1.values(crimes)).toEqual({ '2024-05': 17 })
  })

  test('changed details of the same crimes are no loss', async () => {
    await test1.load('crime', month('2024-05', 20))
    const outcome = await test1.load(
      'crime',
      month('2024-05', 20, { outcome_type: '16', outcome_date: '2024-06-01' }),
    )
    expect(outcome.kind).toBe('committed')
    expect(outcome.diff).toMatchObject({ addedRows: 20, withdrawnRows: 20, needsConfirmation: [] })
  })

  test('three stray April rows in a May file cannot wipe April', async () => {
    await test1.load('crime', [...month('2024-04', 40), ...month('2024-05', 5)], {
      period: { from: '2024-04', to: '2024-05' },
    })
    const outcome = await test1.load('crime', [...month('2024-04', 3), ...month('2024-05', 45)])
    expect(outcome.kind).toBe('committed')
    expect(outcome.prepared.rejected).toBe(3)
    expect(await test1.values(crimes)).toEqual({ '2024-04': 40, '2024-05': 45 })
  })

  test('one returned measure does not replace another', async () => {
    await test1.load('returns', [
      partnerReturn({ value: 40 }),
      partnerReturn({ measure: 'idva-referrals', value: 12 }),
    ])
    await test1.load('returns', [partnerReturn({ value: 44 })], { confirm: true })
    expect(await test1.values({ metric: 'returns.maracCases' })).toEqual({ '2024-05': 44 })
    expect(await test1.values({ metric: 'returns.idvaReferrals' })).toEqual({ '2024-05': 12 })
  })

  test('figures known earlier than those held are refused', async () => {
    await test1.load('crime', month('2024-05', 20), { asAt: '2024-09-30' })
    await expect(test1.load('crime', month('2024-05', 19), { asAt: '2024-08-31' })).rejects.toThrow(
      /submission 1 already gives the same months/,
    )
    expect(await test1.values(crimes)).toEqual({ '2024-05': 20 })
  })

  test('a dry run stores nothing', async () => {
    const outcome = await test1.load('crime', month('2024-05', 20), { dryRun: true })
    expect(outcome.kind).toBe('dryRun')
    expect(outcome.diff.monthsNew).toEqual([{ month: '2024-05', count: 20 }])
    expect(test1.installation.register.position()).toBe(0)
  })

  test('the first real submission ends every sample submission', async () => {
    await test1.load('crime', month('2024-05', 20), { synthetic: true })
    await test1.load('returns', [partnerReturn()], { synthetic: true })
    expect((await test1.ask(crimes)).synthetic).toBe(true)
    await test1.load('crime', month('2024-06', 12))
    expect(await test1.values(crimes)).toEqual({ '2024-06': 12 })
    expect((await test1.ask(crimes)).synthetic).toBe(false)
    expect((await test1.ask({ metric: 'returns.maracCases' })).series).toEqual([])
  })

  test('records rebuilt from the archive are equal, versions included', async () => {
    await test1.load('crime', month('2024-05', 20), { synthetic: true })
    await test1.load('crime', [...month('2024-04', 10), ...month('2024-05', 20)])
    await test1.load('crime', month('2024-05', 25))
    await test1.load('crime', [crimeRecord({ crime_ref: '2024-05-3', kind: 'incident' })], { mode: 'amend' })
    const before = await contentsOf(test1.installation.records)
    const series = await test1.ask(crimes)
    const earlier = await test1.ask({ ...crimes, asAt: 2 })
    await test1.installation.records.reset()
    await test1.restart()
    expect(await contentsOf(test1.installation.records)).toEqual(before)
    expect(await test1.ask(crimes)).toEqual(series)
    expect(await test1.ask({ ...crimes, asAt: 2 })).toEqual(earlier)
  })

  test('a submission registered but not applied is finished at the next start', async () => {
    await test1.load('crime', month('2024-05', 20))
    await test1.load('crime', month('2024-06', 21))
    const { workspace, records } = test1.installation
    await workspace
      .updateTable('submission')
      .set({ status: 'pending', rows_added: null, rows_withdrawn: null })
      .where('number', '=', 2)
      .execute()
    await records.write(async ({ db }) => {
      await db.deleteFrom('applied_submission').where('number', '=', 2).execute()
      await db.deleteFrom('crime').where('added_in', '=', 2).execute()
    })
    await test1.restart()
    expect(await test1.values(crimes)).toEqual({ '2024-05': 20, '2024-06': 21 })
  })

  test('an archive folder of a commit that never happened is swept away', async () => {
    await test1.load('crime', month('2024-05', 20))
    const orphan = join(test1.dataDir, 'archive', '000002')
    await mkdir(orphan)
    await test1.restart()
    await expect(rm(orphan)).rejects.toThrow(/ENOENT/)
  })
})
