import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appRouter } from '../../../server/api/router.ts'
import { metrics } from '../../../shared/metrics/catalogue.ts'
import { feedsOf } from '../../../shared/metrics/feedsOf.ts'
import { notPlaced } from '../../../shared/partnership/partnership.ts'
import type { SeriesQueryInput } from '../../../shared/series/seriesQuery.ts'
import { countedCrimes } from '../../build/countedCrimes.ts'
import { crimeRecord, nrmReferral, times } from '../../build/feedRow.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

const leeds = 'E08000035'
const bradford = 'E08000032'
const whole = 'E23000010'

let server: TestApp
/** An analyst limited to Leeds, one limited to referrals, one who sees protected figures only, and one without limits. */
let ofLeeds: string
let ofReferrals: string
let careful: string
let analyst: string
let viewerOfLeeds: string
let viewerOfReferrals: string

beforeAll(async () => {
  server = await openTestApp()
  analyst = await server.as('analyst')
  ofLeeds = await server.as('analyst', { areas: [leeds] })
  ofReferrals = await server.as('analyst', { feeds: ['nrm'] })
  careful = await server.as('analyst', { disclosure: 'protected' })
  viewerOfLeeds = await server.as('viewer', { areas: [leeds] })
  viewerOfReferrals = await server.as('viewer', { feeds: ['nrm'] })
  await server.held.load('crime', countedCrimes(), { asAt: '2025-06-30' })
  await server.held.load(
    'crime',
    countedCrimes({}, () => ({ offence_code: '106', domestic_abuse: 'no' })),
    { mode: 'amend', asAt: '2025-06-30' },
  )
  await server.held.load(
    'nrm',
    times(7, () => nrmReferral({ referral_date: '2023-06-14' })),
    { asAt: '2025-06-30', agency: 'west-yorkshire-police' },
  )
  const metricsOfBoth = ['da.crimes', 'nrm.referrals', 'nrm.perHundredCrimes']
  const edition = { title: 'First', meetingDate: '2025-07-10', metrics: metricsOfBoth }
  expect((await server.mutate('editions.publish', edition, analyst)).status).toBe(200)
  const late = [leeds, bradford].map((area) => crimeRecord({ recorded_date: '2023-02-10', area, count: 9 }))
  await server.held.load('crime', late, { mode: 'amend', asAt: '2025-09-30' })
  const referral = nrmReferral({ referral_date: '2023-06-20' })
  const amend = { mode: 'amend', asAt: '2025-09-30', agency: 'west-yorkshire-police' } as const
  await server.held.load('nrm', [referral], amend)
})
afterAll(() => server.close())

const metric = 'da.crimes'

/** Everything that can be asked of figures, with what makes each ask for more than Leeds. */
const foreignAreas: Record<string, readonly [path: string, input: object]> = {
  'series of another area': ['series', { metric, areas: [bradford] }],
  'series of the whole': ['series', { metric, areas: [whole] }],
  'series of what is not placed': ['series', { metric, areas: [notPlaced] }],
  'series of one’s own and another': ['series', { metric, areas: [leeds, bradford] }],
  'series with another area as its comparison': [
    'series',
    { metric, areas: [leeds], compare: { area: bradford } },
  ],
  'series with the partnership as its comparison': [
    'series',
    { metric, areas: [leeds], compare: 'partnership' },
  ],
  'rates over twelve months of another area': [
    'series',
    { metric, areas: [bradford], basis: 'rate', transform: 'rolling12' },
  ],
  'a breakdown of another area': ['series', { metric, areas: [bradford], breakdown: ['area', 'victim_sex'] }],
  'a metric page of another area': ['metricPage', { metric, areas: [bradford] }],
  'a metric page compared with another area': [
    'metricPage',
    { metric, areas: [leeds], compare: { area: bradford } },
  ],
  'revisions of another area': ['revisions', { metric, area: bradford }],
  'revisions of the whole': ['revisions', { metric }],
  'a step test of another area': ['stepTest', { query: { metric, areas: [bradford] }, at: '2024-01' }],
  'a step test of the whole': ['stepTest', { query: { metric, areas: [whole] }, at: '2024-01' }],
  'the overview of another area': ['overview', { area: bradford }],
  'the overview of the whole': ['overview', { area: whole }],
  'a published series of another area': [
    'editions.series',
    { edition: 1, query: { metric, areas: [bradford] } },
  ],
  'a published page of another area': [
    'editions.metricPage',
    { edition: 1, query: { metric, areas: [bradford] } },
  ],
  'a published page of the whole': ['editions.metricPage', { edition: 1, query: { metric } }],
  'the published overview of another area': ['editions.overview', { edition: 1, area: bradford }],
  'the published overview of the whole': ['editions.overview', { edition: 1, area: whole }],
}

