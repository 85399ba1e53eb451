import { afterAll, beforeAll, expect, test } from 'vitest'
import { richTextOf } from '../../../shared/report/richText.ts'
import { crimeRecord, times, type FeedRow } from '../../build/feedRow.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { describeOnBothEngines } from '../../support/installation.ts'
import { officeParts } from '../../support/officeParts.ts'

const leeds = 'E08000035'

function month(month: string, count: number, overrides: FeedRow = {}): FeedRow[] {
  return times(count, (i) =>
    crimeRecord({ crime_ref: `${month}-${i}`, recorded_date: `${month}-05`, area: leeds, ...overrides }),
  )
}

const chart = (edition: number | null = null) => ({
  view: 'chart',
  query: { metric: 'da.crimes' },
  edition,
})

describeOnBothEngines('meeting packs', (engine) => {
  let server: TestApp
  let analyst: string
  let colleague: string
  let viewer: string
  beforeAll(async () => {
    server = await openTestApp({ engine })
    await server.held.load(
      'crime',
      [...month('2024-03', 25), ...month('2024-04', 20), ...month('2024-05', 33)],
      { asAt: '2024-12-01' },
    )
    analyst = await server.as('analyst')
    colleague = await server.as('analyst')
    viewer = await server.as('viewer')
    await publishEdition('December', '2024-12-11')
  })
  afterAll(() => server?.close())

  const publishEdition = async (title: string, meetingDate: string) => {
    const edition = { title, meetingDate, metrics: ['da.crimes', 'crime.recorded'] }
    expect((await server.mutate('editions.publish', edition, analyst)).status).toBe(200)
  }
  const ask = async (path: string, input: unknown, cookie = analyst) =>
    (await server.query(`packs.${path}`, input, cookie)).body.result?.data
  const change = async (path: string, input: unknown, cookie = analyst) => {
    const { body } = await server.mutate(`packs.${path}`, input, cookie)
    return body.result?.data ?? body.error?.message
  }
  const draft = async (title = 'December pack') =>
    (await change('create', { title, meetingDate: '2024-12-11', edition: 1 })).number as number
  const publish = async (pack: number) => {
    const { revision } = await ask('one', { pack })
    return server.post(`/api/packs/${pack}/publish`, { revision }, analyst)
  }
  const file = async (pack: number, format: string, cookie = viewer) =>
    server.app.inject({
      method: 'GET',
      url: `/api/packs/${pack}/file/${format}`,
      headers: { host: 'localhost:4321', cookie },
    })

  test('hold figures in the order that was chosen, from the edition that was chosen', async () => {
    const pack = await draft()
    const first = await change('add', { pack, request: chart() })
    const second = await change('add', { pack, request: { ...chart(), query: { metric: 'crime.recorded' } } })
    await change('move', { pack, id: second.id, by: -1 })
    const { items } = await ask('one', { pack })
    expect(items.map(({ id }: { id: string }) => id)).toEqual([second.id, first.id])
    expect(items.map(({ request }: { request: { edition: number } }) => request.edition)).toEqual([1, 1])
    await change('remove', { pack, id: second.id })
    expect((await ask('one', { pack })).items).toHaveLength(1)
  })

  test('refuse a figure that neither the edition nor the records of its time hold', async () => {
    const pack = await draft()
    const refused = await change('add', { pack, request: { ...chart(), query: { metric: 'nrm.referrals' } } })
    expect(refused).toContain('not part of the edition')
    expect((await ask('one', { pack })).items).toEqual([])
  })

  test('keep both texts where two people write at once', async () => {
    const pack = await draft()
    const save = (words: string, version: number, cookie = analyst) =>
      change('save', { pack, place: 'introduction', value: richTextOf(words), version }, cookie)
    expect(await save('Mine.', 0)).toEqual({ saved: true, version: 1 })
    const answer = await save('Theirs.', 0, colleague)
    expect(answer).toMatchObject({ saved: false, theirs: { version: 1, value: richTextOf('Mine.') } })
    expect((await ask('one', { pack })).introduction.value).toEqual(richTextOf('Mine.'))
    expect(await save('Both.', 1, colleague)).toEqual({ saved: true, version: 2 })
    expect(await save('Late.', 1)).toMatchObject({ saved: false, theirs: { value: richTextOf('Both.') } })
  })

  test('take plain text only: no address that a browser would run, no mark-up of another kind', async () => {
    const pack = await draft()
    const run = { text: 'here', bold: false, italic: false }
    const value = (link: string | null, more = {}) => [
      { kind: 'paragraph', runs: [{ ...run, link, ...more }] },
    ]
    const save = async (given: unknown) =>
      (await server.mutate('packs.save', { pack, place: 'introduction', value: given, version: 0 }, analyst))
        .status
    expect(await save(value('javascript:alert(1)'))).toBe(400)
    expect(await save(value('data:text/html,x'))).toBe(400)
    expect(await save(value(null, { html: '<b>' }))).toBe(400)
    expect(await save(value('https://example.org/minutes'))).toBe(200)
  })

  test('are drafts for those who make them alone, and read by everybody once published', async () => {
    const pack = await draft('To be read')
    await change('add', { pack, request: chart() })
    expect(await ask('one', { pack }, viewer)).toBeUndefined()
    expect(await ask('report', { pack }, viewer)).toBeUndefined()
    expect(
      (await ask('list', undefined, viewer)).map(({ number }: { number: number }) => number),
    ).not.toContain(pack)
    expect((await file(pack, 'docx')).statusCode).toBe(404)
    expect((await publish(pack)).status).toBe(200)
    expect((await ask('report', { pack }, viewer)).report.title).toBe('To be read')
    const limited = await server.as('viewer', { areas: [leeds] })
    expect(await ask('report', { pack }, limited)).toBeUndefined()
    expect((await file(pack, 'docx', limited)).statusCode).toBe(400)
    const makerOfSome = await server.as('analyst', { areas: [leeds] })
    expect(await ask('one', { pack }, makerOfSome)).toBeUndefined()
  })

  test('are frozen when published: text, values and the bytes of every file', async () => {
    const pack = await draft('Frozen')
    const { id } = await change('add', { pack, request: chart() })
    await change('save', { pack, place: id, value: richTextOf('Thirty-three in May.'), version: 0 })
    expect((await publish(pack)).status).toBe(200)
    const before = await ask('report', { pack })
    const files = await Promise.all(['docx', 'pptx', 'xlsx'].map((format) => file(pack, format)))
    for (const each of files) expect(each.statusCode).toBe(200)
    await server.held.load('crime', month('2024-04', 22), { asAt: '2025-02-01', reason: 'Backlog recorded.' })
    expect(await ask('report', { pack })).toEqual(before)
    for (const [i, format] of ['docx', 'pptx', 'xlsx'].entries())
      expect(Buffer.compare((await file(pack, format)).rawPayload, files[i]!.rawPayload), format).toBe(0)
    const words = [...officeParts(files[0]!.rawPayload).values()].join(' ').replace(/<[^>]+>/g, ' ')
    expect(words).toContain('Thirty-three in May.')
    expect(words).toMatch(/\/c\/[2-9a-z]{10}/)
    expect(await change('save', { pack, place: id, value: richTextOf('No.'), version: 1 })).toContain(
      'published or thrown away',
    )
    expect((await publish(pack)).body.message).toContain('published already')
  })

  test('keep the first PDF that is printed once they are published, and give that one from then on', async () => {
    const pack = await draft('Printed')
    await change('add', { pack, request: chart() })
    const keep = (text: string, authorization = `Bearer ${server.token}`) =>
      server.app.inject({
        method: 'POST',
        url: `/api/packs/${pack}/pdf`,
        headers: { host: 'localhost:4321', authorization },
        payload: { pdf: Buffer.from(text).toString('base64') },
      })
    expect((await keep('%PDF-1.7 draft')).statusCode).toBe(400)
    expect((await publish(pack)).status).toBe(200)
    expect((await ask('report', { pack })).pdf).toBe(false)
    expect((await file(pack, 'pdf')).statusCode).toBe(404)
    expect((await keep('no such thing')).statusCode).toBe(400)
    expect((await keep('%PDF-1.7 first', 'Bearer guessed')).statusCode).toBeGreaterThan(400)
    expect((await keep('%PDF-1.7 first')).json()).toEqual({ kept: true })
    expect((await keep('%PDF-1.7 second')).json()).toEqual({ kept: false })
    expect((await ask('report', { pack })).pdf).toBe(true)
    const taken = await file(pack, 'pdf')
    expect([taken.headers['content-type'], taken.body]).toEqual(['application/pdf', '%PDF-1.7 first'])
  })

  test('list the questions that the board has asked where that is wanted, and no draft of one', async () => {
    const ledger = (path: string, input: unknown) => server.mutate(`questions.${path}`, input, analyst)
    const question = (text: string) => ({
      text,
      theme: 'domesticAbuse',
      askedOf: 'Leeds City Council',
      figures: [{ ...chart(1), query: { metric: 'da.crimes', compare: 'samePeriodLastYear' } }],
    })
    const asked = (await ledger('create', question('What explains the rise?'))).body.result.data.id
    await ledger('create', question('A draft of mine?'))
    const moved = await ledger('move', { number: asked, to: 'asked' })
    expect(moved.status, moved.text).toBe(200)
    const pack = await draft('With questions')
    await change('add', { pack, request: chart() })
    const listed = async () =>
      (await ask('report', { pack })).report.blocks.find(
        ({ title }: { title?: string }) => title === 'Questions of the board',
      )?.table.rows
    expect(await listed()).toBeUndefined()
    await change('questions', { pack, questions: true })
    expect(await listed()).toEqual([['Q-001', 'What explains the rise?', 'Leeds City Council', 'Asked']])
  })

  test('are published only as they were looked at', async () => {
    const pack = await draft('Changed meanwhile')
    await change('add', { pack, request: chart() })
    const { revision } = await ask('one', { pack })
    await change('save', { pack, place: 'introduction', value: richTextOf('New.'), version: 0 }, colleague)
    const answer = await server.post(`/api/packs/${pack}/publish`, { revision }, analyst)
    expect(answer.body.message).toContain('Somebody changed the pack')
    expect((await ask('one', { pack })).status).toBe('draft')
  })

  test('roll forward with every commentary whose figure moved flagged, with what it said and says', async () => {
    const pack = await draft('To be rolled')
    const { id } = await change('add', { pack, request: chart() })
    const quiet = await change('add', { pack, request: { ...chart(), query: { metric: 'crime.recorded' } } })
    await change('save', { pack, place: id, value: richTextOf('Thirty-three in May.'), version: 0 })
    await change('save', { pack, place: 'introduction', value: richTextOf('Welcome.'), version: 0 })
    expect(quiet.id).toBeDefined()
    expect((await publish(pack)).status).toBe(200)
    await server.held.load('crime', [...month('2024-04', 24), ...month('2024-06', 41)], {
      asAt: '2025-03-01',
      confirm: true,
      period: { from: '2024-04', to: '2024-06' },
    })
    await server.held.load('crime', month('2024-05', 35), { asAt: '2025-03-02', confirm: true })
    await publishEdition('March', '2025-03-12')
    const { editions } = (await server.query('session', undefined, analyst)).body.result.data
    const next = { from: pack, title: 'March pack', meetingDate: '2025-03-12', edition: editions[0].number }
    const { number } = await change('rollForward', next)
    const rolled = await ask('one', { pack: number })
    expect(rolled.introduction.value).toEqual(richTextOf('Welcome.'))
    expect(rolled.items.map(({ request }: { request: { edition: number } }) => request.edition)).toEqual([
      editions[0].number,
      editions[0].number,
    ])
    const [first, second] = rolled.items
    expect(first.text.value).toEqual(richTextOf('Thirty-three in May.'))
    expect(first.flag).toMatchObject({ kind: 'moved' })
    expect(first.flag.was).toContain('May 2024')
    expect(first.flag.now).toContain('Jun 2024')
    expect(first.flag.restated).toContainEqual(
      expect.objectContaining({ category: 'May 2024', was: 33, now: 35 }),
    )
    // Nothing is written about the second, so there is nothing to read again.
    expect(second.flag).toBeNull()
    expect((await publish(number)).body.message).toContain('has moved')
    await change('settle', { pack: number, id: first.id })
    const { report } = await ask('report', { pack: number })
    const errata = report.blocks.find(({ title }: { title?: string }) => title?.includes('restated'))
    expect(JSON.stringify(errata.table.rows)).toContain('"May 2024","33","35"')
    expect((await publish(number)).status).toBe(200)
  })

  test('say in the audit log who made, published and downloaded them', async () => {
    const administrator = await server.as('administrator')
    const events = async (event: string) =>
      (await server.query('audit.search', { event }, administrator)).body.result.data.events
    for (const event of ['pack.changed', 'pack.published', 'pack.downloaded'])
      expect((await events(event)).length, event).toBeGreaterThan(0)
    expect(JSON.stringify(await events('pack.changed'))).not.toContain('Thirty-three in May.')
  })
})
