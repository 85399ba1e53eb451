import { afterAll, beforeAll, expect, test } from 'vitest'
import { promisesDue } from '../../../server/scrutiny/promisesDue.ts'
import { crimeRecord } from '../../build/feedRow.ts'
import { levelCrimes } from '../../build/levelCrimes.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { describeOnBothEngines } from '../../support/installation.ts'

const leeds = 'E08000035'
const bradford = 'E08000032'
const query = (areas: string[] = [leeds]) => ({
  metric: 'da.crimes',
  areas,
  compare: 'samePeriodLastYear' as const,
})
const figure = (areas?: string[]) => ({ view: 'chart', query: query(areas), edition: null })
const draft = (changes: object = {}) => ({
  text: 'What explains the domestic abuse crimes recorded in Leeds?',
  theme: 'domesticAbuse',
  askedOf: 'West Yorkshire Police',
  why: 'They are many.',
  caveats: ['Recording improved.'],
  figures: [figure()],
  suggestion: null,
  ...changes,
})

describeOnBothEngines('the ledger of questions', (engine) => {
  let server: TestApp
  let analyst: string
  let scrutiny: string
  let colleague: string
  let viewer: string
  let ofBradford: string

  beforeAll(async () => {
    server = await openTestApp({ engine })
    server.later((Date.parse('2024-07-15T09:00:00Z') - Date.now()) / 60_000)
    analyst = await server.as('analyst')
    scrutiny = await server.as('scrutiny')
    colleague = await server.as('scrutiny')
    viewer = await server.as('viewer')
    ofBradford = await server.as('scrutiny', { areas: [bradford] })
    await server.held.load('crime', levelCrimes('2021-06', '2024-05', 60), { asAt: '2024-07-10' })
  })
  afterAll(() => server?.close())

  const ask = async (path: string, input: unknown, cookie = scrutiny) => {
    const { body } = await server.query(path, input, cookie)
    return body.result?.data ?? body.error?.message
  }
  const change = async (path: string, input: unknown, cookie = scrutiny) => {
    const { body } = await server.mutate(path, input, cookie)
    return body.error ? (body.error.message as string) : body.result.data
  }
  const create = async (changes: object = {}, cookie = scrutiny) =>
    (await change('questions.create', draft(changes), cookie)).id as number
  const save = (number: number, field: string, value: string, cookie = scrutiny, version = 1) =>
    change('questions.save', { number, field, value, version }, cookie)
  const move = (number: number, to: string, cookie = scrutiny) =>
    change('questions.move', { number, to }, cookie)

  test('keeps a question from draft to closed, each step in its history', async () => {
    const number = await create()
    expect(await move(number, 'answered')).toBe('A question that is draft cannot become answered.')
    await move(number, 'asked')
    expect(await move(number, 'answered')).toBe('Write down the reply first.')
    await save(number, 'reply', 'We are looking into it.')
    await move(number, 'answered')
    expect(await move(number, 'promised')).toBe('Add first what was promised.')
    const { number: promise } = await change('questions.addPromise', {
      question: number,
      promise: { text: 'Fewer than fifty a month.', due: '2024-12-31' },
    })
    await move(number, 'promised')
    expect(await move(number, 'closed')).toBe('Say first of each promise whether it was kept.')
    await change('questions.changePromise', { number: promise, state: 'kept' })
    await move(number, 'closed')
    expect(await save(number, 'owner', 'Somebody')).toContain('this stands as it is')
    const { history } = await ask('questions.one', { number })
    const steps = history.filter((each: { field: string }) => each.field === 'status')
    expect(steps.map((each: { became: string }) => each.became)).toEqual(
      // What one person does within minutes is told as one change, from the first to the last.
      ['closed'],
    )
    const rows = await server.held.installation.workspace
      .selectFrom('scrutiny_change')
      .select(['became'])
      .where('subject', '=', `question ${number}`)
      .where('field', '=', 'status')
      .orderBy('number')
      .execute()
    expect(rows.map(({ became }) => became)).toEqual(['draft', 'asked', 'answered', 'promised', 'closed'])
  })

  test('saves nobody’s words over another’s, and keeps every saving', async () => {
    const number = await create()
    expect(await save(number, 'text', 'Mine.')).toEqual({ saved: true, version: 2 })
    const answer = await save(number, 'text', 'Theirs.', colleague)
    expect(answer).toMatchObject({ saved: false, theirs: { value: 'Mine.', version: 2 } })
    const both = await Promise.all([
      save(number, 'why', 'One.', scrutiny),
      save(number, 'why', 'Other.', colleague),
    ])
    expect(both.filter(({ saved }) => saved)).toHaveLength(1)
    expect(await save(number, 'text', 'Theirs.', colleague, 2)).toEqual({ saved: true, version: 3 })
    const { history } = await ask('questions.one', { number })
    expect(history.filter(({ field }: { field: string }) => field === 'text')).toMatchObject([
      { was: '', became: 'Mine.' },
      { was: 'Mine.', became: 'Theirs.' },
    ])
  })

  test('changes the figures of a draft, never over somebody else’s choice, and none that was asked', async () => {
    const number = await create()
    const held = async () => (await ask('questions.one', { number })).question.figures
    const over = (await held()).map(({ request }: { request: object }) => request)
    const mine = [figure([bradford]), figure()]
    expect(await change('questions.setFigures', { number, figures: mine, over })).toEqual({ saved: true })
    const theirs = { number, figures: [figure([])], over }
    const answer = await change('questions.setFigures', theirs, colleague)
    expect(answer).toMatchObject({ saved: false, theirs: [{ query: { areas: [bradford] } }, {}] })
    expect((await held()).map(({ request }: { request: typeof over }) => request)).toEqual(answer.theirs)
    expect(await change('questions.setFigures', { ...theirs, over: answer.theirs }, colleague)).toEqual({
      saved: true,
    })
    const { history } = await ask('questions.one', { number })
    expect(history.filter(({ field }: { field: string }) => field === 'figures')).toMatchObject([
      {
        was: 'Domestic abuse crimes recorded, Leeds: Control chart',
        became: expect.stringContaining('Bradford'),
      },
      { became: 'Domestic abuse crimes recorded, West Yorkshire: Control chart' },
    ])
    const seven = Array.from({ length: 7 }, () => figure())
    for (const [figures, words] of [
      [[], 'A question rests on a figure.'],
      [seven, 'no more than 6 figures'],
    ] as const)
      expect(await change('questions.setFigures', { number, figures, over })).toContain(words)
    await move(number, 'asked')
    expect(await change('questions.setFigures', { number, figures: mine, over })).toContain(
      'frozen when it was asked',
    )
  })

  test('refuses what cannot be printed and what is too long, with a sentence, and keeps markup as text', async () => {
    const number = await create()
    expect(await save(number, 'text', 'Why\u0007?')).toContain('cannot be seen or printed')
    expect(await save(number, 'text', 'a\u202Eb')).toContain('cannot be seen or printed')
    expect(await save(number, 'text', '  ')).toBe('The question is still empty.')
    expect(await save(number, 'text', 'x'.repeat(601))).toBe('The question has 601 characters; 600 are kept.')
    await save(number, 'why', '<img src=x onerror=alert(1)>')
    const { question } = await ask('questions.one', { number })
    expect(question.texts.why.value).toBe('<img src=x onerror=alert(1)>')
  })

  test('shows viewers what was asked, and drafts only to those who write', async () => {
    const number = await create({ text: 'A draft nobody has seen' })
    expect(await ask('questions.one', { number }, viewer)).toContain('that you may see')
    expect(JSON.stringify(await ask('questions.list', {}, viewer))).not.toContain('A draft nobody has seen')
    expect(await move(number, 'asked', viewer)).toContain('Your role does not include this')
    await move(number, 'withdrawn')
    expect(await ask('questions.one', { number }, viewer)).toContain('that you may see')
    await move(number, 'draft')
    await move(number, 'asked')
    const seen = await ask('questions.one', { number }, viewer)
    expect(seen.question.texts.text.value).toBe('A draft nobody has seen')
    expect(seen).toMatchObject({ history: [], steps: [], writes: false })
  })

  test('hides a question whose figures lie outside an account’s areas, and lets none be linked', async () => {
    const number = await create({ text: 'Only of Leeds' })
    await move(number, 'asked')
    expect(await ask('questions.one', { number }, ofBradford)).toContain('that you may see')
    expect(await ask('questions.since', { number }, ofBradford)).toContain('that you may see')
    expect(await save(number, 'reply', 'x', ofBradford)).toContain('that you may see')
    expect(JSON.stringify(await ask('questions.names', undefined, ofBradford))).not.toContain('Only of Leeds')
    expect(await change('questions.create', draft(), ofBradford)).toContain('limited to other areas')
    expect(await change('questions.create', draft({ figures: [figure([])] }), ofBradford)).toContain(
      'limited',
    )
    expect(await create({ figures: [figure([bradford])] }, ofBradford)).toBeGreaterThan(0)
    const csv = await server.ask({ method: 'GET', url: '/api/questions.csv', cookie: ofBradford })
    expect(csv.text).not.toContain('Only of Leeds')
  })

  test('keeps recommendations and briefings to the areas of an account', async () => {
    const { number } = await change('recommendations.add', {
      kind: 'recommendation',
      source: 'HM Inspectorate',
      reference: '4',
      text: 'Publish how long victims wait.',
      who: 'West Yorkshire Police',
      due: '2024-01-31',
      measures: [
        { metric: 'da.crimes', area: leeds },
        { metric: 'da.crimes', area: bradford },
        { metric: 'da.crimes', area: null },
      ],
    })
    await change('recommendations.change', { number, state: 'underWay', note: 'Begun.' })
    const [seen] = (await ask('recommendations.list', undefined, ofBradford)).recommendations
    expect(seen).toMatchObject({ late: true, state: 'underWay', notes: [{ text: 'Begun.' }] })
    expect(seen.measures).toEqual([{ metric: 'da.crimes', area: bradford }])
    for (const area of [leeds, null])
      expect(await ask('recommendations.measure', { metric: 'da.crimes', area }, ofBradford)).toContain(
        'limited to other areas',
      )
    const own = await ask('recommendations.measure', { metric: 'da.crimes', area: bradford }, ofBradford)
    expect(own.latest.value - own.yearAgo.value).toBeTypeOf('number')
    expect(
      await change('recommendations.save', { number, field: 'text', value: 'x', version: 9 }),
    ).toMatchObject({
      saved: false,
      theirs: { value: 'Publish how long victims wait.', version: 1 },
    })

    const question = await create({ text: 'A question of Leeds alone' })
    await move(question, 'asked')
    const briefing = { title: 'Briefing', meeting: 'Board', meetingDate: '2024-07-20', questions: [question] }
    const { number: made } = await change('briefings.add', briefing)
    const whole = JSON.stringify(await ask('briefings.report', { number: made }))
    expect(whole).toContain('A question of Leeds alone')
    expect(whole).toContain('Publish how long victims wait.')
    const limited = JSON.stringify(await ask('briefings.report', { number: made }, ofBradford))
    expect(limited).not.toContain('A question of Leeds alone')
    const choice = { number: made, questions: [], version: 1 }
    expect(await change('briefings.choose', choice)).toEqual({ version: 2 })
    expect(await change('briefings.choose', choice, colleague)).toContain('Somebody else has just changed')
  })

  test('judges a promise by the figures since: restated, moved beyond chance, target met, then due', async () => {
    const number = await create({ text: 'Will it fall?' })
    await move(number, 'asked', analyst)
    await save(number, 'reply', 'It will.')
    await move(number, 'answered')
    const promise = {
      text: 'Fewer than fifty a month in Leeds.',
      due: '2025-06-30',
      measure: { query: query(), target: 50, direction: 'atMost' },
    }
    await change('questions.addPromise', { question: number, promise }, analyst)
    await move(number, 'promised')
    const early = await ask('questions.since', { number })
    expect(early.figures[0].since.movement).toMatchObject({ kind: 'unjudged' })
    expect(early.promises[0].target.kind).toBe('unknown')
    const { frozen } = early.figures[0].since
    expect(frozen).toEqual(early.figures[0].since.now)

    server.later(60 * 24 * 365)
    analyst = await server.as('analyst')
    scrutiny = await server.as('scrutiny')
    viewer = await server.as('viewer')
    await server.held.load('crime', [crimeRecord({ recorded_date: '2024-03-10', area: leeds, count: 7 })], {
      mode: 'amend',
      asAt: '2024-09-10',
    })
    await server.held.load('crime', levelCrimes('2024-06', '2025-05', 20), { asAt: '2025-07-10' })
    const late = await ask('questions.since', { number })
    const [{ since }] = late.figures
    expect(since.frozen).toEqual(frozen)
    expect(since.now.label).toBe('May 2025')
    expect(since.restated).toHaveLength(1)
    expect(since.restated[0]).toMatchObject({ label: 'Mar 2024' })
    expect(since.restated[0].now - since.restated[0].was).toBe(7)
    // Recorded crime is neutral: it moved, and nothing says whether that is good.
    expect(since.movement).toMatchObject({ kind: 'moved', direction: 'lower', verdict: null })
    expect(late.promises[0].target).toMatchObject({ kind: 'met', at: { label: 'May 2025' } })

    const [due] = await promisesDue(server.held.installation.workspace, '2025-07-15')
    expect(due).toMatchObject({
      question: number,
      due: '2025-06-30',
      askedOf: 'West Yorkshire Police',
      area: leeds,
      metric: 'da.crimes',
    })
    expect(await promisesDue(server.held.installation.workspace, '2025-06-29')).toEqual([])
    const { suggestions } = await ask('scrutiny.suggestions', {})
    const owed = suggestions.filter(({ id }: { id: string }) => id.startsWith('promiseDue'))
    expect(owed.map(({ id }: { id: string }) => id)).toEqual([expect.stringContaining(`question-${number}`)])
    const list = await ask('questions.list', { overdue: '1' }, viewer)
    expect(list.questions.map((each: { number: number }) => each.number)).toEqual([number])
  })

  test('finds questions by words, status, whom, theme, area and meeting', async () => {
    const number = await create({
      text: 'Whatever became of zebras?',
      askedOf: 'Leeds Council',
      theme: 'records',
    })
    await save(number, 'meeting', 'Winter meeting')
    await save(number, 'meetingDate', '2025-12-03')
    const found = async (filter: object) =>
      (await ask('questions.list', filter)).questions.map((each: { number: number }) => each.number)
    for (const filter of [
      { search: 'ZEBRAS became' },
      { theme: 'records' },
      { askedOf: 'Leeds Council' },
      { meeting: '2025-12-03 Winter meeting' },
      { area: leeds, status: 'draft', search: 'zebras' },
    ])
      expect(await found(filter), JSON.stringify(filter)).toEqual([number])
    expect(await found({ area: bradford, search: 'zebras' })).toEqual([])
    expect(await found({ search: 'zebras', status: 'asked' })).toEqual([])
    const { meetings } = await ask('questions.meetings', undefined)
    expect(meetings.find((each: { date: string }) => each.date === '2025-12-03')).toMatchObject({
      names: ['Winter meeting'],
      questions: [{ number }],
    })
  })

  test('names the questions that quoted a figure in the errata', async () => {
    const edition = { title: 'Summer', meetingDate: '2025-07-20', metrics: ['da.crimes'] }
    expect((await server.mutate('editions.publish', edition, analyst)).status).toBe(200)
    const number = await create({ text: 'Asked on what is published' }, scrutiny)
    await move(number, 'asked')
    await server.held.load('crime', [crimeRecord({ recorded_date: '2024-02-10', area: leeds, count: 9 })], {
      mode: 'amend',
      asAt: '2025-07-16',
    })
    const errata = await ask('editions.errata', {}, analyst)
    const own = errata.find(
      (each: { area: string; period: string }) => each.area === leeds && each.period === '2024-02',
    )
    expect(own.questions).toContain(number)
    expect(own.now - own.was).toBe(9)
    const whole = errata.find((each: { area: string }) => each.area === 'E23000010')
    expect(whole.questions).not.toContain(number)
    // Who reads editions compares with the newest edition, which still says what was quoted.
    const { figures } = await ask('questions.since', { number }, viewer)
    expect(figures[0].since).toMatchObject({ restated: [] })
    expect(figures[0].since.nowFrom).toContain('Summer')
  })
})