describe('an account limited to one area', () => {
  for (const [name, [path, input]] of Object.entries(foreignAreas)) {
    test(`is refused ${name}`, async () => {
      const answer = await server.query(path, input, ofLeeds)
      expect(answer.body.error?.data.code).toBe('FORBIDDEN')
      expect(answer.text).not.toContain('"value"')
    })
  }

  test('gets its own alone where it names none, however it is asked', async () => {
    const queries: Partial<SeriesQueryInput>[] = [
      {},
      { breakdown: ['area'] },
      { breakdown: ['area', 'victim_sex'] },
      { basis: 'rate' },
      { grain: 'quarter', transform: 'yearToDate' },
      { transform: 'rolling12', compare: 'samePeriodLastYear' },
      { compare: { baseline: { from: '2022-04', to: '2023-03' } } },
    ]
    for (const query of queries) {
      const { body } = await server.query('series', { metric, ...query }, ofLeeds)
      expect(body.result.data.query.areas, JSON.stringify(query)).toEqual([leeds])
      for (const { key } of body.result.data.series) expect(key.area ?? leeds).toBe(leeds)
    }
    const own = (await server.query('series', { metric, areas: [leeds] }, analyst)).body.result.data.series[0]
    const unnamed = (await server.query('series', { metric }, ofLeeds)).body.result.data.series[0]
    expect(unnamed.points).toEqual(own.points)
  })

  test('is told no figure of the whole or of another area by overview, page, edition or errata', async () => {
    const answers = [
      await server.query('overview', {}, ofLeeds),
      await server.query('metricPage', { metric }, ofLeeds),
      await server.query('editions.overview', { edition: 1 }, ofLeeds),
      await server.query('editions.overview', { edition: 1 }, viewerOfLeeds),
      await server.query('editions.metricPage', { edition: 1, query: pageOf(leeds) }, viewerOfLeeds),
      await server.query('editions.compared', { edition: 1 }, viewerOfLeeds),
      await server.query('editions.errata', {}, viewerOfLeeds),
    ]
    for (const { status, text } of answers) {
      expect(status, text.slice(0, 300)).toBe(200)
      expect(text).not.toContain(bradford)
    }
    for (const { body } of answers.slice(0, 4).filter(({ body }) => 'rows' in body.result.data)) {
      for (const row of body.result.data.rows) {
        expect(
          row.areas.map(({ area }: { area: string }) => area).filter((area: string) => area !== leeds),
        ).toEqual([])
        expect(row.areaBasis.partnership).toBeNull()
        expect(row.areas.every(({ beyondChance }: { beyondChance: unknown }) => beyondChance === null)).toBe(
          true,
        )
      }
    }
    const seen = (await server.query('editions.overview', { edition: 1 }, analyst)).body.result.data
    expect(seen.rows[0].areaBasis.partnership).not.toBeNull()
  })

  test('hears of no correction elsewhere', async () => {
    const areasOf = async (cookie: string) => {
      const { body } = await server.query('editions.errata', {}, cookie)
      return new Set((body.result.data as { area: string }[]).map(({ area }) => area))
    }
    expect(await areasOf(analyst)).toEqual(new Set([whole, leeds, bradford]))
    for (const cookie of [ofLeeds, viewerOfLeeds]) expect(await areasOf(cookie)).toEqual(new Set([leeds]))
  })

  test('has the same compared in an edition as its own overview says, not the whole', async () => {
    const own = (await server.query('editions.overview', { edition: 1, area: leeds }, analyst)).body.result
      .data
    const { body } = await server.query('editions.compared', { edition: 1 }, viewerOfLeeds)
    for (const { metric: id, published } of body.result.data)
      expect(published.value).toBe(own.rows.find((row: { metric: string }) => row.metric === id).latest.value)
  })

  test('changes nothing that reaches over other areas: no publication, no undoing', async () => {
    const edition = { title: 'Mine', meetingDate: '2025-07-10', metrics: [metric] }
    expect((await server.mutate('editions.publish', edition, ofLeeds)).text).toContain('limited to some')
    expect((await server.mutate('undo', { submission: 1 }, ofLeeds)).text).toContain('limited to some')
    expect((await server.mutate('undo', { submission: 3 }, ofLeeds)).text).toContain('limited to some')
  })
})

