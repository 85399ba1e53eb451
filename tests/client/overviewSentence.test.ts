import { describe, expect, it } from 'vitest'
import { groupRows } from '../../client/pages/overview/groupRows.ts'
import { overviewHeadline, overviewStandfirst } from '../../client/pages/overview/overviewSentence.ts'
import { sinceHeadline, sinceStandfirst } from '../../client/pages/overview/sinceSentence.ts'
import { sortRows } from '../../client/pages/overview/sortRows.ts'
import type { ScorecardSort } from '../../client/address/overviewSearch.ts'
import { changedSince } from '../../shared/series/changedSince.ts'
import { ownBasis, usualBasis } from '../../client/pages/overview/usualBasis.ts'
import type { Finding, ScorecardRow, Variation } from '../../shared/series/scorecard.ts'

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
  it('shows a measure under every aim it serves, in the order of the aim, and loses none', () => {
    const rows = [row({ metric: 'a' }), row({ metric: 'b' }), row({ metric: 'c' })]
    const aims = [
      { id: 'one', name: 'One', metrics: ['a'] },
      { id: 'two', name: 'Two', metrics: ['b', 'a', 'z'] },
    ]
    expect(
      groupRows(rows, aims).map(({ name, rows: own }) => [name, own.map(({ metric }) => metric)]),
    ).toEqual([
      ['One', ['a']],
      ['Two', ['b', 'a']],
      ['Other measures', ['c']],
    ])
  })
})

describe('sortRows', () => {
  const change = (base: number | null, percent: number | null) => ({
    base,
    difference: percent === null || base === null ? null : (base * percent) / 100,
    percent,
    spanned: [],
  })
  const rows = [
    row({ metric: 'b', name: 'Bravo', change: change(100, 5), variation: changed }),
    row({ metric: 'c', name: 'Charlie', change: change(100, -40) }),
    row({ metric: 'a', name: 'Alpha', change: change(100, 30), variation: changed }),
    row({
      metric: 'd',
      name: 'Delta',
      change: change(null, null),
      variation: { kind: 'unjudged', reason: '' },
    }),
  ]
  const findings = [{ metric: 'a' }, { metric: 'b' }] as Finding[]
  const order = (sort: ScorecardSort | undefined) =>
    sortRows(rows, sort, findings).map(({ metric }) => metric)

  it('keeps the order of the Board unless asked', () => {
    expect(order(undefined)).toEqual(['b', 'c', 'a', 'd'])
  })
  it('sorts by name both ways', () => {
    expect(order('name')).toEqual(['a', 'b', 'c', 'd'])
    expect(order('-name')).toEqual(['d', 'c', 'b', 'a'])
  })
  it('puts rows without a change last, whichever way changes are sorted', () => {
    expect(order('-change')).toEqual(['a', 'b', 'c', 'd'])
    expect(order('change')).toEqual(['c', 'b', 'a', 'd'])
  })
  it('ranks signals as the findings are, then the usual, then what cannot be judged', () => {
    expect(order('-signal')).toEqual(['a', 'b', 'c', 'd'])
    expect(order('signal')).toEqual(['d', 'c', 'b', 'a'])
  })
})

describe('what is new since', () => {
  const low: Variation = { kind: 'concern', direction: 'low', detail: '' }
  it('tells what began, turned, goes on and ended', () => {
    expect(changedSince(changed, common)).toBe('began')
    expect(changedSince(changed, undefined)).toBe('began')
    expect(changedSince(changed, low)).toBe('turned')
    expect(changedSince(changed, changed)).toBe('goesOn')
    expect(changedSince(common, changed)).toBe('ended')
    expect(changedSince(common, common)).toBe('none')
  })
  it('does not call ended what can no longer be judged', () => {
    expect(changedSince({ kind: 'unjudged', reason: '' }, changed)).toBe('none')
  })
  it('says in sentences what is new, what goes on and what ended', () => {
    const rows = [
      row({ name: 'New', variation: changed, before: common }),
      row({ name: 'Old', variation: changed, before: changed }),
      row({ name: 'Past', variation: common, before: changed }),
    ]
    const earlier = { number: 1, title: 'One', meetingDate: '2026-03-12', publishedAt: '' }
    expect(sinceHeadline(1, 3, { asked: 'edition', earlier })).toBe(
      'One of 3 measures began to change unusually since the edition for the meeting of 12 Mar 2026',
    )
    expect(sinceStandfirst(rows, ({ variation, before }) => changedSince(variation, before))).toBe(
      'One more goes on from before. Back within the usual range: Past.',
    )
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
