import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { EtsForm, EtsParameters, EtsState } from '../../../../shared/statistics/forecast/etsModel.ts'
import { fitEts } from '../../../../shared/statistics/forecast/fitEts.ts'
import {
  fitHoltWinters,
  holtWinters,
  holtWintersMean,
} from '../../../../shared/statistics/forecast/holtWinters.ts'
import type { HoltWintersOptions } from '../../../../shared/statistics/forecast/holtWinters.ts'
import { projectEts } from '../../../../shared/statistics/forecast/projectEts.ts'
import type { ForecastPoint } from '../../../../shared/statistics/forecast/projectEts.ts'
import { replayEts } from '../../../../shared/statistics/forecast/replayEts.ts'

type Expected = { h: number; mean: number } & Partial<Record<'lo80' | 'hi80' | 'lo95' | 'hi95', number>>

interface ForecastCase {
  id: string
  name: string
  model: string
  input: { frequency: number; values: number[] }
  params: Record<string, number>
  initialState: Record<string, number>
  finalState: Record<string, number>
  sigma2: number
  loglik: number
  aicc: number
  sse: number
  fittedFirst: number[]
  fittedLast: number[]
  h: number
  expected: Expected[]
  tolerance: {
    replayMeanRel: number
    replayIntervalRel: number | null
    fitMeanRel: number
    fitIntervalWidthRel: number
  }
}

const fixture = new URL('../../../fixtures/forecast.json', import.meta.url)
const cases = (JSON.parse(readFileSync(fixture, 'utf8')) as { cases: ForecastCase[] }).cases
const etsCases = cases.filter((each) => each.model.startsWith('ETS'))
const holtWintersCases = cases.filter((each) => each.model.startsWith('HoltWinters'))

function formOf(model: string): EtsForm {
  const [error, trend, season] = model.slice(4, -1).split(',')
  return { error, trend, season } as EtsForm
}

function parametersOf({ params }: ForecastCase): EtsParameters {
  return {
    alpha: params.alpha ?? NaN,
    beta: params.beta ?? 0,
    gamma: params.gamma ?? 0,
    phi: params.phi ?? 1,
  }
}

/** The fixture numbers seasons backwards: s1 is the latest, sm the one that comes round next. */
function stateOf(state: Record<string, number>, form: EtsForm, frequency: number): EtsState {
  const seasons = Array.from({ length: frequency }, (_, i) => state[`s${frequency - i}`] ?? NaN)
  return { level: state.l ?? NaN, slope: state.b ?? 0, seasons: form.season === 'N' ? [] : seasons }
}

function expectClose(actual: number | undefined, expected: number, relative: number) {
  expect(Math.abs((actual ?? NaN) - expected)).toBeLessThanOrEqual(relative * Math.abs(expected))
}

function expectStates(actual: EtsState, expected: EtsState, size: number) {
  const pairs = [
    [actual.level, expected.level],
    [actual.slope, expected.slope],
    ...expected.seasons.map((season, i) => [actual.seasons[i], season]),
  ]
  expect(actual.seasons.length).toBe(expected.seasons.length)
  for (const [got = NaN, want = NaN] of pairs) expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-9 * size)
}

function largestMeanGap(points: readonly ForecastPoint[], { expected, input }: ForecastCase): number {
  const size = input.values.reduce((sum, value) => sum + Math.abs(value), 0) / input.values.length
  return Math.max(...expected.map((want, i) => Math.abs((points[i]?.mean ?? NaN) - want.mean) / size))
}

function largestWidthGap(points: readonly ForecastPoint[], { expected }: ForecastCase): number {
  return Math.max(
    ...expected.map((want, i) => {
      const width = (want.hi95 ?? NaN) - (want.lo95 ?? NaN)
      return Math.abs(((points[i]?.hi95 ?? NaN) - (points[i]?.lo95 ?? NaN)) / width - 1)
    }),
  )
}

describe(`exponential smoothing replays ${etsCases.length} reference cases`, () => {
  it.each(etsCases)('$id $name', (each) => {
    const form = formOf(each.model)
    const { values, frequency } = each.input
    const parameters = parametersOf(each)
    const start = stateOf(each.initialState, form, frequency)
    const replay = replayEts(values, form, { parameters, start })
    each.fittedFirst.forEach((want, i) => expectClose(replay.fitted[i], want, each.tolerance.replayMeanRel))
    each.fittedLast.forEach((want, i) =>
      expectClose(replay.fitted.slice(-each.fittedLast.length)[i], want, each.tolerance.replayMeanRel),
    )
    const size = values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length
    expectStates(replay.finalState, stateOf(each.finalState, form, frequency), size)
    expectClose(replay.logLikelihood, each.loglik, 1e-9)
    const { sigma2, h: horizon } = each
    const points = projectEts(form, { parameters, state: replay.finalState, sigma2, horizon })
    expect(points.length).toBe(each.expected.length)
    each.expected.forEach((want, i) => {
      expectClose(points[i]?.mean, want.mean, each.tolerance.replayMeanRel)
      for (const end of ['lo80', 'hi80', 'lo95', 'hi95'] as const) {
        const gap = Math.abs((points[i]?.[end] ?? NaN) - (want[end] ?? NaN))
        const half = Math.abs((want[end] ?? NaN) - want.mean)
        expect(gap).toBeLessThanOrEqual((each.tolerance.replayIntervalRel ?? 0) * half + 1e-9 * size)
      }
    })
  })
})

describe(`our own fit is at least as good as ${etsCases.length} reference fits`, () => {
  it.each(etsCases)('$id $name', (each) => {
    const form = formOf(each.model)
    const { values, frequency } = each.input
    const fit = fitEts(values, form, { frequency })
    if (fit === null) throw new Error('no fit')
    const { parameters, sigma2 } = fit
    const points = projectEts(form, { parameters, state: fit.finalState, sigma2, horizon: each.h })
    const near =
      largestMeanGap(points, each) <= each.tolerance.fitMeanRel &&
      largestWidthGap(points, each) <= each.tolerance.fitIntervalWidthRel
    expect(near || fit.logLikelihood >= each.loglik).toBe(true)
    expect(fit.aicc).toBeLessThanOrEqual(each.aicc + 0.01)
  })
})

describe(`Holt–Winters replays and fits ${holtWintersCases.length} reference case`, () => {
  it.each(holtWintersCases)('$id $name', (each) => {
    const { values, frequency } = each.input
    const season = each.model.split(' ')[1] as HoltWintersOptions['season']
    const { alpha = NaN, beta = NaN, gamma = NaN } = each.params
    const run = holtWinters(values, { frequency, season }, { alpha, beta, gamma })
    expectClose(run.level, each.finalState.a ?? NaN, 1e-9)
    expectClose(run.trend, each.finalState.b ?? NaN, 1e-9)
    expect(run.seasons.length).toBe(frequency)
    run.seasons.forEach((value, i) => expectClose(value, each.finalState[`s${i + 1}`] ?? NaN, 1e-9))
    expectClose(run.sse, each.sse, 1e-9)
    each.expected.forEach(({ h, mean }) =>
      expectClose(holtWintersMean(run, h, season), mean, each.tolerance.replayMeanRel),
    )
    const own = holtWinters(values, { frequency, season }, fitHoltWinters(values, { frequency, season }))
    expect(own.sse).toBeLessThanOrEqual(each.sse * (1 + 1e-6))
  })
})
