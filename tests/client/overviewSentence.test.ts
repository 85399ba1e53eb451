import { describe, expect, it } from 'vitest'
import { groupRows } from '../../client/pages/overview/groupRows.ts'
import { overviewHeadline, overviewStandfirst } from '../../client/pages/overview/overviewSentence.ts'
import { ownBasis, usualBasis } from '../../client/pages/overview/usualBasis.ts'
import type { ScorecardRow, Variation } from '../../shared/series/scorecard.ts'

const common: Variation = { kind: 'common' }
const changed: Variation = { kind: 'neutral', direction: 'high', detail: '' }

const row = (change: Partial<ScorecardRow>): ScorecardRow => ({
  metric: 'ms.crimes',
  name: 'Modern slavery crimes',
  theme: 'modernSlavery',
  unit: 'count',
  noun: { one: 'crime', many: 'crimes' },
  polarity: { direction: 'neutral', reason: '' },
  headline: true,
  latest: { period: '2026-10', value: 1, status: 'final' },
  change: { base: null, difference: null, percent: null, spanned: [] },
  spark: { periods: [], values: [], statuses: [], types: [], mean: null, lower: null, upper: null },
  variation: common,
  areaBasis: { label: 'Rate per 1,000 residents, year to Oct 2026', partnership: null },
  areas: [],
  dataStatus: { kind: 'upToDate', detail: '' },
  ...change,
})

describe('the head of the overview', () => {
  const period = { from: '2026-08', to: '2026-10', label: 'Aug 2026 to Oct 2026' }
  it('answers what changed in one sentence', () => {
    const rows = [row({ variation: changed }), row({}), row({})]
    expect(overviewHeadline(rows, period)).toBe(
      'One of 3 measures changed by more than usual, August to October 2026',
    )
    expect(overviewStandfirst(rows)).toMatch(/^Two stayed within their usual range\./)
  })
  it('names both years when the months span a new year', () => {
    expect(overviewHeadline([row({})], { from: '2025-11', to: '2026-01', label: '' })).toBe(
      'None of 1 measure changed by more than usual, November 2025 to January 2026',
    )
  })
  it('says how many cannot be judged', () => {
    const rows = [row({ variation: { kind: 'unjudged', reason: 'late' } })]
    expect(overviewStandfirst(rows)).toContain('One cannot be judged yet')
  })
})

describe('groupRows', () => {
  it('shows a measure under every aim it serves and loses none', () => {
    const rows = [row({ metric: 'a' }), row({ metric: 'b' })]
    const aims = [
      { name: 'One', metrics: ['a'] },
      { name: 'Two', metrics: ['a', 'z'] },
    ]
    expect(
      groupRows(rows, aims).map(({ name, rows: own }) => [name, own.map(({ metric }) => metric)]),
    ).toEqual([
      ['One', ['a']],
      ['Two', ['a']],
      ['Other measures', ['b']],
    ])
  })
})

describe('the basis of the areas', () => {
  it('heads the columns with the usual rate and notes only rows that differ', () => {
    const other = row({
      areaBasis: { label: 'Rate per 100,000 residents, year to Oct 2026', partnership: 1 },
    })
    const usual = usualBasis([row({}), row({}), other])
    expect(usual).toBe('Rate per 1,000 residents, year to Oct 2026')
    expect(ownBasis(row({}), usual)).toBeNull()
    expect(ownBasis(other, usual)).toBe('rate per 100,000 residents')
    expect(ownBasis({ ...other, unit: 'percent' }, usual)).toBeNull()
  })

  it('names the year of a row whose areas are only published for an earlier one', () => {
    const usual = usualBasis([row({}), row({})])
    const earlier = row({
      areaBasis: { label: 'Rate per 1,000 residents, year to Sep 2026', partnership: 1 },
    })
    expect(ownBasis(earlier, usual)).toBe('year to Sep 2026')
    const share = row({ unit: 'percent', areaBasis: { label: 'Value, year to Mar 2026', partnership: 1 } })
    expect(ownBasis(share, usual)).toBe('year to Mar 2026')
  })
})
