import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { localAnalyst } from '../../../shared/access/viewer.ts'
import { pageWords } from '../../../server/intake/pageWords.ts'
import { receiptText } from '../../../server/intake/receipt.ts'
import { openUploads } from '../../../server/intake/uploads/uploads.ts'
import { crimeRecord, templateFile, times, type FeedRow } from '../../build/feedRow.ts'
import { zipOf } from '../../build/workbook.ts'
import { describeOnBothEngines } from '../../support/installation.ts'
import { openTestIntake, outcomeOf, receiptOfRun, type TestIntake } from '../../support/intakePage.ts'

let intake: TestIntake
afterEach(() => intake.close())

const may = (count: number, extra: readonly FeedRow[] = []) =>
  templateFile('crime', [
    ...times(count, (i) => crimeRecord({ crime_ref: `M${i}`, recorded_date: '2024-05-14' })),
    ...extra,
  ])

/** A statement of a crime file by the template. */
function statement(upload: string, overrides: Record<string, unknown> = {}) {
  return {
    upload,
    feed: 'crime' as const,
    profile: 'template',
    sheet: null,
    headerRow: null,
    agency: 'West Yorkshire Police',
    mode: 'replace' as const,
    period: null,
    asAt: null,
    reason: null,
    confirm: false,
    ...overrides,
  }
}

const staged = () => readdir(join(intake.held.dataDir, 'staging'))
const held = () => intake.held.installation.register.all().length
const value = async (month: string) =>
  (await intake.held.values({ metric: 'crime.recorded', from: month as never, to: month as never }))[month]

describeOnBothEngines('a file sent by the page', (engine) => {
  it('is suggested a layout, previewed without storing anything, and committed with a receipt', async () => {
    intake = await openTestIntake(engine)
    const api = intake.api()
    const upload = await intake.send('may.csv', may(40))

    const waiting = await api.upload({ upload, sheet: null, headerRow: null })
    expect(waiting).toMatchObject({
      fileName: 'may.csv',
      kind: 'CSV',
      best: { profile: 'template', feed: 'crime' },
    })
    const preview = await receiptOfRun(api.preview(statement(upload)))
    expect(preview).toMatchObject({
      outcome: 'dryRun',
      position: 0,
      monthsNew: [{ month: '2024-05', count: 40 }],
    })
    expect(held()).toBe(0)

    const receipt = await receiptOfRun(api.commit({ ...statement(upload), position: preview.position }))
    expect(receipt).toMatchObject({ outcome: 'committed', submission: 1, accepted: 40 })
    expect(await value('2024-05')).toBe(40)
    expect(await staged()).toEqual([])
  })

  it('is not committed on a preview that another submission has overtaken, and is afterwards', async () => {
    intake = await openTestIntake(engine)
    const api = intake.api()
    const upload = await intake.send('may.csv', may(40))
    const { position } = await receiptOfRun(api.preview(statement(upload)))
    await intake.held.load('crime', [crimeRecord({ recorded_date: '2024-06-03' })])

    expect(await outcomeOf(api.commit({ ...statement(upload), position }))).toMatchObject({ outdated: true })
    expect(held()).toBe(1)

    const again = await receiptOfRun(api.preview(statement(upload)))
    expect(again.position).toBe(1)
    expect(await receiptOfRun(api.commit({ ...statement(upload), position: again.position }))).toMatchObject({
      submission: 2,
    })
  })

  it('says which figures it restates, by area and category, and which months it withdraws', async () => {
    intake = await openTestIntake(engine)
    const api = intake.api()
    const rows = (leeds: number, wakefield: number) => [
      ...times(leeds, (i) => crimeRecord({ crime_ref: `L${i}`, offence_code: '8N' })),
      ...times(wakefield, (i) => crimeRecord({ crime_ref: `W${i}`, area: 'E08000036', offence_code: '19C' })),
    ]
    const june = times(30, (i) => crimeRecord({ crime_ref: `J${i}`, recorded_date: '2024-06-02' }))
    await intake.held.load('crime', [...rows(40, 12), ...june])
    const upload = await intake.send('again.csv', templateFile('crime', rows(40, 14)))
    const period = { from: '2024-05' as const, to: '2024-06' as const }
    const preview = await receiptOfRun(api.preview(statement(upload, { period })))
    expect(preview).toMatchObject({
      outcome: 'needsConfirmation',
      monthsRestated: [{ month: '2024-05', from: 52, to: 54 }],
      monthsWithdrawn: [{ month: '2024-06', from: 30 }],
      moreRestatedCells: 0,
    })
    expect(preview.restatedCells).toEqual([
      { month: '2024-05', quarter: false, area: 'E08000036', category: 'Rape', from: 12, to: 14 },
      expect.objectContaining({ month: '2024-06', area: 'E08000035', from: 30, to: 0 }),
    ])
    const { position } = preview
    const unconfirmed = await receiptOfRun(
      api.commit({ ...statement(upload, { period }), profile: 'template', position }),
    )
    expect(unconfirmed.outcome).toBe('needsConfirmation')
    expect(held()).toBe(1)
    const confirmed = { ...statement(upload, { period, confirm: true }), profile: 'template', position }
    expect(await receiptOfRun(api.commit(confirmed))).toMatchObject({ outcome: 'committed' })
    expect(await value('2024-06')).toBe(0)
  })
})

