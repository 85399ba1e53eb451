import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FreshnessCell } from '../../../shared/freshness/freshness.ts'
import { localAnalyst } from '../../../shared/access/viewer.ts'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'
import { freshnessOf } from '../../../server/submissions/freshness.ts'
import { undoSubmission } from '../../../server/submissions/undo.ts'
import { crimeRecord, partnerReturn, times, type FeedRow } from '../../build/feedRow.ts'
import {
  describeOnBothEngines,
  openTestInstallation,
  type TestInstallation,
} from '../../support/installation.ts'

const monthly = {
  ...westYorkshire,
  due: { every: 1, ending: 12, monthsAfter: 1, day: 20 },
}

function month(month: string, count: number): FeedRow[] {
  return times(count, (i) => crimeRecord({ crime_ref: `${month}-${i}`, recorded_date: `${month}-05` }))
}

describeOnBothEngines('freshness', (engine) => {
  let held: TestInstallation
  beforeEach(async () => {
    held = await openTestInstallation(engine, monthly)
  })
  afterEach(() => held?.close())

  const fresh = (today = '2025-12-31') => {
    const { records, register, partnership } = held.installation
    return freshnessOf({ records: records.read, register, partnership, viewer: localAnalyst, today })
  }
  const cells = async (today?: string): Promise<Record<string, FreshnessCell>> =>
    Object.fromEntries(((await fresh(today)).rows[0]?.cells ?? []).map((cell) => [cell.month, cell]))

  test('a month is late by the days after the agreed day, and what the first file brought never is', async () => {
    await held.load('crime', [...month('2025-01', 9), ...month('2025-02', 9)], { asAt: '2025-06-01' })
    await held.load('crime', month('2025-06', 9), { asAt: '2025-07-20' })
    await held.load('crime', month('2025-07', 9), { asAt: '2025-09-01' })
    const found = await cells()
    expect(found['2025-01']).toMatchObject({ state: 'received', daysLate: 0, receivedOn: '2025-06-01' })
    expect(found['2025-06']).toMatchObject({ state: 'received', daysLate: 0, dueOn: '2025-07-20' })
    expect(found['2025-07']).toMatchObject({ state: 'received', daysLate: 12, dueOn: '2025-08-20' })
  })

  test('a month nobody sent is missing from the day after it was due, and named to be chased', async () => {
    await held.load('crime', month('2025-09', 9), { asAt: '2025-10-12' })
    const { rows } = await fresh('2025-12-20')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      agency: 'West Yorkshire Police',
      missing: ['2025-10'],
      dueOn: '2025-11-20',
      overdueDays: 30,
    })
    const found = await cells('2025-12-20')
    expect(found['2025-08']?.state).toBe('notDue')
    expect(found['2025-11']?.state).toBe('notDue')
    expect((await cells('2025-12-21'))['2025-11']?.state).toBe('missing')
  })

  test('a change to a month that had settled is a restatement, a late record of a fresh one is not', async () => {
    await held.load('crime', [...month('2025-03', 20), ...month('2025-10', 20)], { asAt: '2025-11-05' })
    await held.load('crime', [...month('2025-03', 21), ...month('2025-10', 22)], { asAt: '2025-11-19' })
    const found = await cells()
    expect(found['2025-03']?.restated).toEqual({ submission: 2, on: '2025-11-19' })
    expect(found['2025-10']).toMatchObject({ restated: null, provisional: true })
  })

  test('an undone file supplied nothing', async () => {
    await held.load('crime', month('2025-09', 9), { asAt: '2025-10-12' })
    await held.load('crime', month('2025-10', 9), { asAt: '2025-11-12' })
    await undoSubmission(held.installation, { submission: 2, by: 'test', reason: null })
    expect((await cells('2025-12-01'))['2025-10']?.state).toBe('missing')
  })

  test('a feed that was agreed and never came is named', async () => {
    await held.load('returns', [partnerReturn({ period: '2025-09' })])
    const { rows, neverReceived } = await fresh()
    expect(rows.map(({ agency, feed }) => [agency, feed])).toEqual([['Leeds City Council', 'returns']])
    expect(neverReceived).toContainEqual({
      agency: 'West Yorkshire Police',
      feed: 'crime',
      feedLabel: expect.any(String),
    })
    expect(neverReceived.map(({ agency, feed }) => `${agency} ${feed}`)).not.toContain(
      'Leeds City Council returns',
    )
  })
})
