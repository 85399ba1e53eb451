import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ControlProfileName } from '../../../shared/statistics/controlProfile.ts'
import type { ImprovementDirection } from '../../../shared/statistics/pointType.ts'
import { chartOf, monthly } from './controlPoints.ts'

const profile = fc.constantFrom<ControlProfileName>('NHSRplotthedots', 'Making Data Count')
const direction = fc.constantFrom<ImprovementDirection>('increase', 'decrease', 'neutral')
const anyValue = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { freq: 8 })
const smallValue = fc.option(fc.integer({ min: 0, max: 30 }), { freq: 12 })
const flipped = { increase: 'decrease', decrease: 'increase', neutral: 'neutral' } as const

test('no finite numbers and nulls make a chart throw or show a number that is not one', () => {
  const options = fc.record({
    profile,
    direction,
    target: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    rebase: fc.subarray(['2020-06', '2021-04', '2021-05', '2022-01']),
    fixAfterNPoints: fc.option(fc.integer({ min: 12, max: 20 })),
  })
  fc.assert(
    fc.property(fc.array(anyValue, { maxLength: 40 }), fc.nat(6), options, (values, provisional, chosen) => {
      const chart = chartOf(monthly(values, provisional), chosen)
      expect(chart.points).toHaveLength(values.length)
      const numbers = chart.segments
        .flatMap((segment) => Object.values(segment))
        .filter((v) => typeof v === 'number')
      expect(numbers.filter((number) => !Number.isFinite(number))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('a series in another unit is judged alike, and its lines are in that unit', () => {
  fc.assert(
    fc.property(
      fc.array(smallValue, { maxLength: 40 }),
      profile,
      direction,
      fc.constantFrom(0.125, 0.5, 4, 1024),
      (values, named, way, k) => {
        const chart = chartOf(monthly(values), { profile: named, direction: way, target: 12 })
        const scaled = chartOf(monthly(values.map((y) => (y === null ? null : y * k))), {
          profile: named,
          direction: way,
          target: 12 * k,
        })
        const judgement = (of: typeof chart) =>
          of.points.map(({ side, outside, close, rule, type }) => [side, outside, close, rule, type])
        expect(judgement(scaled)).toEqual(judgement(chart))
        expect([scaled.variationIcon, scaled.assurance]).toEqual([chart.variationIcon, chart.assurance])
        const lines = chart.segments.map(({ mean, lpl, upl }) =>
          [mean, lpl, upl].map((line) => line && line * k),
        )
        expect(scaled.segments.map(({ mean, lpl, upl }) => [mean, lpl, upl])).toEqual(lines)
      },
    ),
    { numRuns: 1000 },
  )
})

test('a series upside down, with the better way turned too, means the same', () => {
  fc.assert(
    fc.property(fc.array(smallValue, { maxLength: 40 }), profile, direction, (values, named, way) => {
      const untied = values.map((y, i) => (y === null ? null : 2 * y + (i % 2)))
      const chart = chartOf(monthly(untied), { profile: named, direction: way, target: 12 })
      const mirror = chartOf(monthly(untied.map((y) => (y === null ? null : -y))), {
        profile: named,
        direction: flipped[way],
        target: -12,
      })
      const turned = (text: string) =>
        text.replace(
          /high|low|up|down/,
          (word) => ({ high: 'low', low: 'high', up: 'down', down: 'up' })[word] ?? word,
        )
      expect(mirror.points.map(({ rule }) => turned(rule))).toEqual(chart.points.map(({ rule }) => rule))
      const meaning = (type: string) => (way === 'neutral' ? turned(type) : type)
      expect(mirror.points.map(({ type }) => meaning(type))).toEqual(chart.points.map(({ type }) => type))
      expect(mirror.assurance).toBe(chart.assurance)
    }),
    { numRuns: 1000 },
  )
})