describe('a file that waits', () => {
  it('is deleted when it is given up, and known to nobody after', async () => {
    intake = await openTestIntake()
    const upload = await intake.send('may.csv', may(3))
    expect(await staged()).toHaveLength(1)
    await intake.api().discard({ upload })
    expect(await staged()).toEqual([])
    await expect(intake.api().upload({ upload, sheet: null, headerRow: null })).rejects.toThrow(
      'This file no longer waits on the server',
    )
  })

  it('is deleted when the dashboard starts again', async () => {
    intake = await openTestIntake()
    await intake.send('may.csv', may(3))
    await intake.held.restart()
    expect(await staged()).toEqual([])
  })

  it('is deleted when nobody has touched it for two hours', async () => {
    intake = await openTestIntake()
    let minutes = 0
    const { archive } = intake.held.installation
    const uploads = openUploads({ archive, now: () => minutes * 60_000 })
    const body = new Blob([may(3)]).stream()
    const { Readable } = await import('node:stream')
    const { id } = await uploads.receive({
      body: Readable.fromWeb(body as never),
      fileName: 'may.csv',
      owner: 'somebody',
      signal: new AbortController().signal,
    })
    minutes = 119
    await uploads.sweep()
    expect(uploads.find(id, 'somebody')).not.toBeNull()
    minutes = 119 + 121
    await uploads.sweep()
    expect(uploads.find(id, 'somebody')).toBeNull()
    expect(await staged()).toEqual([])
    await uploads.close()
  })

  it('is nobody else’s, and a fourth gives up the oldest', async () => {
    intake = await openTestIntake()
    const first = await intake.send('1.csv', may(1))
    await expect(
      intake.api(localAnalyst, 'somebody else').upload({ upload: first, sheet: null, headerRow: null }),
    ).rejects.toThrow('no longer waits')
    await intake.api(localAnalyst, 'somebody else').discard({ upload: first })
    expect(await staged()).toHaveLength(1)
    for (const name of ['2.csv', '3.csv', '4.csv']) await intake.send(name, may(1))
    expect(await staged()).toHaveLength(3)
    await expect(intake.api().upload({ upload: first, sheet: null, headerRow: null })).rejects.toThrow()
  })

  it('can be cancelled while it is read: nothing is stored, and it may be checked again', async () => {
    intake = await openTestIntake()
    const upload = await intake.send('many.csv', may(60_000))
    const cancel = new AbortController()
    const { installation } = intake.held
    const steps = await intake.api().preview(statement(upload))
    let seen = 0
    for await (const step of steps) {
      seen++
      if (step.kind === 'progress') break
    }
    cancel.abort()
    expect(seen).toBeGreaterThan(0)
    const preview = await receiptOfRun(intake.api().preview(statement(upload)))
    expect(preview.accepted).toBe(60_000)
    expect(held()).toBe(0)
    await intake.api().discard({ upload })
    await expect.poll(staged).toEqual([])
    expect(installation.register.position()).toBe(0)
  })
})

describe('a file that no import could take', () => {
  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /not CSV/],
    ['nothing', Buffer.alloc(0), /empty/],
    [
      'a bomb',
      zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(4_000_000), 900_000_000),
      /unpack to more than/,
    ],
  ])(
    'is refused while it is sent, with the reason, and leaves nothing behind: %s',
    async (_, bytes, reason) => {
      intake = await openTestIntake()
      await expect(intake.send('file.xlsx', bytes)).rejects.toThrow(reason)
      expect(await staged()).toEqual([])
    },
  )

  it('is refused for its size before any of it is read', async () => {
    intake = await openTestIntake()
    const answer = await intake.server.ask({
      method: 'POST',
      url: '/api/uploads?name=large.csv',
      headers: { 'content-type': 'application/octet-stream', 'content-length': String(3 * 1024 ** 3) },
      cookie: intake.cookie,
    })
    expect(answer.status).toBe(413)
    expect(answer.body).toEqual({ message: expect.stringContaining('larger than 2 GB') })
    expect(await staged()).toEqual([])
  })
})

