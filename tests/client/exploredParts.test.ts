import { describe, expect, it } from 'vitest'
import { crossTable } from '../../shared/figures/crossTable.ts'
import { exploredParts, leftOut } from '../../shared/figures/exploredParts.ts'
import { readMetricSearch } from '../../client/address/metricSearch.ts'
import type { Series } from '../../shared/series/series.ts'

const part = (code: string, values: (number | null)[], key: Record<string, string> = {}): Series => ({
  key: { kind: code, ...key },
  labels: { kind: code.toUpperCase(), ...key },
  points: values.map((value, i) => ({
    period: `2024-0${i + 1}`,
    value,
    numerator: value,
    denominator: null,
    status: value === null ? 'suppressed' : 'final',
  })),
})
const series = [part('c', [1, 2]), part('a', [6, 8]), part('b', [2, 6]), part('d', [1, null])]
const asked = { dimension: 'kind', order: ['a', 'b', 'c', 'd'], top: null, share: false, additive: true }
const values = (parts: readonly Series[]) =>
  parts.map(({ labels, points }) => [labels.kind, ...points.map(({ value }) => value)])

describe('the parts that a reader asks for', () => {
  it('are all of them, the largest first', () => {
    expect(values(exploredParts(series, asked)).map(([name]) => name)).toEqual(['A', 'B', 'C', 'D'])
  })
  it('are the largest by themselves and the rest together, unknown where one of the rest is hidden', () => {
    expect(values(exploredParts(series, { ...asked, top: 2 }))).toEqual([
      ['A', 6, 8],
      ['B', 2, 6],
      ['2 others', 2, null],
    ])
    expect(exploredParts(series, { ...asked, top: 2 }).at(-1)?.points[1]?.status).toBe('suppressed')
  })
  it('keep a single smaller part as itself, because it is no rest', () => {
    expect(exploredParts(series, { ...asked, top: 3 })).toHaveLength(4)
  })
  it('are shares of a whole that is known, and none where it is not', () => {
    expect(values(exploredParts(series, { ...asked, top: 2, share: true }))).toEqual([
      ['A', 60, null],
      ['B', 20, null],
      ['2 others', 20, null],
    ])
  })
  it('have neither rest nor share where they do not add up, and it says how many are left out', () => {
    const loose = { ...asked, top: 2, share: true, additive: false }
    expect(values(exploredParts(series, loose))).toEqual([
      ['A', 6, 8],
      ['B', 2, 6],
    ])
    expect(leftOut(series, loose)).toBe(2)
    expect(leftOut(series, { ...loose, additive: true })).toBe(0)
  })
})

describe('two dimensions', () => {
  it('are crossed by size, what is not recorded last', () => {
    const cross = crossTable(
      [
        part('a', [1], { sex: 'F' }),
        part('b', [9], { sex: 'F' }),
        part('a', [2], { sex: 'Not recorded' }),
        part('b', [90], { sex: 'Not recorded' }),
      ],
      'kind',
      'sex',
    )
    expect(cross.rows.map(({ name }) => name)).toEqual(['B', 'A'])
    expect(cross.columns.map(({ name }) => name)).toEqual(['F', 'Not recorded'])
    expect(cross.cell('a', 'F')?.points[0]?.value).toBe(1)
    expect(cross.cell('c', 'F')).toBeUndefined()
  })
  it('are kept in the address', () => {
    expect(readMetricSearch({ by2: 'victim_sex', top: '5', share: '1', view: 'overlaid' })).toEqual({
      by2: 'victim_sex',
      top: '5',
      share: '1',
      view: 'overlaid',
    })
    expect(readMetricSearch({ by2: '<b>', top: '99', share: 'yes' })).toEqual({})
  })
})
