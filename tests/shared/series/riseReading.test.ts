import { describe, expect, it } from 'vitest'
import { metrics } from '../../../shared/metrics/catalogue.ts'
import { readingsOf, type CompanionReading } from '../../../shared/metrics/companionReadings.ts'
import { riseReading } from '../../../shared/series/riseReading.ts'
import type { Variation } from '../../../shared/series/scorecard.ts'

const high: Variation = { kind: 'neutral', direction: 'high', detail: '' }
const low: Variation = { kind: 'neutral', direction: 'low', detail: '' }
const common: Variation = { kind: 'common' }
const reading = (metric: string, ifReporting: 'up' | 'down' | 'steady', ifHarm: 'up' | 'down' | 'steady') =>
  ({ metric, ifReporting, ifHarm, reason: '' }) satisfies CompanionReading
const repeats = reading('repeats', 'down', 'up')
const waiting = reading('waiting', 'down', 'steady')
const either = reading('either', 'up', 'up')
const read = (own: Variation, ...companions: [CompanionReading, Variation | null][]) =>
  riseReading(
    own,
    companions.map(([each, variation]) => ({ reading: each, variation })),
  )

describe('whether a rise is good news', () => {
  it('leans to an account that two companions speak for and none against', () => {
    expect(read(high, [repeats, low], [waiting, low]).leans).toBe('reporting')
    expect(read(high, [repeats, high], [reading('b', 'steady', 'up'), high]).leans).toBe('harm')
  })
  it('gives no verdict on one companion, nor when two disagree', () => {
    expect(read(high, [repeats, low]).leans).toBe('thin')
    expect(read(high, [repeats, low], [waiting, low], [reading('c', 'steady', 'up'), high]).leans).toBe(
      'mixed',
    )
  })
  it('takes no move, and what cannot be judged, for no evidence', () => {
    const { leans, companions } = read(
      high,
      [reading('calm', 'up', 'steady'), common],
      [waiting, { kind: 'unjudged', reason: 'too few' }],
      [repeats, null],
    )
    expect(leans).toBe('thin')
    expect(companions.map(({ speaksFor }) => speaksFor)).toEqual(['neither', 'neither', 'neither'])
    expect(companions.map(({ shown }) => shown)).toEqual(['steady', null, null])
  })
  it('takes a move that both accounts expect for no evidence', () => {
    expect(read(high, [either, high], [either, high]).leans).toBe('thin')
  })
  it('turns every expectation round when the measure fell', () => {
    const fall = read(low, [repeats, high], [waiting, high])
    expect([fall.direction, fall.leans]).toEqual(['fall', 'reporting'])
    expect(fall.companions[0]).toMatchObject({ ifReporting: 'up', ifHarm: 'down' })
  })
  it('has nothing to explain where nothing moved by more than usual', () => {
    expect(read(common, [repeats, low], [waiting, low])).toMatchObject({ direction: 'none', leans: 'thin' })
  })
})

describe('the readings of companions', () => {
  const subjects = metrics.filter(({ id }) => readingsOf(id).length > 0)
  it('are of measures that exist, for measures that carry no judgement of their own', () => {
    expect(subjects.length).toBeGreaterThan(5)
    const ids = new Set(metrics.map(({ id }) => id))
    for (const { id, polarity } of subjects) {
      expect(polarity.direction).toBe('neutral')
      for (const { metric, reason } of readingsOf(id)) {
        expect(ids.has(metric), metric).toBe(true)
        expect(metric).not.toBe(id)
        expect(reason).toMatch(/\.$/)
      }
    }
  })
  it('could tell the two apart for each of them', () => {
    for (const { id } of subjects) {
      const telling = readingsOf(id).filter(({ ifReporting, ifHarm }) => ifReporting !== ifHarm)
      expect(telling.length, id).toBeGreaterThanOrEqual(2)
    }
  })
})
