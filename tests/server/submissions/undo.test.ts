import { afterEach, beforeEach, expect, test } from 'vitest'
import { contentsOf } from '../../../server/submissions/contents.ts'
import { undoSubmission } from '../../../server/submissions/undo.ts'
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

describeOnBothEngines('undoing a submission', (engine) => {
  let held: TestInstallation
  beforeEach(async () => {
    held = await openTestInstallation(engine)
  })
  afterEach(() => held?.close())

  const undo = (submission: number, reason: string | null = null) =>
    undoSubmission(held.installation, { submission, by: 'test', reason })

  test('gives back the figures of before, and keeps what was said in between', async () => {
    await held.load('crime', [...month('2024-04', 20), ...month('2024-05', 30)], { asAt: '2024-06-30' })
    await held.load('crime', month('2024-05', 12), { confirm: true, asAt: '2024-09-30' })
    expect(await held.values(crimes)).toEqual({ '2024-04': 20, '2024-05': 12 })
    const outcome = await undo(2, 'The wrong file was sent.')
    expect(outcome).toMatchObject({ submission: 3, undoes: 2 })
    expect(outcome.diff).toMatchObject({ addedRows: 18, withdrawnRows: 0 })
    expect(await held.values(crimes)).toEqual({ '2024-04': 20, '2024-05': 30 })
    expect(await held.values({ ...crimes, asAt: 2 })).toEqual({ '2024-04': 20, '2024-05': 12 })
    expect(await held.values({ ...crimes, asAt: 1 })).toEqual({ '2024-04': 20, '2024-05': 30 })
    expect(await held.values({ ...crimes, asAt: '2024-10-01' })).toEqual({ '2024-04': 20, '2024-05': 30 })
    expect(held.installation.register.all().at(-1)).toMatchObject({
      mode: 'undo',
      undoes: 2,
      reason: 'The wrong file was sent.',
      asAt: '2024-09-30',
    })
  })

  test('a month that only the undone file supplied is missing again, not zero', async () => {
    await held.load('crime', month('2024-05', 30))
    await held.load('crime', month('2024-06', 31))
    await undo(2)
    const { series } = await held.ask({ ...crimes, from: '2024-05', to: '2024-06' })
    expect(series[0]?.points.map(({ status, value }) => [status, value])).toEqual([
      ['final', 30],
      ['missing', null],
    ])
    expect(held.installation.register.standing(null).map(({ number }) => number)).toEqual([1])
  })

  test('an undone amendment gives the amended records their former details', async () => {
    await held.load('crime', month('2024-05', 20))
    await held.load('crime', [crimeRecord({ crime_ref: '2024-05-3', domestic_abuse: 'no' })], {
      mode: 'amend',
    })
    expect(await held.values(crimes)).toEqual({ '2024-05': 19 })
    await undo(2)
    expect(await held.values(crimes)).toEqual({ '2024-05': 20 })
  })

  test('is refused while a later submission touches the same months, and allowed for others', async () => {
    await held.load('crime', month('2024-05', 20))
    await held.load('crime', [...month('2024-05', 21), ...month('2024-06', 22)])
    await held.load('crime', month('2024-07', 23))
    await expect(undo(1)).rejects.toThrow(/submission 2 .* came later for the same months/)
    expect(await held.values(crimes)).toEqual({ '2024-05': 21, '2024-06': 22, '2024-07': 23 })
    await undo(2)
    await undo(1)
    expect(await held.values({ ...crimes, from: '2024-07' })).toEqual({ '2024-07': 23 })
    expect((await held.ask({ ...crimes, from: '2024-05', to: '2024-06' })).series[0]?.points).toMatchObject([
      { value: null },
      { value: null },
    ])
  })

  test('a later amendment of its records refuses it', async () => {
    await held.load('crime', month('2024-05', 20))
    await held.load('crime', [crimeRecord({ crime_ref: '2024-05-3', kind: 'incident' })], { mode: 'amend' })
    await expect(undo(1)).rejects.toThrow(/submission 2 .* came later/)
  })

  test('files undone one after the other leave what the first one found', async () => {
    await held.load('crime', month('2024-05', 20))
    await held.load('crime', month('2024-05', 25))
    await held.load('crime', month('2024-05', 12), { confirm: true })
    await undo(3)
    expect(await held.values(crimes)).toEqual({ '2024-05': 25 })
    await undo(2)
    expect(await held.values(crimes)).toEqual({ '2024-05': 20 })
    await held.load('crime', month('2024-05', 24))
    expect(await held.values(crimes)).toEqual({ '2024-05': 24 })
  })

  test('the same file may come again after it was undone', async () => {
    const rows = month('2024-05', 20)
    await held.load('crime', rows)
    await undo(1)
    expect(await held.load('crime', rows)).toMatchObject({ kind: 'committed', submission: 3 })
    expect(await held.values(crimes)).toEqual({ '2024-05': 20 })
  })

  test('one measure that was returned goes back without another', async () => {
    const idva = partnerReturn({ measure: 'idva-referrals', value: 12 })
    await held.load('returns', [partnerReturn({ value: 40 })])
    await held.load('returns', [partnerReturn({ value: 44 })], { confirm: true })
    await held.load('returns', [idva])
    await undo(2)
    expect(await held.values({ metric: 'returns.maracCases' })).toEqual({ '2024-05': 40 })
    expect(await held.values({ metric: 'returns.idvaReferrals' })).toEqual({ '2024-05': 12 })
  })

  test('what cannot be undone says why and changes nothing', async () => {
    await held.load('crime', month('2024-05', 20), { synthetic: true })
    await held.load('crime', month('2024-05', 30))
    await expect(undo(9)).rejects.toThrow('There is no submission 9.')
    await expect(undo(1)).rejects.toThrow(/of the sample/)
    await undo(2)
    await expect(undo(2)).rejects.toThrow('already been undone, by submission 3')
    await expect(undo(3)).rejects.toThrow(/itself the undoing of submission 2/)
    expect(held.installation.register.position()).toBe(3)
  })

  test('the sample does not come back when the first real file is undone', async () => {
    await held.load('crime', month('2024-05', 20), { synthetic: true })
    await held.load('returns', [partnerReturn()], { synthetic: true })
    await held.load('crime', month('2024-05', 30))
    await undo(3)
    expect((await held.ask(crimes)).series).toEqual([])
    expect((await held.ask({ metric: 'returns.maracCases' })).series).toEqual([])
  })

  test('records rebuilt from the archive are equal after undoing', async () => {
    await held.load('crime', month('2024-05', 5), { synthetic: true })
    await held.load('crime', [...month('2024-04', 10), ...month('2024-05', 20)])
    await held.load('crime', month('2024-05', 12), { confirm: true })
    await held.load(
      'crime',
      [crimeRecord({ crime_ref: '2024-04-3', recorded_date: '2024-04-04', kind: 'incident' })],
      { mode: 'amend' },
    )
    await undo(3)
    await undo(4)
    await held.load('crime', month('2024-05', 22))
    const before = await contentsOf(held.installation.records)
    const series = await held.ask(crimes)
    const earlier = await held.ask({ ...crimes, asAt: 4 })
    await held.installation.records.reset()
    await held.restart()
    expect(await contentsOf(held.installation.records)).toEqual(before)
    expect(await held.ask(crimes)).toEqual(series)
    expect(await held.ask({ ...crimes, asAt: 4 })).toEqual(earlier)
  })

  test('an undoing registered but not applied is finished at the next start', async () => {
    await held.load('crime', month('2024-05', 20))
    await held.load('crime', month('2024-05', 25))
    await undo(2)
    const { workspace, records } = held.installation
    await workspace
      .updateTable('submission')
      .set({ status: 'pending', rows_added: null, rows_withdrawn: null })
      .where('number', '=', 3)
      .execute()
    await records.write(async ({ db }) => {
      await db.deleteFrom('applied_submission').where('number', '=', 3).execute()
      await db.updateTable('crime').set({ withdrawn_in: null }).where('withdrawn_in', '=', 3).execute()
      await db.deleteFrom('crime').where('added_in', '=', 3).execute()
    })
    await held.restart()
    expect(await held.values(crimes)).toEqual({ '2024-05': 20 })
  })
})
