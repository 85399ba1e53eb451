import { describe, expect, it } from 'vitest'
import { pairModel } from '../../client/charts/pairPanel/pairModel.ts'
import { pairTicks } from '../../shared/figures/pairTicks.ts'
import { crossFigure } from '../../shared/figures/crossFigure.ts'
import { pairsFigure } from '../../shared/figures/pairsFigure.ts'
import { pairPanels } from '../../shared/figures/pairPanels.ts'
import type { Series } from '../../shared/series/series.ts'
import { metricPage } from './metricPageBuilder.ts'

const pair = (kind: string, sex: string, values: readonly (number | null)[]): Series => ({
  key: { kind, sex },
  labels: { kind: kind.toUpperCase(), sex: sex.toUpperCase() },
  points: values.map((value, i) => ({
    period: `2026-0${i + 1}`,
    value,
    numerator: value,
    denominator: null,
    status: value === null ? 'suppressed' : 'final',
  })),
})

const asked = { first: 'kind', second: 'sex', top: null, share: false, additive: true } as const
const values = (series: readonly Series[]) => series.map(({ points }) => points.map(({ value }) => value))

describe('a figure by two dimensions that leaves', () => {
  const page = metricPage([6, 8], { from: '2026-01' })
  const cells = [
    pair('a', 'f', [6, null]),
    pair('a', 'm', [2, 4]),
    pair('b', 'f', [7, 3]),
    pair('b', 'm', [1, 5]),
  ]
  const parts = { ...page.result, series: cells, disclosure: 'protected' } as const
  const both = {
    page,
    parts,
    first: { name: 'kind', label: 'Kind' },
    second: { name: 'sex', label: 'Sex' },
    top: null,
    share: false,
  }

  it('marks a hidden cell, says why, and gives no sum that would tell it', () => {
    const { table, gaps } = crossFigure(both)
    const hidden = table.rows.find(([name]) => name === 'A')!
    expect(hidden).toContain('[c]')
    expect(hidden).toContain(4)
    expect(table.rows.at(-1)).toEqual([
      'Together',
      ...table.columns.slice(1).map(({ head }) => (head === 'F' ? '[x]' : 9)),
    ])
    expect(gaps).toEqual(['A, F [c]: hidden to protect people.'])
    for (const [name, ...shares] of crossFigure({ ...both, share: true }).table.rows)
      expect(
        shares.filter((cell) => typeof cell === 'number'),
        String(name),
      ).toHaveLength(1)
  })

  it('leaves a stack with a hidden part out of its panel, and keeps the marker in the table', () => {
    const { panels = [], table } = pairsFigure({ ...both, shape: 'stacked' })
    const own = panels.find(({ name }) => name === 'A')!
    expect(own.chart.series.map(({ values }) => values[1])).toEqual([null, null])
    expect(new Set(own.chart.series.map(({ values }) => values[0]))).toEqual(new Set([2, 6]))
    expect(table.rows.find(([name, month]) => name === 'A' && month === 'Feb 2026')).toContain('[c]')
  })
})

describe('two dimensions over time', () => {
  const series = [
    pair('a', 'f', [6, 8]),
    pair('a', 'm', [2, 2]),
    pair('b', 'm', [1, 1]),
    pair('c', 'f', [1, 2]),
  ]
  const whole = { series, disclosure: 'unprotected' } as const

  it('has a panel for each value of the first dimension, the largest first, with the same lines in each', () => {
    const panels = pairPanels(whole, asked)
    expect(panels.map(({ name }) => name)).toEqual(['A', 'C', 'B'])
    for (const { lines } of panels) expect(lines.map(({ labels }) => labels.sex)).toEqual(['F', 'M'])
    expect(panels.map(({ lines }) => values(lines))).toEqual([
      [
        [6, 8],
        [2, 2],
      ],
      [
        [1, 2],
        [0, 0],
      ],
      [
        [0, 0],
        [1, 1],
      ],
    ])
  })

  it('says nothing of a pair without records where small numbers are protected', () => {
    const panels = pairPanels({ ...whole, disclosure: 'protected' }, asked)
    expect(values(panels[1]?.lines ?? [])[1]).toEqual([null, null])
  })

  it('gives shares of each panel, and none where a part is hidden', () => {
    const hidden = {
      series: [pair('a', 'f', [6, 8]), pair('a', 'm', [2, null])],
      disclosure: 'protected',
    } as const
    expect(values(pairPanels(hidden, { ...asked, share: true })[0]?.lines ?? [])).toEqual([
      [75, null],
      [25, null],
    ])
  })

  it('puts the panels beyond the largest together', () => {
    const many = {
      series: ['a', 'b', 'c', 'd', 'e'].map((kind, i) => pair(kind, 'f', [10 - i])),
      disclosure: 'unprotected',
    } as const
    const panels = pairPanels(many, { ...asked, top: 3 })
    expect(panels.map(({ name }) => name)).toEqual(['A', 'B', 'C', '2 others'])
    expect(values(panels[3]?.lines ?? [])).toEqual([[7 + 6]])
  })
})

describe('a panel', () => {
  const frame = { width: 132, height: 140, ticks: [0, 10] }
  const lines = [
    { name: 'F', values: [4, null, 2], provisional: [false, false, true] },
    { name: 'M', values: [6, 5, 0], provisional: [false, false, false] },
  ]
  const source = { lines, periods: ['2026-01', '2026-02', '2026-03'], grain: 'month' } as const

  it('joins nothing across a gap', () => {
    const { paths } = pairModel({ ...source, stacked: false }, frame)
    expect(paths[0]?.match(/M/g)).toHaveLength(2)
  })
  it('marks what may still change', () => {
    expect(pairModel({ ...source, stacked: false }, frame).provisional).toHaveLength(1)
  })
  it('stacks up to the whole, and has no bar where a part is hidden', () => {
    const { paths } = pairModel({ ...source, stacked: true }, frame)
    expect(paths[0]?.match(/M/g)).toHaveLength(2)
    // The second part of the first period stands on the first part and reaches ten, the top.
    expect(paths[1]).toMatch(/^M\S+ 76h\S+V16h/)
  })
  it('shares an axis that reaches the highest stack', () => {
    expect(pairTicks([lines], true).at(-1)).toBe(10)
    expect(pairTicks([lines], false).at(-1)).toBeLessThan(10)
  })
})
