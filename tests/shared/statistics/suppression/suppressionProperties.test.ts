import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditDisclosure } from '../../../../shared/statistics/suppression/auditDisclosure.ts'
import type { Dimension } from '../../../../shared/statistics/suppression/crossTable.ts'
import { isPrimary, leastHidden } from '../../../../shared/statistics/suppression/primarySuppression.ts'
import { publishedWith } from '../../../../shared/statistics/suppression/protectableTables.ts'
import type { ProtectableTables } from '../../../../shared/statistics/suppression/protectableTables.ts'
import { protectCells } from '../../../../shared/statistics/suppression/protectCells.ts'
import { filled, flat } from './marginTable.ts'

const count = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 6, arbitrary: fc.integer({ min: 5, max: 60 }) },
)
const counts = fc.infiniteStream(count)
const rule = fc.record({ threshold: fc.constantFrom(3, 5, 8), suppressZero: fc.boolean() })

const halfYear: Dimension = {
  members: ['apr', 'may', 'jun', 'q1', 'jul', 'aug', 'sep', 'q2', 'half'],
  sums: [
    { total: 'q1', parts: ['apr', 'may', 'jun'] },
    { total: 'q2', parts: ['jul', 'aug', 'sep'] },
    { total: 'half', parts: ['q1', 'q2'] },
  ],
}

function filledFrom(dimensions: readonly Dimension[], stream: Iterator<number>): ProtectableTables {
  return filled(dimensions, () => stream.next().value ?? 0)
}

/** A district × half-year table, by sex in one publication and by age in another: both share the margin. */
function linked(stream: Iterator<number>): ProtectableTables {
  const bySexAndAge = filledFrom([flat('area', 2), flat('sex', 2), flat('age', 2)], stream)
  const shown = (id: string) => id.split('|').includes('T')
  return {
    cells: Object.fromEntries(Object.entries(bySexAndAge.cells).filter(([id]) => shown(id))),
    equations: bySexAndAge.equations.filter(({ total, parts }) => [total, ...parts].every(shown)),
  }
}

function expectProtected(tables: ProtectableTables, given: { threshold: number; suppressZero: boolean }) {
  const { hidden, exposed } = protectCells(tables, given)
  expect(exposed).toEqual([])
  const published = publishedWith(tables, hidden)
  for (const [id, { value }] of Object.entries(tables.cells)) {
    if (isPrimary(value, given)) expect(hidden.get(id), id).toBe('primary')
    else if (!hidden.has(id)) expect(published.cells[id], id).toBe(value)
    else if (!given.suppressZero) expect(value, id).not.toBe(0)
  }
  for (const depth of ['variation', 'tight'] as const) {
    const audit = auditDisclosure(published, { least: leastHidden(given), depth })
    expect(audit).toMatchObject({ feasible: true, safe: true })
    for (const [id, { lo, hi }] of Object.entries(audit.bounds)) {
      const value = tables.cells[id]?.value ?? NaN
      expect(lo <= value && value <= (hi ?? Infinity), `${id} = ${value} lies within its bounds`).toBe(true)
    }
  }
}

const timeout = 240_000

describe('protected tables audit safe, with nothing altered and no shown zero used', () => {
  it('1,500 tables with totals', { timeout }, () => {
    const size = fc.integer({ min: 1, max: 5 })
    fc.assert(
      fc.property(size, size, fc.boolean(), counts, rule, (rows, columns, totals, stream, given) => {
        expectProtected(filledFrom([flat('r', rows, totals), flat('c', columns)], stream), given)
      }),
      { numRuns: 1500 },
    )
  })

  it('400 hierarchies of districts by months, quarters and half-year', { timeout }, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), counts, rule, (areas, stream, given) => {
        expectProtected(filledFrom([flat('a', areas), halfYear], stream), given)
      }),
      { numRuns: 400 },
    )
  })

  it('400 pairs of linked tables', { timeout }, () => {
    fc.assert(
      fc.property(counts, rule, (stream, given) => expectProtected(linked(stream), given)),
      { numRuns: 400 },
    )
  })

  it('80 tables with three dimensions', { timeout }, () => {
    fc.assert(
      fc.property(counts, rule, (stream, given) => {
        expectProtected(filledFrom([flat('a', 2), flat('b', 3), flat('c', 2)], stream), given)
      }),
      { numRuns: 80 },
    )
  })
})

describe('what is given beforehand', () => {
  const row = (given?: 'known' | 'hidden'): ProtectableTables => ({
    cells: {
      a: { value: 3 },
      b: { value: 20, ...(given && { given }) },
      c: { value: 30 },
      all: { value: 53 },
    },
    equations: [{ total: 'all', parts: ['a', 'b', 'c'] }],
  })
  const rule5 = { threshold: 5, suppressZero: false }

  it('prefers the smallest count as cover', () => {
    expect([...protectCells(row(), rule5).hidden]).toEqual([
      ['a', 'primary'],
      ['b', 'secondary'],
    ])
  })

  it('never hides what an earlier edition showed', () => {
    expect([...protectCells(row('known'), rule5).hidden.keys()]).toEqual(['a', 'c'])
  })

  it('uses what is hidden already, and says so', () => {
    expect([...protectCells(row('hidden'), rule5).hidden]).toEqual([
      ['a', 'primary'],
      ['b', 'given'],
    ])
  })

  it('names a small count that known figures give away', () => {
    const known: ProtectableTables = {
      cells: { a: { value: 3 }, b: { value: 20, given: 'known' }, all: { value: 23, given: 'known' } },
      equations: [{ total: 'all', parts: ['a', 'b'] }],
    }
    expect(protectCells(known, rule5)).toEqual({ hidden: new Map([['a', 'primary']]), exposed: ['a'] })
  })

  it('refuses totals that are not the sum of their parts', () => {
    const wrong: ProtectableTables = {
      cells: { a: { value: 3 }, b: { value: 20 }, all: { value: 24 } },
      equations: [{ total: 'all', parts: ['a', 'b'] }],
    }
    expect(() => protectCells(wrong, rule5)).toThrow('parts do not add up: all')
  })

  it('gives the same answer to the same tables', () => {
    const stream = () => [3, 9, 12, 7, 2, 30, 15, 4, 22][Symbol.iterator]()
    const tables = () => filledFrom([flat('r', 3), flat('c', 3)], stream())
    expect(protectCells(tables(), rule5)).toEqual(protectCells(tables(), rule5))
  })
})
