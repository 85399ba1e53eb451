import { afterEach, beforeEach, expect, test } from 'vitest'
import { localAnalyst, type Viewer } from '../../../shared/access/viewer.ts'
import { annotationsOf } from '../../../server/annotations/annotationStore.ts'
import { appRouter } from '../../../server/api/router.ts'
import { metricsReader } from '../../../server/metrics/metricsReader.ts'
import { addMonths } from '../../../shared/periods/month.ts'
import { contextAs } from '../../support/context.ts'
import { crimeRecord, times } from '../../build/feedRow.ts'
import {
  describeOnBothEngines,
  openTestInstallation,
  type TestInstallation,
} from '../../support/installation.ts'

const leeds = 'E08000035'
const bradford = 'E08000032'
const training = { month: '2024-03', kind: 'training', title: 'First responder training' } as const

describeOnBothEngines('notes beside the figures', (engine) => {
  let held: TestInstallation
  beforeEach(async () => {
    held = await openTestInstallation(engine)
    await held.load(
      'crime',
      Array.from({ length: 26 }, (_, i) =>
        times(20 + (i % 3), () => crimeRecord({ recorded_date: `${addMonths('2023-01', i)}-10` })),
      ).flat(),
    )
  })
  afterEach(() => held.close())

  function as(viewer: Viewer = localAnalyst) {
    const { records, register, partnership, workspace } = held.installation
    const metrics = metricsReader({
      records: records.read,
      register,
      partnership,
      annotations: () => annotationsOf(workspace),
    })
    return appRouter.createCaller({ ...contextAs(held.installation, viewer), metrics })
  }
  const titles = async (input: { metric: string; areas?: string[] }) =>
    (await as().metricPage({ grain: 'month', from: '2024-01', ...input })).calendar
      .filter(({ note }) => note !== undefined)
      .map(({ title }) => title)

  test('stand on the measure, feed and area they are about and on no other', async () => {
    await as().annotations.add({ ...training, title: 'On the measure', metric: 'crime.recorded' })
    await as().annotations.add({ ...training, title: 'On the feed', feed: 'crime' })
    await as().annotations.add({ ...training, title: 'In Leeds', metric: 'crime.recorded', area: leeds })
    await as().annotations.add({ ...training, title: 'Everywhere' })

    expect(await titles({ metric: 'crime.recorded' })).toEqual([
      'On the measure',
      'On the feed',
      'Everywhere',
    ])
    expect(await titles({ metric: 'da.crimes' })).toEqual(['On the feed', 'Everywhere'])
    expect(await titles({ metric: 'crime.recorded', areas: [leeds] })).toEqual([
      'On the measure',
      'On the feed',
      'In Leeds',
      'Everywhere',
    ])
  })

  test('keep their order of time among the built-in events', async () => {
    await as().annotations.add({ ...training, month: '2023-04', metric: 'da.crimes' })
    await as().annotations.add({ ...training, month: '2023-06', metric: 'da.crimes', title: 'Later' })
    const { calendar } = await as().metricPage({ metric: 'da.crimes', grain: 'month', from: '2023-01' })
    expect(calendar.map(({ month, title }) => `${month} ${title}`)).toEqual([
      '2023-04 First responder training',
      '2023-05 Extra-crime rule withdrawn',
      '2023-06 Later',
    ])
  })

  test('are changed and withdrawn by analysts, and a withdrawn one stays in the workspace', async () => {
    const { id } = await as().annotations.add({ ...training, link: 'https://example.org/minutes' })
    await as().annotations.change({ ...training, id, title: 'Second training', area: bradford })
    expect(await as().annotations.list()).toMatchObject([
      { title: 'Second training', area: bradford, link: null, by: 'local analyst' },
    ])
    await as().annotations.withdraw({ id })
    expect(await as().annotations.list()).toEqual([])
    await expect(as().annotations.withdraw({ id })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: 'This note is no longer there.',
    })
    const rows = await held.installation.workspace.selectFrom('annotation').selectAll().execute()
    expect(rows).toMatchObject([{ title: 'Second training', withdrawn_by: 'local analyst' }])
  })

  test('are read by everybody within their areas and written by analysts only', async () => {
    await as().annotations.add({ ...training, area: leeds, title: 'Leeds only' })
    await as().annotations.add({ ...training, title: 'Everywhere' })
    const reader: Viewer = {
      name: 'reader',
      role: 'viewer',
      areas: [bradford],
      feeds: 'all',
      disclosure: 'protected',
    }
    expect((await as(reader).annotations.list()).map(({ title }) => title)).toEqual(['Everywhere'])
    await expect(as(reader).annotations.add(training)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test.each([
    ['an area the partnership has not', { area: 'E99' }],
    ['a measure that does not exist', { metric: 'no.such' }],
    ['a link that runs a script', { link: 'javascript:alert(1)' }],
    ['no words', { title: '  ' }],
    ['a month that does not exist', { month: '2024-13' as '2024-12' }],
  ])('are refused with %s', async (_, fault) => {
    await expect(as().annotations.add({ ...training, ...fault })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    expect(await as().annotations.list()).toEqual([])
  })

  test('warn of comparisons that span a change of counting, and of no others', async () => {
    const page = () =>
      as().metricPage({
        metric: 'crime.recorded',
        grain: 'month',
        from: '2024-01',
        compare: 'samePeriodLastYear',
      })
    const before = (await page()).spanned
    // The extra-crime rule of May 2023 lies between Apr 2023 and Apr 2024, but not between May 2023 and May 2024.
    expect(before.map(({ period }) => period)).toEqual(['2024-01', '2024-02', '2024-03', '2024-04'])
    await as().annotations.add({ ...training, kind: 'event', month: '2024-11', feed: 'crime' })
    expect((await page()).spanned).toEqual(before)

    // One reader, as in a running dashboard: what it remembers does not outlive a note.
    const reader = as()
    const spannedByCrimes = async () => {
      const { rows } = await reader.overview({ months: 1 })
      return rows.find(({ metric }) => metric === 'crime.recorded')?.change.spanned
    }
    expect(await spannedByCrimes()).toEqual([])
    await as().annotations.add({
      month: '2024-11',
      kind: 'countingRule',
      title: 'New recording system',
      feed: 'crime',
    })
    expect((await page()).spanned.map(({ period }) => period)).toEqual([
      ...before.map(({ period }) => period),
      '2024-11',
      '2024-12',
      '2025-01',
      '2025-02',
    ])
    expect(await spannedByCrimes()).toEqual([{ month: '2024-11', title: 'New recording system' }])
  })
})
