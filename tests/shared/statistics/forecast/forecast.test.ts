import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EtsForm } from '../../../../shared/statistics/forecast/etsModel.ts'
import { forecast } from '../../../../shared/statistics/forecast/forecast.ts'
import { holtWinters } from '../../../../shared/statistics/forecast/holtWinters.ts'
import { nelderMead } from '../../../../shared/statistics/forecast/nelderMead.ts'
import { projectEts } from '../../../../shared/statistics/forecast/projectEts.ts'
import { quasiNewton } from '../../../../shared/statistics/forecast/quasiNewton.ts'

function repeatable(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return (state + 0.5) / 2 ** 32
  }
}

function bell(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())
}

function seasonal(length: number, seed: number): number[] {
  const random = repeatable(seed)
  return Array.from({ length }, (_, t) =>
    Math.round(200 + 60 * Math.sin((2 * Math.PI * t) / 12) + 6 * bell(random)),
  )
}

describe('forecast', () => {
  it('finds a clear yearly season and continues it', () => {
    const values = seasonal(120, 1)
    const made = forecast(values.slice(0, 108), { frequency: 12, horizon: 12, atLeast: 0 })
    if (made.refused !== null) throw new Error(made.refused)
    expect(made.model).toMatch(/,[AM]\)$/)
    expect(made.points.map((point) => point.ahead)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    const within = made.points.filter(({ lo95, hi95 }, i) => {
      const value = values[108 + i] ?? NaN
      return lo95 <= value && value <= hi95
    })
    expect(within.length).toBeGreaterThanOrEqual(10)
  })

  it('finds no season in plain noise', () => {
    const random = repeatable(3)
    const values = Array.from({ length: 72 }, () => Math.round(80 + 9 * bell(random)))
    const made = forecast(values, { frequency: 12, horizon: 3 })
    expect(made.refused === null && made.model).toMatch(/,N\)$/)
  })

  it('covers about the stated share of what comes next', { timeout: 60_000 }, () => {
    let held80 = 0
    let held95 = 0
    const runs = 150
    for (let seed = 0; seed < runs; seed++) {
      const random = repeatable(seed * 7919 + 1)
      const values = Array.from({ length: 61 }, () => 100 + 10 * bell(random))
      const made = forecast(values.slice(0, 60), { frequency: 1, horizon: 1 })
      const point = made.refused === null ? made.points[0] : undefined
      const next = values[60] ?? NaN
      if (point && point.lo80 <= next && next <= point.hi80) held80++
      if (point && point.lo95 <= next && next <= point.hi95) held95++
    }
    expect(held80 / runs).toBeGreaterThan(0.7)
    expect(held80 / runs).toBeLessThan(0.9)
    expect(held95 / runs).toBeGreaterThan(0.88)
  })

  it('never goes below the least possible value', () => {
    const random = repeatable(5)
    const counts = Array.from({ length: 60 }, () => Math.floor(random() * 3))
    const made = forecast(counts, { frequency: 12, horizon: 6, atLeast: 0 })
    if (made.refused !== null) throw new Error(made.refused)
    for (const { lo95, lo80, mean } of made.points)
      expect([lo95 >= 0, lo80 >= 0, mean >= 0]).toEqual([true, true, true])
  })

  it('refuses a short series, saying what it needs', () => {
    expect(forecast(seasonal(23, 1), { frequency: 12, horizon: 3 })).toEqual({
      refused: 'too short: a forecast needs 24 final values and there are 23',
    })
    expect(forecast([], { frequency: 1, horizon: 3 })).toMatchObject({ refused: /too short/ })
  })

  it('refuses a series with gaps, counting them, but starts late series at their first value', () => {
    const gapped = seasonal(40, 1).map((value, t) => (t === 7 || t === 39 ? null : value))
    expect(forecast(gapped, { frequency: 12, horizon: 3 })).toEqual({
      refused: 'gaps: 2 of 40 values are missing',
    })
    const late = [null, null, ...seasonal(36, 2)]
    expect(forecast(late, { frequency: 12, horizon: 3 })).toEqual(
      forecast(late.slice(2), { frequency: 12, horizon: 3 }),
    )
  })

  it('refuses a series that never changes', () => {
    const flat = Array.from({ length: 36 }, () => 4)
    expect(forecast(flat, { frequency: 12, horizon: 3 })).toMatchObject({
      refused: /every value is the same/,
    })
  })

  it('scales with the series', () => {
    const values = seasonal(60, 4)
    const [one, thousand] = [values, values.map((value) => value * 1000)].map((each) =>
      forecast(each, { frequency: 12, horizon: 4 }),
    )
    if (one?.refused !== null || thousand?.refused !== null) throw new Error('refused')
    expect(thousand.model).toBe(one.model)
    one.points.forEach((point, i) => {
      expect((thousand.points[i]?.mean ?? NaN) / point.mean).toBeCloseTo(1000, 2)
      expect((thousand.points[i]?.hi95 ?? NaN) / point.hi95).toBeCloseTo(1000, 2)
    })
  })

  it('never throws and never gives a range that is not a number', { timeout: 240_000 }, () => {
    const value = fc.oneof(
      fc.integer({ min: 0, max: 50 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    )
    const series = fc.oneof(
      fc.array(value, { minLength: 10, maxLength: 40 }),
      fc.array(fc.option(value), { maxLength: 40 }),
    )
    fc.assert(
      fc.property(series, fc.constantFrom(1, 4, 12), (values, frequency) => {
        const made = forecast(values, { frequency, horizon: 3, atLeast: 0 })
        if (made.refused !== null) return
        for (const { mean, lo80, hi80, lo95, hi95 } of made.points) {
          expect([mean, lo80, hi80, lo95, hi95].every(Number.isFinite)).toBe(true)
          expect(lo95 <= lo80 && lo80 <= mean && mean <= hi80 && hi80 <= hi95).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('ranges of multiplied errors', () => {
  const parameters = { alpha: 0.3, beta: 0.05, gamma: 0.2, phi: 0.95 }
  const seasons = { N: [], A: [8, -3, -5, 0], M: [1.3, 0.9, 0.7, 1.1] }

  /** Spread of simulated futures, by the definition of the model. */
  function simulatedSpread({ season }: EtsForm, sigma: number, horizon: number): number[] {
    const random = repeatable(11)
    const runs = 40_000
    const sums = Array.from({ length: horizon }, () => ({ total: 0, squares: 0 }))
    for (let run = 0; run < runs; run++) {
      let [level, slope] = [100, 2]
      const turning: number[] = [...seasons[season]]
      for (const sum of sums) {
        const base = level + parameters.phi * slope
        const now = turning.shift() ?? (season === 'M' ? 1 : 0)
        const mean = season === 'M' ? base * now : base + now
        const error = sigma * bell(random)
        const moved = season === 'M' ? base * error : mean * error
        level = base + parameters.alpha * moved
        slope = parameters.phi * slope + parameters.beta * moved
        if (season !== 'N')
          turning.push(
            season === 'M' ? now * (1 + parameters.gamma * error) : now + parameters.gamma * mean * error,
          )
        sum.total += mean * (1 + error)
        sum.squares += (mean * (1 + error)) ** 2
      }
    }
    return sums.map(({ total, squares }) => Math.sqrt(squares / runs - (total / runs) ** 2))
  }

  it.each(['N', 'A', 'M'] as const)('agree with simulated futures, season %s', (season) => {
    const form: EtsForm = { error: 'M', trend: 'Ad', season }
    const sigma = 0.06
    const points = projectEts(form, {
      parameters: { ...parameters, gamma: season === 'N' ? 0 : parameters.gamma },
      state: { level: 100, slope: 2, seasons: seasons[season] },
      sigma2: sigma ** 2,
      horizon: 7,
    })
    simulatedSpread(form, sigma, 7).forEach((spread, i) => {
      const { lo95 = NaN, hi95 = NaN } = points[i] ?? {}
      expect((hi95 - lo95) / (2 * 1.959964) / spread).toBeCloseTo(1, 1.5)
    })
  })
})

describe('searches', () => {
  it('reach the bottom of a curved valley', () => {
    const valley = ([x = 0, y = 0]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2
    for (const { at } of [
      nelderMead(valley, [-1, 1], { most: 2000, tolerance: 1e-14 }),
      quasiNewton(valley, [-1, 1], { most: 500, tolerance: 1e-14 }),
    ]) {
      expect(at[0]).toBeCloseTo(1, 2)
      expect(at[1]).toBeCloseTo(1, 2)
    }
  })
})

describe('Holt–Winters', () => {
  it('reproduces a straight line with a multiplied season exactly', () => {
    const factors = [1.2, 0.8, 0.9, 1.1]
    const values = Array.from({ length: 16 }, (_, t) => 50 * (factors[t % 4] ?? 1))
    const run = holtWinters(
      values,
      { frequency: 4, season: 'multiplicative' },
      { alpha: 0.2, beta: 0.1, gamma: 0.1 },
    )
    expect(run.level).toBeCloseTo(50, 9)
    expect(run.trend).toBeCloseTo(0, 9)
    expect(run.sse).toBeCloseTo(0, 9)
  })

  it('refuses fewer than two cycles', () => {
    const options = { frequency: 4, season: 'additive' } as const
    expect(() => holtWinters([1, 2, 3], options, { alpha: 0.2, beta: 0.1, gamma: 0.1 })).toThrow('too short')
  })
})
