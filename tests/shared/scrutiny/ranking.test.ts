import { describe, expect, test } from 'vitest'
import { foldSignals } from '../../../shared/scrutiny/folding.ts'
import { certaintyWords, noveltyOf, rankOf } from '../../../shared/scrutiny/ranking.ts'
import { bradford, leeds, shift, signal, whole } from './signals.ts'

describe('the rank of a signal', () => {
  const plain = { p: 0.001, size: 0.2, novelty: 0, reach: 100 }

  test('is highest for a new, certain doubling that concerns ten thousand people', () => {
    expect(rankOf({ p: 1e-9, size: 1, novelty: 1, reach: 10_000 }).score).toBeCloseTo(1, 4)
    expect(rankOf({ p: 1, size: 0, novelty: 0, reach: 0 }).score).toBe(0)
  })

  test('rises with certainty, size, novelty and reach, each by itself', () => {
    const { score } = rankOf(plain)
    for (const more of [{ p: 0.0001 }, { size: 0.4 }, { novelty: 1 }, { reach: 1_000 }])
      expect(rankOf({ ...plain, ...more }).score, JSON.stringify(more)).toBeGreaterThan(score)
  })

  test('takes a fall for as large as a rise, and a fact for sure', () => {
    expect(rankOf({ ...plain, size: -0.2 }).score).toBe(rankOf(plain).score)
    expect(rankOf({ ...plain, p: null }).score).toBeGreaterThan(rankOf({ ...plain, p: 1e-5 }).score)
  })

  test('what was there before is new by as much as it has grown', () => {
    expect(noveltyOf(0.3, null)).toBe(1)
    expect(noveltyOf(0.3, { size: 0.3 })).toBe(0)
    expect(noveltyOf(0.3, { size: 0.2 })).toBeCloseTo(0.5)
    expect(noveltyOf(0.2, { size: 0.3 })).toBe(0)
  })

  test('says how sure it is in words', () => {
    expect([null, 1e-6, 5e-4, 4e-3].map((p) => certaintyWords({ p }))).toEqual([
      'A fact, not a judgement',
      'Very strong evidence',
      'Strong evidence',
      'Moderate evidence',
    ])
  })
})

describe('signals of one event', () => {
  test('fold into one, which the only area that shows it leads', () => {
    const [event, ...rest] = foldSignals([
      signal({ place: whole, p: 1e-8 }),
      signal(),
      signal({ facts: { kind: 'yearChange', now: 70, base: 40, since: '2026-07', length: 3, spanned: [] } }),
    ])
    expect(rest).toEqual([])
    expect(event).toMatchObject({ id: 'ms.crimes.up', head: { place: leeds } })
    expect(event?.also).toHaveLength(2)
  })

  test('are led by the whole where several areas show it', () => {
    const [event] = foldSignals([signal(), signal({ place: bradford }), signal({ place: whole, p: 0.004 })])
    expect(event?.head.place).toEqual(whole)
  })

  test('keep their rank from the strongest of them', () => {
    const strong = signal({ place: bradford, p: 1e-9 })
    const [event] = foldSignals([signal({ place: whole, p: 0.004 }), signal(), strong])
    expect(event?.rank.score).toBe(rankOf(strong).score)
  })

  test('of opposite directions or other measures stay apart', () => {
    const events = foldSignals([
      signal(),
      signal({ direction: 'down', place: bradford }),
      signal({ metric: 'sa.rape', facts: { ...shift, now: 99 } as typeof shift }),
    ])
    expect(events.map(({ id }) => id).toSorted()).toEqual(['ms.crimes.down', 'ms.crimes.up', 'sa.rape.up'])
  })

  test('an area apart from others joins its own rise, and stands alone without one', () => {
    const outlier = signal({ facts: { kind: 'outlier', value: 3, others: 2, unit: 'rate', per: 1000 } })
    expect(foldSignals([signal(), outlier]).map(({ id }) => id)).toEqual(['ms.crimes.up'])
    expect(
      foldSignals([signal({ place: bradford }), outlier])
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['ms.crimes.apart', 'ms.crimes.up'])
  })

  test('restated figures of a measure are one, which says how many', () => {
    const restated = (period: string, was: number) =>
      signal({
        period,
        p: null,
        size: was / 100,
        facts: {
          kind: 'restated',
          was,
          now: 50,
          submission: 13,
          on: '2026-05-13',
          restatement: 'correction',
          reason: null,
          figures: 1,
        },
      })
    const [event, ...rest] = foldSignals([restated('2025-12', 36), restated('2025-11', 30)])
    expect(rest).toEqual([])
    expect(event?.head).toMatchObject({ period: '2025-12', facts: { figures: 2 } })
  })

  test('the same figures under two measures are told once', () => {
    const events = foldSignals([
      signal({ metric: 'intel.submissions' }),
      signal({ metric: 'intel.modernSlavery' }),
    ])
    expect(events).toHaveLength(1)
    expect(events[0]?.also).toHaveLength(1)
  })
})