describe('once an edition is published', () => {
  test('the audit log says who published what', async () => {
    const [noted] = await server.held.installation.audit.search({ event: 'edition.published' }, 1)
    expect(noted).toMatchObject({ subject: 'editions.publish', role: 'analyst', who: 'analyst-1' })
    expect(noted?.detail).toContain('"title":"First"')
  })

  test('live figures are for analysts: everybody else reads the edition', async () => {
    for (const role of ['viewer', 'scrutiny', 'administrator'] as const) {
      for (const disclosure of ['protected', 'unprotected'] as const) {
        const cookie = await server.as(role, { disclosure })
        for (const [path, input] of [
          ['overview', {}],
          ['series', { metric }],
          ['metricPage', { metric }],
          ['revisions', { metric }],
        ] as const) {
          const answer = await server.query(path, input, cookie)
          expect(answer.body.error?.data.code, `${role} ${path}`).toBe('FORBIDDEN')
          expect(answer.text).toContain('Live figures need analyst access')
        }
        expect((await server.query('editions.overview', { edition: 1 }, cookie)).status).toBe(200)
      }
    }
    expect((await server.query('overview', {}, analyst)).status).toBe(200)
  })
})

/** Every metric that counts a crime, its own feed’s or another’s. */
const onCrime = metrics.filter((each) => feedsOf(each).includes('crime'))

describe('an account limited to one feed', () => {
  test('is refused every metric that counts records of another, also as one side of a ratio', async () => {
    expect(onCrime.map(({ id }) => id)).toContain('nrm.perHundredCrimes')
    for (const { id } of onCrime) {
      for (const [path, input] of [
        ['series', { metric: id }],
        ['metricPage', { metric: id }],
        ['revisions', { metric: id }],
        ['editions.series', { edition: 1, query: { metric: id } }],
        ['editions.metricPage', { edition: 1, query: { metric: id } }],
      ] as const) {
        const answer = await server.query(path, input, ofReferrals)
        expect(answer.body.error?.data.code, `${path} ${id}`).toBe('FORBIDDEN')
      }
    }
    expect((await server.query('series', { metric: 'nrm.referrals' }, ofReferrals)).status).toBe(200)
  })

  test('finds none of them on the overview, in an edition, its comparison or its errata', async () => {
    const foreign = new Set(onCrime.map(({ id }) => id))
    const lists = [
      (await server.query('overview', {}, ofReferrals)).body.result.data.rows,
      (await server.query('overview', {}, ofReferrals)).body.result.data.findings,
      (await server.query('editions.overview', { edition: 1 }, viewerOfReferrals)).body.result.data.rows,
      (await server.query('editions.compared', { edition: 1 }, viewerOfReferrals)).body.result.data,
      (await server.query('editions.errata', {}, viewerOfReferrals)).body.result.data,
    ] as { metric: string }[][]
    expect(lists[0]!.length).toBeGreaterThan(0)
    expect(lists[2]!.length).toBeGreaterThan(0)
    expect(lists.flat().filter(({ metric: id }) => foreign.has(id))).toEqual([])
  })

  test('hears of no correction to another', async () => {
    const metricsOf = async (cookie: string) => {
      const { body } = await server.query('editions.errata', {}, cookie)
      return new Set((body.result.data as { metric: string }[]).map(({ metric: id }) => id))
    }
    expect((await metricsOf(analyst)).has(metric)).toBe(true)
    for (const cookie of [ofReferrals, viewerOfReferrals])
      expect(await metricsOf(cookie)).toEqual(new Set(['nrm.referrals']))
  })

  test('is not told what came of other feeds, and undoes none of it', async () => {
    const submissions = (await server.query('submissions', undefined, ofReferrals)).body.result.data
    expect(submissions.map(({ feed }: { feed: string }) => feed)).toEqual(['nrm', 'nrm'])
    const freshness = (await server.query('freshness', undefined, ofReferrals)).body.result.data
    for (const { feed } of [...freshness.rows, ...freshness.neverReceived]) expect(feed).toBe('nrm')
    expect(freshness.rows.length).toBeGreaterThan(0)
    expect((await server.mutate('undo', { submission: 1 }, ofReferrals)).text).toContain('limited to some')
  })
})

