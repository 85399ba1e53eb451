import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { controlChart } from '../../../shared/statistics/controlChart.ts'
import type { ControlPoint } from '../../../shared/statistics/controlPoint.ts'
import { controlProfile } from '../../../shared/statistics/controlProfile.ts'
import type { ImprovementDirection } from '../../../shared/statistics/pointType.ts'
import { expectFields } from './fixtures.ts'

interface Expected {
  error?: true
  segments: Record<string, unknown>[]
  points: Record<string, unknown>[]
  variationIcon: string
  assurance: string | null
}
interface Case {
  id: string
  name: string
  options: {
    improvementDirection: ImprovementDirection
    target: number | null
    screenOutliers: boolean
    rebase: string[]
    fixAfterNPoints: number | null
    trendPoints: number
    shiftPoints: number
    twoOfThreeIncludesOutside: boolean
  }
  input: ControlPoint[]
  expected: Expected
}

const copied = new URL('../../fixtures/spc.json', import.meta.url)
const publicSeries = new URL('../../../../shared/fixtures/spc-public-series.json', import.meta.url)

describe('a control chart gives the results of NHSRplotthedots', () => {
  const cases = casesIn(copied)
  for (const each of cases) test(`${each.id}: ${each.name}`, () => check(each))
  test(`on ${cases.length} cases of fixtures/spc.json`, () => expect(cases.length).toBeGreaterThan(0))
})

const present = existsSync(publicSeries)
describe.skipIf(!present)('a control chart gives the results of NHSRplotthedots on public NHS series', () => {
  const cases = present ? casesIn(publicSeries) : []
  for (const each of cases) test(`${each.id}: ${each.name}`, () => check(each))
  test(`on ${cases.length} cases of ../shared/fixtures/spc-public-series.json (skipped where absent)`, () => {
    expect(cases.length).toBeGreaterThan(0)
  })
})

function casesIn(file: URL): Case[] {
  return JSON.parse(readFileSync(file, 'utf8')).cases
}

function check({ options, input, expected }: Case): void {
  const result = controlChart(input, {
    profile: {
      ...controlProfile('NHSRplotthedots'),
      screensMovingRanges: options.screenOutliers,
      twoOfThreeIncludesOutside: options.twoOfThreeIncludesOutside,
      trendPoints: options.trendPoints,
      shiftPoints: options.shiftPoints,
    },
    direction: options.improvementDirection,
    target: options.target,
    rebase: options.rebase,
    fixAfterNPoints: options.fixAfterNPoints,
  })
  if (expected.error) {
    expect(result.kind).toBe('refused')
    return
  }
  if (result.kind !== 'chart') throw new Error(result.reason)
  expectFields(result, expected, { relative: 1e-9, absolute: 1e-12 })
}