describe('rejected rows', () => {
  it('are told with row, field, value and reason, and downloaded so that no spreadsheet runs them', async () => {
    intake = await openTestIntake()
    const wrong = [
      crimeRecord({ crime_ref: 'X1', recorded_date: '=cmd|calc' }),
      crimeRecord({ crime_ref: 'X2', recorded_date: '2024-02-31' }),
    ]
    const upload = await intake.send('may.csv', may(60, wrong))
    const preview = await receiptOfRun(intake.api().preview(statement(upload)))
    expect(preview).toMatchObject({ accepted: 60, rejected: 2 })
    expect(preview.rejects[0]).toMatchObject({ row: 62, field: 'recorded_date', value: '=cmd|calc' })
    const text = await intake.rejects(upload)
    expect(text).toContain('row,field,value,reason')
    expect(text).toContain("62,recorded_date,'=cmd|calc,")
    expect(text?.trim().split('\r\n')).toHaveLength(3)
  })

  it('beyond one in twenty refuse the file in the page’s own words, unless it is taken all the same', async () => {
    intake = await openTestIntake()
    const wrong = times(5, (i) => crimeRecord({ crime_ref: `X${i}`, recorded_date: 'yesterday' }))
    const upload = await intake.send('may.csv', may(20, wrong))
    const refused = await outcomeOf(intake.api().preview(statement(upload)))
    expect(refused).toMatchObject({ refused: expect.stringMatching(/more than one in twenty/) })
    expect(JSON.stringify(refused)).not.toContain('--')
    expect(await intake.rejects(upload)).toBeNull()
    const anyway = await receiptOfRun(intake.api().preview(statement(upload, { confirm: true })))
    expect(anyway).toMatchObject({ accepted: 20, rejected: 5 })
  })
})

it('is for analysts who may see every area unprotected', async () => {
  intake = await openTestIntake()
  const limited = { ...localAnalyst, areas: ['E08000035'] }
  const guarded = { ...localAnalyst, disclosure: 'protected' as const }
  for (const viewer of [limited, guarded])
    await expect(intake.api(viewer).profiles()).rejects.toThrow('which your account may not see')
})

it('is for analysts only', async () => {
  intake = await openTestIntake()
  const viewer = { ...localAnalyst, role: 'viewer' as const }
  await expect(intake.api(viewer).profiles()).rejects.toThrow('Your role does not include this')
  const upload = await intake.send('may.csv', may(1))
  await expect(intake.api(viewer).upload({ upload, sheet: null, headerRow: null })).rejects.toThrow(
    'Your role does not include this',
  )
})

it('keeps the original sealed under the hash of what was sent', async () => {
  intake = await openTestIntake()
  const text = may(5)
  const upload = await intake.send('may.csv', text)
  const receipt = await receiptOfRun(intake.api().commit({ ...statement(upload), position: 0 }))
  expect(receipt.fileHash).toBe(createHash('sha256').update(text).digest('hex'))
  expect(await readdir(join(intake.held.dataDir, 'archive/000001'))).toEqual([
    'accepted.parquet',
    'original.enc',
  ])
})

it('says that the first real file takes the sample out, before and after it does', async () => {
  intake = await openTestIntake()
  const { held: installation } = intake
  await installation.load(
    'crime',
    times(5, () => crimeRecord({ recorded_date: '2024-04-02' })),
    {
      synthetic: true,
    },
  )
  const upload = await intake.send('may.csv', may(7))
  const preview = await receiptOfRun(intake.api().preview(statement(upload)))
  expect(preview).toMatchObject({ endsSample: 1, monthsNew: [{ month: '2024-05', count: 7 }] })
  const words = (receipt: typeof preview) => receiptText(receipt, (area) => area)
  expect(words(preview)).toMatch(
    /Sample +this would be the first real file: all invented sample data goes out/,
  )
  expect(await value('2024-04')).toBe(5)

  const receipt = await receiptOfRun(
    intake.api().commit({ ...statement(upload), position: preview.position }),
  )
  expect(words(receipt)).toMatch(/Sample +this is the first real file: all invented sample data is out/)
  expect(await value('2024-04')).toBeNull()
  const next = await intake.send(
    'june.csv',
    templateFile('crime', [crimeRecord({ recorded_date: '2024-06-02' })]),
  )
  expect(await receiptOfRun(intake.api().preview(statement(next)))).toMatchObject({ endsSample: 0 })
})

it('has no option of the command line in any sentence that the page may show', () => {
  const folder = new URL('../../../server/intake/', import.meta.url)
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'pageWords.ts')
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  const sentences = sources.flatMap((text) => text.match(/[`'][^`'\n]*--[a-z][^`'\n]*[`']/g) ?? [])
  const shown = sentences.map((text) => pageWords(text.replaceAll(/\$\{[^}]*\}/g, 'crime')))
  expect(sentences.length).toBeGreaterThan(8)
  expect(shown.filter((text) => /(?<![\w-])--[a-z]/.test(text))).toEqual([])
})
