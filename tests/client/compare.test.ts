import { describe, expect, it } from 'vitest'
import { eventRows } from '../../client/pages/compare/useTraining.ts'
import { readCompareSearch, readLines, writeLines } from '../../client/address/compareSearch.ts'
import { parseSearch, stringifySearch } from '../../client/address/searchText.ts'
import { indexed } from '../../shared/figures/indexed.ts'
import { compared } from '../../client/pages/compare/compared.ts'
import { linesOf } from '../../client/pages/compare/compareQueries.ts'
import { riseWords } from '../../client/pages/compare/riseWords.ts'
import type { CalendarEvent } from '../../shared/series/metricPage.ts'
import { metricPage } from './metricPageBuilder.ts'

describe('the lines in an address', () => {
  it('come back from it as they were', () => {
    const lines = [
      { metric: 'ms.crimes' },
      { metric: 'nrm.referrals', area: 'E08000035' },
      { metric: 'da.crimes', only: { dimension: 'offence_group', code: 'a~b|c' } },
    ]
    const text = writeLines(lines)
    expect(readLines(text)).toEqual(lines)
    const { lines: again } = readCompareSearch(parseSearch(stringifySearch({ lines: text })))
    expect(readLines(again)).toEqual(lines)
  })
  it('are each named once, at most eight, and nothing that is no measure', () => {
    expect(readLines('ms.crimes|ms.crimes|<script>|')).toEqual([{ metric: 'ms.crimes' }])
    expect(readLines(Array.from({ length: 20 }, (_, i) => `m.a${i}`).join('|'))).toHaveLength(8)
  })
  it('are those of the question where none are named', () => {
    const lines = linesOf({ of: 'sa.rape', area: 'E08000035' })
    expect(lines.map(({ metric }) => metric)).toEqual(['sa.rape', 'sa.daysToReport', 'sa.nonRecent'])
    expect(lines.every(({ area }) => area === 'E08000035')).toBe(true)
    expect(linesOf({ of: 'sa.rape', lines: 'ms.crimes' })).toEqual([{ metric: 'ms.crimes' }])
    expect(linesOf({})).toEqual([])
  })
})

describe('lines over the same months', () => {
  const event = (month: string, title: string): CalendarEvent => ({
    month,
    title,
    kind: 'event',
    detail: '',
    certain: true,
  })
  const a = metricPage([1, 2, 3], {
    from: '2024-01',
    page: { calendar: [event('2024-03', 'Both'), event('2024-02', 'Only here')] },
  })
  const b = metricPage([7, null, { value: 9, status: 'provisional' }], {
    from: '2024-02',
    page: { calendar: [event('2024-03', 'Both')] },
  })
  const whole = compared(
    [
      { line: { metric: 'a' }, page: a, onlyLabel: null },
      { line: { metric: 'b', area: 'x' }, page: b, onlyLabel: 'Violence' },
    ],
    'month',
  )
  it('lie on every month that any of them has, with gaps where one has none', () => {
    expect(whole.periods).toEqual(['2024-01', '2024-02', '2024-03', '2024-04'])
    expect(whole.lines.map(({ series }) => series.values)).toEqual([
      [1, 2, 3, null],
      [null, 7, null, 9],
    ])
    expect(whole.lines[1]?.series.provisional).toEqual([false, false, false, true])
    expect(whole.lines[1]?.name).toBe('Modern slavery crimes recorded, Violence')
  })
  it('share their events, each once, lettered in order of time', () => {
    expect(whole.events.map(({ letter, at, event: { title } }) => `${letter}${at} ${title}`)).toEqual([
      'A1 Only here',
      'B2 Both',
    ])
  })
})

describe('an index', () => {
  it('is 100 times the mean of the first year', () => {
    const values = [...Array.from({ length: 12 }, () => 50), 75, null]
    expect(indexed(values, 12)?.slice(-2)).toEqual([150, null])
  })
  it('is none where the first year is empty, all zero or hardly held', () => {
    expect(indexed([null, null], 12)).toBeNull()
    expect(
      indexed(
        Array.from({ length: 12 }, () => 0),
        12,
      ),
    ).toBeNull()
    expect(indexed([5, 5, null, null, null, null, null, null, null, null, null, null, 9], 12)).toBeNull()
  })
})

describe('what the companions say', () => {
  const evidence = (speaksFor: 'reporting' | 'harm' | 'neither') =>
    ({
      speaksFor,
      shown: 'up',
      ifReporting: 'up',
      ifHarm: 'down',
      reading: { metric: '', reason: '' },
    }) as never
  it('claims nothing from one alone', () => {
    expect(riseWords({ direction: 'rise', leans: 'thin', companions: [evidence('reporting')] })).toEqual({
      headline: 'The evidence is too thin for a verdict',
      detail: 'One companion alone tells better reporting from more harm here; at least two must agree.',
    })
  })
  it('says that it proves nothing where two agree, and names the fall for a fall', () => {
    const words = riseWords({
      direction: 'fall',
      leans: 'reporting',
      companions: [evidence('reporting'), evidence('reporting')],
    })
    expect(words.headline).toBe('What changed beside it is in line with less reporting')
    expect(words.detail).toMatch(/^Two companions moved .* That fits; it proves nothing\.$/)
  })
  it('names both sides where they disagree', () => {
    const words = riseWords({
      direction: 'rise',
      leans: 'mixed',
      companions: [evidence('reporting'), evidence('harm'), evidence('harm')],
    })
    expect(words.detail).toBe('One speaks for better reporting and two for more harm.')
  })
})

describe('trainings and campaigns over the periods of a comparison', () => {
  const series = (kind: string, values: readonly (number | null)[]) => ({
    key: { kind },
    labels: { kind },
    points: values.map((value, i) => ({
      period: `2026-0${i + 1}`,
      value,
      numerator: value,
      denominator: null,
      status: i === 2 ? ('provisional' as const) : ('final' as const),
    })),
  })
  it('lie in the months of the lines, with nothing said of months that they do not cover', () => {
    const answer = { series: [series('campaign', [0, 1, 2]), series('training', [3, null, 4])] }
    expect(eventRows(answer, ['2025-12', '2026-01', '2026-02', '2026-03'])).toEqual([
      { name: 'Trainings', values: [null, 3, null, 4], provisional: [false, false, false, true] },
      { name: 'Campaigns', values: [null, 0, 1, 2], provisional: [false, false, false, true] },
    ])
    expect(eventRows(undefined, ['2026-01'])).toEqual([])
  })
})
