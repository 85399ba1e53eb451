import { afterEach, beforeEach, expect, test } from 'vitest'
import { localAnalyst, type Viewer } from '../../../shared/access/viewer.ts'
import { pageQuery } from '../../../shared/editions/pageQueries.ts'
import { westYorkshire } from '../../../shared/partnership/westYorkshire.ts'
import { boardReader } from '../../../server/editions/boardReader.ts'
import { comparedWithLive } from '../../../server/editions/comparedWithLive.ts'
import { editionOf, editionsOf } from '../../../server/editions/editionStore.ts'
import { errataOf, errataTogether } from '../../../server/editions/errataOf.ts'
import { publishEdition } from '../../../server/editions/publish.ts'
import { publishedOverview, publishedPage } from '../../../server/editions/readEdition.ts'
import { metricsReader } from '../../../server/metrics/metricsReader.ts'
import { undoSubmission } from '../../../server/submissions/undo.ts'
import { crimeRecord, times, type FeedRow } from '../../build/feedRow.ts'
import {
  describeOnBothEngines,
  openTestInstallation,
  type TestInstallation,
} from '../../support/installation.ts'

const leeds = 'E08000035'
const bradford = 'E08000032'

function month(month: string, count: number, overrides: FeedRow = {}): FeedRow[] {
  return times(count, (i) =>
    crimeRecord({
      crime_ref: `${month}-${String(overrides['area'] ?? leeds)}-${i}`,
      recorded_date: `${month}-05`,
      ...overrides,
    }),
  )
}

