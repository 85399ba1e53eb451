import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CsvSplitter } from '../../../server/intake/readers/csvSplitter.ts'

/** Every record, given the bytes in pieces of the sizes stated, as the reader does. */
function split(text: string, { delimiter = ',', piece = Infinity, maxFields = 50 } = {}): string[][] {
  const bytes = Buffer.from(text)
  const splitter = new CsvSplitter(delimiter.charCodeAt(0), maxFields)
  const records: string[][] = []
  let from = 0
  for (let end = Math.min(piece, bytes.length); ; end = Math.min(end + piece, bytes.length)) {
    const last = end === bytes.length
    splitter.feed(bytes, from, end)
    while (splitter.next(last) === 'record') {
      records.push(Array.from({ length: splitter.fields }, (_, field) => splitter.text(field)))
    }
    from = splitter.at
    if (last) return records
  }
}

/** A slow reader, character by character, of the same rules. */
function naive(text: string, delimiter = ','): string[][] {
  const records: string[][] = []
  let record: string[] = []
  let at = 0
  while (at < text.length) {
    let value = ''
    if (text[at] === '"') {
      at++
      for (;;) {
        if (at >= text.length) return records
        if (text[at] === '"' && text[at + 1] === '"') {
          value += '"'
          at += 2
        } else if (text[at] === '"') {
          at++
          break
        } else value += text[at++]
      }
    } else while (at < text.length && ![delimiter, '\n', '\r'].includes(text[at]!)) value += text[at++]
    record.push(value)
    if (text[at] === delimiter) {
      at++
      if (at < text.length) continue
      record.push('')
    } else if (text[at] === '\r') at += text[at + 1] === '\n' ? 2 : 1
    else if (text[at] === '\n') at++
    records.push(record)
    record = []
  }
  return records
}

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', ' ', '7'), maxLength: 6 })
const lineEnd = fc.constantFrom('\n', '\r\n', '\r')

function written(records: readonly (readonly string[])[], end: string, finalEnd: boolean): string {
  const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return records.map((record) => record.map(quoted).join(',')).join(end) + (finalEnd ? end : '')
}

describe('cutting CSV into records', () => {
  test('reads back whatever cells were written, in pieces of any size', () => {
    const records = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(
        records,
        lineEnd,
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (cells, end, finalEnd, piece) => {
          expect(split(written(cells, end, finalEnd), { piece })).toEqual(cells)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('agrees with a slow reader on any text in which quotes only open and close fields', () => {
    const text = fc.array(
      fc.oneof(
        fc.constantFrom('a', 'b', ',', '\n', '\r', '\r\n'),
        cell.map((value) => `,"${value.replaceAll('"', '""')}",`),
      ),
      {
        maxLength: 30,
      },
    )
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (parts, piece) => {
        expect(split(parts.join(''), { piece })).toEqual(naive(parts.join('')))
      }),
      { numRuns: 500 },
    )
  })

  test('gives the same records for the same bytes in pieces of any size, whatever they are', () => {
    const anything = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r'), maxLength: 40 })
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 10 }), (text, piece) => {
        expect(split(text, { piece })).toEqual(split(text))
      }),
      { numRuns: 1000 },
    )
  })

  test('keeps a quotation mark inside an unquoted field', () => {
    expect(split('5" pipe,b\n')).toEqual([['5" pipe', 'b']])
  })

  test('marks a record with text after a closing quotation mark', () => {
    const splitter = new CsvSplitter(44, 5)
    const bytes = Buffer.from('"a"b,c\nd,e\n')
    splitter.feed(bytes, 0, bytes.length)
    splitter.next(true)
    expect([splitter.malformed, splitter.text(0), splitter.text(1)]).toEqual([true, '"a"b', 'c'])
    splitter.next(true)
    expect(splitter.malformed).toBe(false)
  })

  test('counts fields beyond those it keeps', () => {
    const splitter = new CsvSplitter(44, 2)
    const bytes = Buffer.from('a,b,c,d\n')
    splitter.feed(bytes, 0, bytes.length)
    expect([splitter.next(true), splitter.fields, splitter.text(1)]).toEqual(['record', 4, 'b'])
  })

  test('says that a quotation mark is still open where the bytes end', () => {
    const splitter = new CsvSplitter(44, 5)
    const bytes = Buffer.from('a,"b\nc')
    splitter.feed(bytes, 0, bytes.length)
    expect([splitter.next(true), splitter.inQuotes]).toEqual(['partial', true])
  })
})
