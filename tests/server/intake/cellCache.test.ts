import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellOf } from '../../../server/intake/check/cell.ts'
import { CellCache } from '../../../server/intake/check/cellCache.ts'

function cacheThatCounts(): { cache: CellCache; reads: string[]; get: (text: string) => string | null } {
  const reads: string[] = []
  const cache = new CellCache((text) => {
    reads.push(text)
    return cellOf('field', 0, text)
  })
  const get = (text: string) => {
    const bytes = Buffer.from(`before,${text},after`)
    return cache.get(bytes, 7, bytes.length - 6).text
  }
  return { cache, reads, get }
}

test('each different text is read once, and found again by its bytes', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 5 }), { maxLength: 300 }), (texts) => {
      const { reads, get } = cacheThatCounts()
      for (const text of texts) expect(get(text)).toBe(text)
      expect(reads.toSorted()).toEqual([...new Set(texts)].toSorted())
    }),
  )
})

test('more different texts than it holds are still read right, by reading some again', () => {
  const { reads, get } = cacheThatCounts()
  const texts = Array.from({ length: 70_000 }, (_, index) => `value ${index}`)
  for (const text of [...texts, 'value 0', 'value 69999'])
    if (get(text) !== text) throw new Error(`misread ${text}`)
  expect(reads.filter((text) => text === 'value 0')).toHaveLength(2)
  expect(reads.filter((text) => text === 'value 69999')).toHaveLength(1)
})

test('long texts do not fill the memory', () => {
  const { get } = cacheThatCounts()
  const before = process.memoryUsage().arrayBuffers
  for (let index = 0; index < 300; index++) expect(get(`${index}`.padEnd(100_000, 'x'))).toHaveLength(100_000)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60 * 2 ** 20)
})
