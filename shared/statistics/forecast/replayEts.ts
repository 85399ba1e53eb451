import type { EtsForm, EtsParameters, EtsState } from './etsModel.ts'

/** A model run through a series: one-step forecasts, the state after it, and how well it did. */
export interface EtsReplay {
  fitted: number[]
  finalState: EtsState
  /** Sum of squared errors; relative errors (error over forecast) where the error is multiplicative. */
  sse: number
  /** Log-likelihood up to the constant that all models of a series share; −Infinity where it cannot be. */
  logLikelihood: number
}

/**
 * Runs an exponential smoothing model through a series from a starting state. With error e = value − forecast:
 * level = level + phi slope + alpha e, slope = phi slope + beta e, season = season + gamma e; a multiplicative
 * season divides e by the season (for level and slope) or the level (for the season). The kind of error changes
 * only how errors are weighed, not the path.
 *
 * Level 10, alpha 0.5, values [12, 11]: forecasts 10 and 11, last level 11.
 */
export function replayEts(values: readonly number[], form: EtsForm, run: EtsRun): EtsReplay {
  const fitted = values.map(() => 0)
  const seasons = openingSeasons(form, run.start)
  const { level, slope, sse, logLikelihood } = runEts(values, form, { ...run, seasons, fitted })
  const place = values.length % seasons.length
  const turned = [...seasons.slice(place), ...seasons.slice(0, place)]
  return {
    fitted,
    finalState: { level, slope, seasons: form.season === 'N' ? [] : turned },
    sse,
    logLikelihood,
  }
}

/** The log-likelihood alone, for searches that run a model many thousand times. */
export function etsLikelihood(values: readonly number[], form: EtsForm, run: EtsRun): number {
  return runEts(values, form, { ...run, seasons: openingSeasons(form, run.start), fitted: null })
    .logLikelihood
}

/** The one-step forecasts alone. */
export function etsForecasts(values: readonly number[], form: EtsForm, run: EtsRun): number[] {
  const fitted = values.map(() => 0)
  runEts(values, form, { ...run, seasons: openingSeasons(form, run.start), fitted })
  return fitted
}

/** Where a run begins and by which parameters. */
export interface EtsRun {
  parameters: EtsParameters
  start: EtsState
}

function openingSeasons(form: EtsForm, { seasons }: EtsState): number[] {
  return seasons.length === 0 ? [form.season === 'M' ? 1 : 0] : [...seasons]
}

/** Writes the moving seasons, and the forecasts if asked, in place: this is the innermost loop of every fit. */
function runEts(
  values: readonly number[],
  form: EtsForm,
  { parameters, start, seasons, fitted }: EtsRun & { seasons: number[]; fitted: number[] | null },
) {
  const { alpha, beta, gamma, phi } = parameters
  const multiplied = form.season === 'M'
  const relative = form.error === 'M'
  let { level, slope } = start
  let sse = 0
  let logForecasts = 0
  let product = 1
  let place = 0
  for (let t = 0; t < values.length; t++) {
    const value = values[t] ?? 0
    const season = seasons[place] ?? 0
    const base = level + phi * slope
    const forecast = multiplied ? base * season : base + season
    const error = value - forecast
    const moved = multiplied ? error / season : error
    if (fitted !== null) fitted[t] = forecast
    level = base + alpha * moved
    slope = phi * slope + beta * moved
    seasons[place] = season + (multiplied ? (gamma * error) / base : gamma * error)
    place = place + 1 === seasons.length ? 0 : place + 1
    if (!relative) sse += error * error
    else if (forecast > 0) {
      sse += (error / forecast) ** 2
      product *= forecast
      // One logarithm serves many forecasts; taken before the product leaves the range of numbers.
      if (product > 1e150 || product < 1e-150) {
        logForecasts += Math.log(product)
        product = 1
      }
    } else return { level, slope, sse: Infinity, logLikelihood: -Infinity }
  }
  const logLikelihood = -0.5 * values.length * Math.log(sse) - logForecasts - Math.log(product)
  return { level, slope, sse, logLikelihood: Number.isNaN(logLikelihood) ? -Infinity : logLikelihood }
}
