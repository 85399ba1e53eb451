import { nelderMead } from './nelderMead.ts'

/** Classical smoothing constants: of the level, the trend and the season's own smoothing. */
export interface HoltWintersParameters {
  alpha: number
  beta: number
  gamma: number
}

/** A Holt–Winters run: the last level, trend per period and the seasons of the next cycle. */
export interface HoltWintersRun {
  level: number
  trend: number
  seasons: number[]
  /** One-step forecasts, from the second cycle on. */
  fitted: number[]
  sse: number
}

export interface HoltWintersOptions {
  frequency: number
  season: 'additive' | 'multiplicative'
}

/**
 * The classical Holt–Winters recursion (Winters 1960) with starting values from the first two cycles: a straight
 * line through their moving average, and the mean departure from it of each season, as R's stats::HoltWinters
 * does. Needs two full cycles of at least two periods; throws on fewer.
 */
export function holtWinters(
  values: readonly number[],
  { frequency, season }: HoltWintersOptions,
  { alpha, beta, gamma }: HoltWintersParameters,
): HoltWintersRun {
  if (frequency < 2 || values.length < 2 * frequency)
    throw new Error(`too short for Holt–Winters: ${values.length}`)
  const multiplied = season === 'multiplicative'
  let { level, trend, seasons } = startingValues(values, { frequency, season })
  const fitted: number[] = []
  let sse = 0
  values.slice(frequency).forEach((value, t) => {
    const place = t % frequency
    const old = seasons[place] ?? 0
    const base = level + trend
    const expected = multiplied ? base * old : base + old
    fitted.push(expected)
    sse += (value - expected) ** 2
    const before = level
    level = alpha * (multiplied ? value / old : value - old) + (1 - alpha) * base
    trend = beta * (level - before) + (1 - beta) * trend
    seasons = seasons.with(place, gamma * (multiplied ? value / level : value - level) + (1 - gamma) * old)
  })
  const turn = values.length % frequency
  return { level, trend, seasons: [...seasons.slice(turn), ...seasons.slice(0, turn)], fitted, sse }
}

/** The constants, each between 0 and 1, with the least squared error. */
export function fitHoltWinters(
  values: readonly number[],
  options: HoltWintersOptions,
): HoltWintersParameters {
  const share = (free = 0) => 1 / (1 + Math.exp(-free))
  const at = (free: readonly number[]): HoltWintersParameters => ({
    alpha: share(free[0]),
    beta: share(free[1]),
    gamma: share(free[2]),
  })
  const openings = [-5, -1, 1].flatMap((a) => [-5, -2, 0].flatMap((b) => [-4, -2, 0].map((c) => [a, b, c])))
  const height = (free: readonly number[]) => holtWinters(values, options, at(free)).sse
  const best = openings
    .toSorted((a, b) => height(a) - height(b))
    .slice(0, 4)
    .map((start) => nelderMead(height, start, { step: 1, tolerance: 1e-10 }))
    .toSorted((a, b) => a.value - b.value)
    .at(0)
  return at(best?.at ?? [])
}

/** The expected value so many periods after the last: level + ahead × trend, with its season. */
export function holtWintersMean(
  run: HoltWintersRun,
  ahead: number,
  season: HoltWintersOptions['season'],
): number {
  const base = run.level + ahead * run.trend
  const factor = run.seasons[(ahead - 1) % run.seasons.length] ?? 0
  return season === 'multiplicative' ? base * factor : base + factor
}

function startingValues(values: readonly number[], { frequency, season }: HoltWintersOptions) {
  const twoCycles = values.slice(0, 2 * frequency)
  const half = Math.floor(frequency / 2)
  const even = frequency % 2 === 0
  const smooth = twoCycles.map((_, t) => {
    if (t < half || t + half >= twoCycles.length) return null
    const window = twoCycles.slice(t - half, t + half + 1)
    const ends = even ? ((window[0] ?? 0) + (window.at(-1) ?? 0)) / 2 : 0
    return (window.reduce((sum, each) => sum + each, 0) - ends) / frequency
  })
  const departures = Array.from({ length: frequency }, (_, place) => {
    const each = [place, place + frequency].flatMap((t) => {
      const middle = smooth[t] ?? null
      const value = twoCycles[t] ?? 0
      if (middle === null) return []
      return [season === 'multiplicative' ? value / middle : value - middle]
    })
    return each.reduce((sum, value) => sum + value, 0) / each.length
  })
  const centre = departures.reduce((sum, each) => sum + each, 0) / frequency
  const line = lineThrough(smooth.filter((each) => each !== null))
  return {
    level: line.level,
    trend: line.trend,
    seasons: departures.map((each) => (season === 'multiplicative' ? each / centre : each - centre)),
  }
}

/** Least squares over 1, 2, 3 …: the value at 0 and the rise per step. */
function lineThrough(heights: readonly number[]): { level: number; trend: number } {
  const middle = (heights.length + 1) / 2
  const mean = heights.reduce((sum, each) => sum + each, 0) / heights.length
  const above = heights.reduce((sum, each, i) => sum + (i + 1 - middle) * (each - mean), 0)
  const below = heights.reduce((sum, _, i) => sum + (i + 1 - middle) ** 2, 0)
  const trend = below === 0 ? 0 : above / below
  return { level: mean - trend * middle, trend }
}
