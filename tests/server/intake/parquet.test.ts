import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  doublePages,
  emptyPages,
  flagPages,
  hashTextPages,
  integerPages,
  sequencePages,
  textPages,
  uuidPages,
} from '../../../server/intake/parquet/pages.ts'
import { ParquetFile } from '../../../server/intake/parquet/parquetFile.ts'
import { readParquet } from '../../support/preparedFile.ts'

const none = -(2 ** 31)
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parquet-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const row = fc.record({
  text: fc.option(fc.string({ unit: 'grapheme', maxLength: 12 }), { freq: 3 }),
  integer: fc.option(fc.integer({ min: none + 1 }), { freq: 3 }),
  number: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { freq: 3 }),
  flag: fc.option(fc.boolean(), { freq: 3 }),
  day: fc.option(fc.integer({ min: -25_000, max: 40_000 }), { freq: 3 }),
  hash: fc.option(fc.uint8Array({ minLength: 16, maxLength: 16 }), { freq: 3 }),
  key: fc.uint8Array({ minLength: 16, maxLength: 16 }),
})
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never

function words(rows: readonly Row[], of: (one: Row) => Uint8Array | null): Int32Array {
  const bytes = new Uint8Array(rows.length * 16)
  rows.forEach((one, index) => bytes.set(of(one) ?? new Uint8Array(16), index * 16))
  return new Int32Array(bytes.buffer)
}

function write(path: string, groups: readonly (readonly Row[])[]): void {
  const file = new ParquetFile(path, [
    { name: 'text', type: 'text' },
    { name: 'integer', type: 'integer' },
    { name: 'number', type: 'double precision' },
    { name: 'flag', type: 'boolean' },
    { name: 'day', type: 'date' },
    { name: 'hash', type: 'text' },
    { name: 'key', type: 'uuid' },
    { name: 'nothing', type: 'text' },
    { name: 'seq', type: 'bigint' },
  ])
  const dictionary = [...new Set(groups.flat().flatMap(({ text }) => (text === null ? [] : [text])))]
  let written = 0
  for (const rows of groups) {
    const pages = [
      textPages(
        Int32Array.from(rows, ({ text }) => (text === null ? none : dictionary.indexOf(text) + 1)),
        none,
        dictionary,
      ),
      integerPages(
        Int32Array.from(rows, ({ integer }) => integer ?? none),
        none,
      ),
      doublePages(Float64Array.from(rows, ({ number }) => number ?? Number.NaN)),
      flagPages(
        Int32Array.from(rows, ({ flag }) => (flag === null ? none : Number(flag))),
        none,
      ),
      integerPages(
        Int32Array.from(rows, ({ day }) => day ?? none),
        none,
      ),
      hashTextPages(words(rows, ({ hash }) => hash)),
      uuidPages(words(rows, ({ key }) => key)),
      emptyPages(rows.length),
      sequencePages(written, rows.length),
    ]
    file.writeGroup(pages, rows.length)
    written += rows.length
  }
  file.finish()
}

describe('writing Parquet', () => {
  test('is read back by DuckDB as it was written, whatever the values, nulls and row groups', async () => {
    const groups = fc.array(fc.array(row, { minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 3 })
    let files = 0
    await fc.assert(
      fc.asyncProperty(groups, async (written) => {
        // Never the same name twice: DuckDB remembers parts of files it has read.
        const path = join(folder, `fuzz-${++files}.parquet`)
        write(path, written)
        const read = await readParquet(path)
        const expected = written.flat().map((one, seq) => ({
          text: one.text,
          integer: one.integer,
          number: one.number === null ? null : one.number + 0,
          flag: one.flag,
          day: one.day === null ? null : new Date(one.day * 86_400_000).toISOString().slice(0, 10),
          hash:
            one.hash === null || one.hash.every((byte) => byte === 0)
              ? null
              : Buffer.from(one.hash).toString('base64url'),
          key: uuid(one.key),
          nothing: null,
          seq: String(seq),
        }))
        expect(
          read.map((one) => ({ ...one, number: one['number'] === null ? null : Number(one['number']) + 0 })),
        ).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  test('holds more texts in a column than eight bits can number', async () => {
    const path = join(folder, 'many.parquet')
    const dictionary = Array.from({ length: 70_000 }, (_, index) => `text ${index}`)
    const file = new ParquetFile(path, [
      { name: 'text', type: 'text' },
      { name: 'seq', type: 'bigint' },
    ])
    const places = Int32Array.from(dictionary, (_, index) => index + 1).reverse()
    file.writeGroup([textPages(places, none, dictionary), sequencePages(0, places.length)], places.length)
    file.finish()
    const rows = await readParquet(path)
    expect(rows.map((one) => one['text'])).toEqual(dictionary.toReversed())
  })
})

function uuid(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