describeOnBothEngines('editions', (engine) => {
  let held: TestInstallation
  beforeEach(async () => {
    held = await openTestInstallation(engine)
    await held.load('crime', [...month('2024-03', 25), ...month('2024-04', 20), ...month('2024-05', 33)], {
      asAt: '2024-12-01',
    })
  })
  afterEach(() => held?.close())

  const reader = () => {
    const { records, register, partnership } = held.installation
    return metricsReader({ records: records.read, register, partnership })
  }
  const publish = (title = 'December', metrics = ['da.crimes', 'crime.recorded']) =>
    publishEdition(held.installation.workspace, reader(), {
      request: {
        title,
        meetingDate: '2024-12-11',
        commentary: 'As laid.',
        metrics,
        viewer: { ...localAnalyst, name: 'test' },
      },
      now: new Date('2024-12-05T10:00:00Z'),
    })
  const read = (edition: number, viewer: Viewer = boardReader) => {
    const { workspace, partnership } = held.installation
    return { workspace, partnership, viewer, edition }
  }
  const values = async (edition: number, area?: string) => {
    const { result } = await publishedPage(read(edition), pageQuery('da.crimes', area))
    return Object.fromEntries(result.series[0]!.points.map(({ period, value }) => [period, value]))
  }
  const errata = async (edition: number) =>
    errataOf(held.installation.workspace, reader(), await editionOf(held.installation.workspace, edition))

  test('keep what was published, with what it was made with', async () => {
    const edition = await publish()
    expect(edition).toMatchObject({
      number: 1,
      title: 'December',
      meetingDate: '2024-12-11',
      commentary: 'As laid.',
      metrics: ['da.crimes', 'crime.recorded'],
      position: 1,
      policy: { threshold: 5, suppressZero: false, rounding: 1 },
      populationRelease: westYorkshire.populations.at(-1)?.release,
      publishedBy: 'test',
      synthetic: false,
    })
    expect(await values(1)).toEqual({ '2024-03': 25, '2024-04': 20, '2024-05': 33 })
    const overview = await publishedOverview(read(1), { months: 1 })
    expect(overview.edition).toMatchObject({ number: 1, title: 'December' })
    expect(overview.rows.map(({ metric, latest }) => [metric, latest.value])).toEqual([
      ['da.crimes', 33],
      ['crime.recorded', 33],
    ])
  })

  test('hold protected figures whoever reads them', async () => {
    await held.load('crime', [...month('2024-05', 30), ...month('2024-05', 3, { area: bradford })])
    await publish()
    const { result } = await publishedPage(read(1, localAnalyst), pageQuery('da.crimes', bradford))
    expect(result.disclosure).toBe('protected')
    expect(result.series[0]?.points.find(({ period }) => period === '2024-05')).toMatchObject({
      value: null,
      status: 'suppressed',
    })
    const row = await held.installation.workspace
      .selectFrom('edition_figure')
      .select('answer')
      .where('question', 'like', `page %${bradford}%"count"%`)
      .where('metric', '=', 'da.crimes')
      .executeTakeFirstOrThrow()
    expect(row.answer).toContain('suppressed')
    expect(row.answer).not.toContain('"value":3,')
  })

  test('do not move when a correction comes, and list it as an erratum', async () => {
    await publish()
    const before = await publishedPage(read(1), pageQuery('da.crimes'))
    await held.load('crime', month('2024-04', 22), { asAt: '2025-02-01', reason: 'Backlog recorded.' })
    expect(await publishedPage(read(1), pageQuery('da.crimes'))).toEqual(before)
    expect(await held.values({ metric: 'da.crimes' })).toEqual({
      '2024-03': 25,
      '2024-04': 22,
      '2024-05': 33,
    })
    const found = (await errata(1)).filter(({ metric }) => metric === 'da.crimes')
    expect(found.map(({ area }) => area)).toEqual(['E23000010', leeds])
    expect(found[0]).toEqual({
      metric: 'da.crimes',
      metricName: 'Domestic abuse crimes recorded',
      unit: 'count',
      area: 'E23000010',
      areaName: 'West Yorkshire',
      grain: 'month',
      period: '2024-04',
      was: 20,
      now: 22,
      published: 'final',
      submission: 2,
      on: '2025-02-01',
      kind: 'lateArrivals',
      reason: 'Backlog recorded.',
      editions: [
        { number: 1, title: 'December', meetingDate: '2024-12-11', publishedAt: '2024-12-05T10:00:00.000Z' },
      ],
    })
  })

  test('list nothing that is hidden now, nor that it became so', async () => {
    await publish()
    await held.load('crime', [...month('2024-04', 3), ...month('2024-05', 35)], {
      asAt: '2025-02-01',
      confirm: true,
      period: { from: '2024-04', to: '2024-05' },
    })
    const { series } = await held.ask({ metric: 'da.crimes', areas: [leeds] }, boardReader)
    const hidden = series[0]!.points.flatMap(({ period, status }) =>
      status === 'suppressed' ? [period] : [],
    )
    expect(hidden).toContain('2024-04')
    const found = await errata(1)
    expect(found.filter(({ period, area }) => area === leeds && hidden.includes(period))).toEqual([])
    expect(found.every(({ now }) => now !== null)).toBe(true)
  })

  test('name every edition that quoted the old value, and none that did not', async () => {
    await publish('First')
    await publish('Second')
    await held.load('crime', month('2024-04', 22), { asAt: '2025-02-01' })
    await publish('Third')
    await held.load('crime', month('2024-05', 29), { asAt: '2025-03-01', confirm: true })
    const lists = [await errata(1), await errata(2), await errata(3)]
    const whole = errataTogether(lists).filter(
      ({ metric, area }) => metric === 'da.crimes' && area === 'E23000010',
    )
    expect(
      whole.map(({ period, was, now, submission, kind, editions }) => [
        period,
        was,
        now,
        submission,
        kind,
        editions.map(({ title }) => title),
      ]),
    ).toEqual([
      ['2024-05', 33, 29, 3, 'correction', ['First', 'Second', 'Third']],
      ['2024-04', 20, 22, 2, 'lateArrivals', ['First', 'Second']],
    ])
  })

  test('have no erratum left when the correction is undone', async () => {
    await publish()
    await held.load('crime', month('2024-04', 22), { asAt: '2025-02-01' })
    expect(await errata(1)).not.toEqual([])
    await undoSubmission(held.installation, { submission: 2, by: 'test', reason: null })
    expect(await errata(1)).toEqual([])
  })

  test('are not touched by another policy, population or set of areas', async () => {
    await publish()
    const page = await publishedPage(read(1), pageQuery('da.crimes', leeds))
    const overview = await publishedOverview(read(1), { months: 3 })
    const edition = await editionOf(held.installation.workspace, 1)
    await held.restart({
      ...westYorkshire,
      populations: [],
      disclosure: { threshold: 25, suppressZero: true, rounding: 10 },
    })
    expect(await publishedPage(read(1), pageQuery('da.crimes', leeds))).toEqual(page)
    expect(await publishedOverview(read(1), { months: 3 })).toEqual(overview)
    expect(await editionOf(held.installation.workspace, 1)).toEqual(edition)
  })

  test('lay a figure that only another rounding changed to the rules, not to a submission', async () => {
    await publish()
    await held.restart({ ...westYorkshire, disclosure: { threshold: 5, suppressZero: false, rounding: 5 } })
    const found = (await errata(1)).filter(({ metric, area }) => metric === 'da.crimes' && area !== bradford)
    expect(found.map(({ was, now, kind, submission }) => [was, now, kind, submission])).toContainEqual([
      33,
      35,
      'definition',
      null,
    ])
  })

  test('stand beside the same months as they are now', async () => {
    await publish()
    await held.load('crime', month('2024-05', 40), { asAt: '2025-02-01', confirm: true })
    const compared = await comparedWithLive(held.installation.workspace, reader(), {
      edition: await editionOf(held.installation.workspace, 1),
      viewer: boardReader,
    })
    expect(compared.find(({ metric }) => metric === 'da.crimes')).toMatchObject({
      published: { value: 78, status: 'final' },
      live: { value: 85, status: 'final' },
    })
    expect(compared).toHaveLength(2)
  })

  test('show an area only to those who may see it', async () => {
    await publish()
    const limited = { ...boardReader, areas: [leeds] }
    await expect(publishedPage(read(1, limited), pageQuery('da.crimes'))).rejects.toMatchObject({
      kind: 'needsAccess',
    })
    await expect(
      publishedOverview(read(1, limited), { months: 3, area: westYorkshire.code }),
    ).rejects.toMatchObject({
      kind: 'needsAccess',
    })
    const overview = await publishedOverview(read(1, limited), { months: 3 })
    expect(overview.area.code).toBe(leeds)
    expect(overview.rows[0]?.areas.map(({ area }) => area)).toEqual([leeds])
  })

  test('show a measure only to those who may read its feed', async () => {
    await publish()
    const limited = { ...boardReader, feeds: ['nrm'] as const }
    await expect(publishedPage(read(1, limited), pageQuery('da.crimes'))).rejects.toMatchObject({
      kind: 'needsAccess',
    })
    expect(await publishedOverview(read(1, limited), { months: 3 })).toMatchObject({ rows: [], findings: [] })
  })

  test('say that a view was not published instead of working it out', async () => {
    await publish('December', ['da.crimes'])
    await expect(
      publishedPage(read(1), { ...pageQuery('da.crimes'), filters: { victim_sex: ['F'] } }),
    ).rejects.toThrow(/not part of the edition “December”/)
    await expect(publishedPage(read(1), pageQuery('crime.recorded'))).rejects.toThrow(/not part of/)
    await expect(publishedPage(read(7), pageQuery('da.crimes'))).rejects.toThrow('There is no edition 7.')
  })

  test('are refused with nothing to publish, and leave no half edition', async () => {
    await expect(publish('Empty', ['returns.maracCases'])).rejects.toThrow(/None of these measures/)
    await expect(publish('Unknown', ['da.nothing'])).rejects.toThrow('no metric called “da.nothing”')
    expect(await editionsOf(held.installation.workspace, { synthetic: false })).toEqual([])
    const rows = await held.installation.workspace.selectFrom('edition_figure').selectAll().execute()
    expect(rows).toEqual([])
  })
})
