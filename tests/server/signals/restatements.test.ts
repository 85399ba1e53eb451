import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { localAnalyst } from '../../../shared/access/viewer.ts'
import { metricsReader, type MetricsReader } from '../../../server/metrics/metricsReader.ts'
import { metricPageOf } from '../../../server/signals/metricPageOf.ts'
import { revisionsOf } from '../../../server/signals/revisionsOf.ts'
import { scorecardOf } from '../../../server/signals/scorecardOf.ts'
import { undoSubmission } from '../../../server/submissions/undo.ts'
import { crimeRecord, times, type FeedRow } from '../../build/feedRow.ts'
import { openTestInstallation, type TestInstallation } from '../../support/installation.ts'

let held: TestInstallation
let reader: MetricsReader
beforeEach(async () => {
  held = await openTestInstallation()
  const { records, register, partnership } = held.installation
  reader = metricsReader({ records: records.read, register, partnership })
})
afterEach(() => held.close())

function month(month: string, count: number): FeedRow[] {
  return times(count, (i) => crimeRecord({ crime_ref: `${month}-${i}`, recorded_date: `${month}-05` }))
}

const restatements = async () =>
  (await metricPageOf(reader, { metric: 'da.crimes' }, localAnalyst)).restatements

describe('a restatement', () => {
  test('is late arrivals where a count rose within a year of its month', async () => {
    await held.load('crime', month('2024-05', 20), { asAt: '2024-12-01' })
    await held.load('crime', month('2024-05', 22), { asAt: '2025-03-01', reason: 'Backlog recorded.' })
    expect(await restatements()).toEqual([
      {
        period: '2024-05',
        was: 20,
        now: 22,
        submission: 2,
        on: '2025-03-01',
        kind: 'lateArrivals',
        reason: 'Backlog recorded.',
      },
    ])
  })

  test('is told to no protected reader, who would learn two states of one figure', async () => {
    await held.load('crime', month('2024-05', 20), { asAt: '2024-12-01' })
    await held.load('crime', month('2024-05', 22), { asAt: '2025-03-01' })
    const careful = { ...localAnalyst, disclosure: 'protected' } as const
    const page = await metricPageOf(reader, { metric: 'da.crimes' }, careful)
    expect([page.restatements, page.completion]).toEqual([[], null])
    const { rows } = await scorecardOf(reader, { months: 1 }, careful)
    expect(rows.find(({ metric }) => metric === 'da.crimes')?.latest.value).toBe(22)
  })

  test('is a correction where the count fell, or rose after a year', async () => {
    await held.load('crime', month('2024-05', 20), { asAt: '2024-12-01' })
    await held.load('crime', month('2024-05', 19), { asAt: '2025-03-01' })
    await held.load('crime', month('2024-05', 23), { asAt: '2025-08-01' })
    expect((await restatements()).map(({ now, kind }) => [now, kind])).toEqual([
      [23, 'correction'],
      [19, 'correction'],
    ])
  })

  test('is a change of definition where the months were read by another profile', async () => {
    await held.load('crime', month('2024-05', 20), { asAt: '2024-12-01' })
    await held.load('crime', month('2024-05', 24), { asAt: '2025-03-01' })
    await held.installation.workspace
      .updateTable('submission')
      .set({ profile: 'force-extract' })
      .where('number', '=', 2)
      .execute()
    await held.installation.register.refresh()
    expect((await restatements()).map(({ kind }) => kind)).toEqual(['definition'])
  })

  test('is a correction that names the undone submission where one was undone', async () => {
    await held.load('crime', month('2024-05', 20), { asAt: '2024-12-01' })
    await held.load('crime', month('2024-05', 24), { asAt: '2025-03-01' })
    await undoSubmission(held.installation, { submission: 2, by: 'test', reason: 'Wrong file.' })
    expect(await restatements()).toMatchObject([
      { was: 24, now: 20, submission: 3, kind: 'correction', reason: 'Submission 2 was undone. Wrong file.' },
      { was: 20, now: 24, submission: 2, kind: 'lateArrivals', reason: null },
    ])
  })
})

describe('the revisions of a measure', () => {
  test('are what each month said after each submission, and how much ages changed', async () => {
    await held.load('crime', [...month('2024-04', 30), ...month('2024-05', 20)], { asAt: '2024-05-31' })
    await held.load('crime', [...month('2024-05', 24), ...month('2024-06', 11)], { asAt: '2024-06-30' })
    const { versions, months, byAge } = await revisionsOf(reader, { metric: 'da.crimes' }, localAnalyst)
    expect(versions.map(({ submission, asAt }) => [submission, asAt])).toEqual([
      [1, '2024-05-31'],
      [2, '2024-06-30'],
    ])
    expect(months).toEqual([
      { month: '2024-06', values: [null, 11] },
      { month: '2024-05', values: [20, 24] },
      { month: '2024-04', values: [30, 30] },
    ])
    expect(byAge).toEqual([
      { age: 0, months: 1, changed: 1, median: 4, medianPercent: 20, largest: 4 },
      { age: 1, months: 1, changed: 0, median: 0, medianPercent: 0, largest: 0 },
    ])
  })

  test('leave an undone submission out', async () => {
    await held.load('crime', month('2024-05', 20), { asAt: '2024-06-30' })
    await held.load('crime', month('2024-05', 24), { asAt: '2024-07-31' })
    await undoSubmission(held.installation, { submission: 2, by: 'test', reason: null })
    const { versions, months } = await revisionsOf(reader, { metric: 'da.crimes' }, localAnalyst)
    expect(versions.map(({ submission }) => submission)).toEqual([1])
    expect(months).toEqual([{ month: '2024-05', values: [20] }])
  })

  test('need analyst access, because two states side by side would tell what one hides', async () => {
    const protectedReader = { ...localAnalyst, role: 'viewer', disclosure: 'protected' } as const
    await expect(revisionsOf(reader, { metric: 'da.crimes' }, protectedReader)).rejects.toMatchObject({
      kind: 'needsAccess',
    })
  })
})

describe('the overview as at an earlier submission', () => {
  test('gives the figures and the newest month of then', async () => {
    await held.load('crime', month('2024-05', 20), { asAt: '2024-12-01' })
    await held.load('crime', [...month('2024-05', 26), ...month('2024-06', 7)], { asAt: '2025-03-01' })
    const latest = async (asAt: number | string | null) => {
      const { rows, period } = await scorecardOf(reader, { months: 1, asAt }, localAnalyst)
      return [period.to, rows.find(({ metric }) => metric === 'da.crimes')?.latest.value]
    }
    expect(await latest(null)).toEqual(['2024-06', 7])
    expect(await latest(1)).toEqual(['2024-05', 20])
    expect(await latest('2025-01-01')).toEqual(['2024-05', 20])
  })
})