describe('how many rows a file held', () => {
  const pages = ['metricPage', 'editions.metricPage'] as const
  const rowsOf = async (path: (typeof pages)[number], cookie: string, area = leeds) => {
    const query = pageOf(area)
    const { body } = await server.query(path, path === 'metricPage' ? query : { edition: 1, query }, cookie)
    return body.result.data.sources.map(({ rows }: { rows: number | null }) => rows)
  }

  test('is a count of records: for those alone who read every area’s as they are', async () => {
    expect(await rowsOf('metricPage', analyst)).toContain(120)
    for (const cookie of [careful, ofLeeds])
      for (const path of pages)
        expect((await rowsOf(path, cookie)).filter((rows: number | null) => rows !== null)).toEqual([])
    for (const cookie of [viewerOfLeeds, await server.as('scrutiny'), await server.as('viewer')])
      expect(
        (await rowsOf('editions.metricPage', cookie)).filter((rows: number | null) => rows !== null),
      ).toEqual([])
  })

  test('nor do the submissions or the data protection page tell', async () => {
    for (const cookie of [careful, ofLeeds]) {
      const { body } = await server.query('submissions', undefined, cookie)
      for (const { rows, rejected } of body.result.data) expect([rows, rejected]).toEqual([null, null])
      const { feeds } = (await server.query('dataProtection.keeping', undefined, cookie)).body.result.data
      for (const { rows } of feeds) expect(rows).toBeNull()
    }
    expect((await server.query('submissions', undefined, analyst)).body.result.data.at(-1).rows).toBe(120)
  })
})

test('every procedure that answers with figures is asked above', () => {
  const asked = new Set([
    ...Object.values(foreignAreas).map(([path]) => path),
    'editions.compared',
    'editions.errata',
    'submissions',
    'freshness',
    'dataProtection.keeping',
  ])
  const without = [
    'metrics',
    'feeds',
    'session',
    'editions.list',
    'editions.one',
    'editions.publishing',
    'position',
    'audit.exported',
    'areaMap',
  ]
  // Each has tests of its own: notes and questions by area, what is one's own, and loading and packs, which take an account without limits.
  const apart = [
    'account.',
    'annotations.',
    'savedViews.',
    'apiTokens.',
    'intake.',
    'scrutiny.',
    'questions.',
    'recommendations.',
    'briefings.',
    'packs.',
  ]
  const procedures = Object.entries(appRouter._def.procedures).filter(([, procedure]) => {
    const { meta } = (procedure as unknown as { _def: { meta?: { access?: string; audit?: string } } })._def
    return meta?.access !== 'people' && meta?.access !== 'anyone' && meta?.access !== undefined
  })
  const paths = procedures
    .map(([path]) => path)
    .filter((path) => !apart.some((start) => path.startsWith(start)))
  const known = new Set([...asked, ...without, 'undo', 'editions.publish'])
  expect(paths.filter((path) => !known.has(path))).toEqual([])
})

/** The page’s own question, as an edition stores it. */
function pageOf(area: string) {
  return { metric, areas: [area], compare: 'samePeriodLastYear' } as const
}
