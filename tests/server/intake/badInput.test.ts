import { randomBytes } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../../server/intake/limits.ts'
import { crimeRecord, nrmReferral, templateFile, times } from '../../build/feedRow.ts'
import { prepareFileOf, refusalOf } from '../../support/preparedFile.ts'

const header = 'crime_ref,recorded_date,area,kind,domestic_abuse'
const row = (index: number) => `ref${index},2024-05-14,Leeds,crime,yes`
const table = (rows: number) =>
  [header, ...Array.from({ length: rows }, (_, index) => row(index))].join('\n').concat('\n')

/** Gives a file of so many bytes, written piece by piece, to `work`. */
async function withLargeFile<T>(pieces: Iterable<Buffer>, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'large-file-'))
  try {
    const path = join(folder, 'large.csv')
    const file = await open(path, 'w')
    for (const piece of pieces) await file.write(piece)
    await file.close()
    return await work(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function* repeated(piece: Buffer, times: number): Generator<Buffer> {
  for (let i = 0; i < times; i++) yield piece
}

// Every refusal here is also checked to leave no file behind.
describe('refuses with a sentence', () => {
  test.each<[string, string | Buffer, string]>([
    ['an empty file', '', 'The file is empty'],
    ['a file of blank lines', '\n\n  \r\n', 'nothing but blank space'],
    ['a header without rows', `${header}\n`, 'a header but no rows'],
    [
      'a workbook',
      Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(3000)]),
      'The workbook was cut off',
    ],
    [
      'an old workbook',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), randomBytes(3000)]),
      'The workbook is damaged or was cut off',
    ],
    ['a gzip archive', gzipSync(table(100)), 'a gzip archive'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'a PDF'],
    ['a web page', '\uFEFF\n<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>', 'a web page'],
    ['a web archive', 'MIME-Version: 1.0\nContent-Type: multipart/related\n', 'a web archive'],
    ['JSON', '[{"crime_ref":"a"}]', 'JSON'],
    ['random bytes', Buffer.from(randomBytes(20_000).map((byte) => byte || 1)), 'binary file'],
    [
      'a NUL byte',
      Buffer.concat([Buffer.from(table(20_000)), Buffer.from('a\0b'), Buffer.from(table(1))]),
      'Line 20002 holds a NUL byte',
    ],
    [
      'bytes of no encoding',
      Buffer.concat([Buffer.from(table(3)), Buffer.from([0x81, 0x8d]), Buffer.from('\n')]),
      'Line 5 holds bytes that are text in neither',
    ],
    [
      'mixed encodings',
      Buffer.concat([Buffer.from(table(3)), Buffer.from('é,'), Buffer.from([0xe9]), Buffer.from('\n')]),
      'line 5 is not UTF-8',
    ],
    [
      'a false UTF-8 mark',
      Buffer.concat([Buffer.from('\uFEFF'), Buffer.from(table(2)), Buffer.from([0xe9, 10])]),
      'says that it is UTF-8, but line 4',
    ],
    [
      'a spoilt UTF-16 mark',
      Buffer.concat([Buffer.from([0xd8, 0xff]), Buffer.from(table(3), 'utf16le').swap16()]),
      'holds bytes that are not UTF-16BE text',
    ],
    [
      'UTF-16 cut within a character',
      Buffer.from(`\uFEFF${table(3)}`, 'utf16le').subarray(0, -1),
      'ends in the middle of a character',
    ],
    [
      'a file cut within quotes',
      `${table(3)}"ref9,2024-05-14,Le`,
      'A quotation mark opened in row 5 is never closed',
    ],
    ['a file cut within a row', `${table(30)}ref9,2024-05-14,Le`, 'The file ends in the middle of row 32'],
    ['a file cut within the last value', `${table(30)}ref9,2024-05-1`, 'it was cut off'],
    [
      'quotes that do not match',
      `${table(1)}"a"b,2024-05-14,Leeds,crime,yes\n`,
      'In row 3 text follows a closing quotation mark',
    ],
    [
      'a missing column',
      'crime_ref,recorded_date,area,kind\na,2024-05-14,Leeds,crime\n',
      'The column ‘domestic_abuse’ is missing',
    ],
    [
      'the same column twice',
      'crime_ref,recorded_date,area,Area,kind,domestic_abuse\na,2024-05-14,Leeds,Leeds,crime,no\n',
      'Columns 3 and 4 both have a header that means area',
    ],
    ['no header', row(1).concat('\n', row(2), '\n'), 'The first row holds: ref1, 2024-05-14, Leeds'],
    [
      'dates that no calendar has',
      `${header}\na,31/02/2019,Leeds,crime,yes\n`,
      'None of the 1 row can be taken in: recorded_date: no such date: that month has 28 days (1 row, first row 2, ‘31/02/2019’)',
    ],
    [
      'dates of both orders in one column',
      `${header}\na,05/14/2024,Leeds,crime,yes\nb,2024-05-14,Leeds,crime,yes\nc,06/05/2024,Leeds,crime,yes\n`,
      'are not all written day first: ‘05/14/2024’ has the month first, so ‘06/05/2024’ may be either',
    ],
    [
      'negative counts',
      `${header},count\na,2024-05-14,Leeds,crime,yes,-2\nb,2024-05-14,Leeds,crime,yes,1\n`,
      'count: negative (1 row, first row 2, ‘-2’)',
    ],
    ['fractional counts', `${header},count\na,2024-05-14,Leeds,crime,yes,1.5\n`, 'count: not a whole number'],
    [
      'places of another partnership',
      `${header}\na,2024-05-14,Camden,crime,yes\n`,
      'No row names a district of West Yorkshire; they name ‘Camden’',
    ],
  ])('%s', async (_, contents, sentence) => {
    expect(await refusalOf(contents)).toContain(sentence)
  })

  test('the template of another feed, and says which', async () => {
    expect(await refusalOf(templateFile('nrm', [nrmReferral({ county_lines: 'yes' })]))).toContain(
      'These are the columns of --feed nrm --profile template.',
    )
  })

  test('an unknown profile, and a profile of another feed', async () => {
    expect(await refusalOf(table(1), { profile: 'excel' })).toContain(
      'There is no profile ‘excel’. There are: template, police-uk,',
    )
    expect(await refusalOf(table(1), { profile: 'police-uk', feed: 'nrm' })).toContain(
      'reads the feed crime, not nrm',
    )
  })

  test('a file that is not there, and a folder', async () => {
    expect(await refusalOf({ path: '/nowhere/file.csv' })).toContain('cannot be opened')
    expect(await refusalOf({ path: tmpdir() })).toContain('not a file')
  })

  test('ten million columns', async () => {
    const sentence = await withLargeFile(repeated(Buffer.from('column,'.repeat(100_000)), 100), (path) =>
      refusalOf({ path }),
    )
    expect(sentence).toContain('more than 1,000 columns')
  })

  test('a gigabyte of one line, in memory that does not grow with it', async () => {
    const before = process.memoryUsage().rss
    const piece = Buffer.alloc(2 ** 24, 'x')
    const sentence = await withLargeFile(repeated(piece, 64), (path) => refusalOf({ path }))
    expect(sentence).toContain('A line is longer than 1,048,576 bytes')
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20)
  })

  test('an endless line after good ones, and an endless record within quotes', async () => {
    expect(await refusalOf(`${table(3)}${'y'.repeat(3_000_000)}\n`)).toContain('A line is longer')
    expect(await refusalOf(`${table(3)}"${'text\n'.repeat(500_000)}`)).toContain(
      'A quotation mark opened in row 5 is never closed',
    )
  })

  test('more bytes or rows than the limits, which can be changed', async () => {
    const limits = { ...defaultLimits, fileBytes: 500, recordBytes: 1000, columns: 10, rows: 5 }
    expect(await refusalOf(table(100), { limits })).toContain('the limit is 0.0 MB')
    expect(await refusalOf(table(100), { limits: { ...limits, fileBytes: 10_000 } })).toContain(
      'more than 5 rows',
    )
    expect(await refusalOf(table(1), { limits: { ...limits, columns: 3 } })).toContain('more than 3 columns')
  })
})

