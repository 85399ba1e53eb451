import { describe, expect, it } from 'vitest'
import { readAreaSearch } from '../../client/address/areaSearch.ts'
import { areaSentence } from '../../client/pages/area/areaSentence.ts'
import { differenceSentence } from '../../client/pages/area/differenceSentence.ts'
import type { ScorecardRow } from '../../shared/series/scorecard.ts'

const leeds = { code: 'E08000035', name: 'Leeds', whole: 'West Yorkshire' }

function row(overrides: Partial<ScorecardRow> = {}): ScorecardRow {
  return {
    metric: 'ms.crimes',
    name: 'Modern slavery crimes recorded',
    theme: 'modernSlavery',
    unit: 'count',
    noun: { one: 'crime', many: 'crimes' },
    polarity: { direction: 'neutral', reason: '' },
    headline: true,
    latest: { period: '2026-10', value: 1, status: 'final' },
    change: { base: null, difference: null, percent: null, spanned: [] },
    spark: { periods: [], values: [], statuses: [], types: [], mean: null, lower: null, upper: null },
    variation: { kind: 'common' },
    areaBasis: { label: 'Rate per 100,000 residents, year to Oct 2026', partnership: 25.23 },
    areas: [{ area: leeds.code, name: 'Leeds', value: 36.65, status: 'final', beyondChance: 'higher' }],
    dataStatus: { kind: 'upToDate', detail: '' },
    ...overrides,
  }
}

describe('the head of an area’s page', () => {
  it('tells change against its own past apart from difference from the whole', () => {
    const changed = row({
      variation: { kind: 'neutral', direction: 'high', detail: '' },
      areas: [{ area: leeds.code, name: 'Leeds', value: 1, status: 'final', beyondChance: null }],
    })
    expect(areaSentence([changed, row(), row()], leeds)).toBe(
      'Leeds: one of 3 measures changed by more than usual, and two differ from West Yorkshire by more than chance',
    )
  })
  it('counts no measure that cannot be judged and no other area', () => {
    const elsewhere = row({
      variation: { kind: 'unjudged', reason: 'too few' },
      areas: [{ area: 'E08000032', name: 'Bradford', value: 9, status: 'final', beyondChance: 'lower' }],
    })
    expect(areaSentence([elsewhere], leeds)).toBe(
      'Leeds: none of 1 measure changed by more than usual, and none differ from West Yorkshire by more than chance',
    )
  })
})

describe('a difference in words', () => {
  it('gives both figures with basis and months', () => {
    expect(differenceSentence(row(), leeds)).toBe(
      '36.7 per 100,000 residents in Leeds, 25.2 in West Yorkshire, year to Oct 2026.',
    )
  })
  it('gives a share in its own unit', () => {
    const share = row({
      unit: 'percent',
      areaBasis: { label: 'Value, year to Oct 2026', partnership: 40 },
      areas: [{ area: leeds.code, name: 'Leeds', value: 50, status: 'final', beyondChance: 'higher' }],
    })
    expect(differenceSentence(share, leeds)).toBe(
      '50.0% in Leeds, 40.0% in West Yorkshire, year to Oct 2026.',
    )
  })
})

describe('the address of an area', () => {
  it('keeps what it understands and drops the rest', () => {
    expect(readAreaSearch({ to: '2026-09', months: '12', asAt: '30', theme: 'x' })).toEqual({
      to: '2026-09',
      months: '12',
      asAt: '30',
    })
    expect(readAreaSearch({ to: 'yesterday', months: '7', asAt: 'now' })).toEqual({})
  })
})