describe('a file in which some rows cannot be read', () => {
  const good = (count: number) => times(count, () => crimeRecord())
  const bad = (count: number) => times(count, () => crimeRecord({ recorded_date: '2024-02-30' }))

  test('is refused where they are more than one in twenty, with the first of each kind', async () => {
    const sentence = await refusalOf(templateFile('crime', [...good(94), ...bad(6)]))
    expect(sentence).toContain(
      '6 of 100 rows cannot be read, more than one in twenty: recorded_date: no such date: that month has 29 days (6 rows, first row 96, ‘2024-02-30’)',
    )
    expect(sentence).toContain('to take in the other 94 rows as they are, confirm (--confirm)')
  })

  test('is taken where they are few, or when confirmed', async () => {
    const few = await prepareFileOf(templateFile('crime', [...good(95), ...bad(5)]))
    expect(few.prepared).toMatchObject({ accepted: 95, rejected: 5 })
    const confirmed = await prepareFileOf(templateFile('crime', [...good(5), ...bad(5)]), { confirm: true })
    expect(confirmed.prepared).toMatchObject({ accepted: 5, rejected: 5 })
  })

  test('gives rows with other numbers of columns as rejects, and forgives empty columns at the end', async () => {
    const text = `${table(40)}short,2024-05-14,Leeds\n${row(41)},,\n${row(42)},x\n`
    const { prepared } = await prepareFileOf(text)
    expect(prepared.rejects).toEqual([
      { row: 42, field: '', value: '', reason: 'has 3 columns where the header has 5' },
      { row: 44, field: '', value: '', reason: 'has 6 columns where the header has 5' },
    ])
    expect(prepared.accepted).toBe(41)
  })

  test('may end without a line end', async () => {
    const { prepared } = await prepareFileOf(table(3).trimEnd())
    expect(prepared).toMatchObject({ accepted: 3, rejected: 0 })
  })
})

test('any bytes at all are taken or refused, never a crash', async () => {
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(`${header}\n${text}`)),
    fc
      .array(
        fc.array(fc.constantFrom('', '"', 'Leeds', '2024-05-14', '\uFEFF', 'crime', '-1', 'é', '\0', '1e9'), {
          maxLength: 8,
        }),
        { maxLength: 8 },
      )
      .map((rows) => Buffer.from([header, ...rows.map((cells) => cells.join(','))].join('\n'))),
  )
  await fc.assert(
    fc.asyncProperty(anything, async (bytes) => {
      const outcome = await prepareFileOf(Buffer.from(bytes)).then(
        ({ prepared, rows }) => rows.length === prepared.accepted && prepared.accepted > 0,
        (error: Error) => error.name === 'IntakeRefusal' && error.message.length > 20,
      )
      expect(outcome).toBe(true)
    }),
    { numRuns: 150 },
  )
})
