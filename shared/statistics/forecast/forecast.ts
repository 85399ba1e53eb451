import { etsName } from './etsModel.ts'
import type { EtsForm } from './etsModel.ts'
import { fitEts } from './fitEts.ts'
import type { EtsFit } from './fitEts.ts'
import type { EtsEstimate } from './fitPlainEts.ts'
import { projectEts } from './projectEts.ts'
import type { ForecastPoint } from './projectEts.ts'

/** A forecast with the model that made it, or the plain reason why there is none. */
export type Forecast =
  | { refused: string }
  | { refused: null; model: string; fit: EtsFit; points: ForecastPoint[] }

export interface ForecastOptions {
  /** Periods in a year: 12 for months, 4 for quarters, 1 for years. */
  frequency: number
  /** How many periods ahead. */
  horizon: number
  /** Least possible value, 0 for counts and shares: means and ranges are cut off there. */
  atLeast?: number
  /** Greatest possible value, 100 for a percentage. */
  atMost?: number
}

/** The fewest values a forecast rests on: two full cycles, and never fewer than twelve (ten for years). */
function fewestForForecast(frequency: number): number {
  return frequency <= 1 ? 10 : Math.max(12, 2 * frequency)
}

/**
 * Forecasts a series by exponential smoothing. Every sensible form (error added or multiplied; no trend, a trend,
 * a damped one; no season, added, multiplied) is fitted, and the lowest corrected Akaike score wins. Give only
 * final values, in order; the forecast starts right after the last. Refuses, with the reason, a series that is
 * short, has gaps, or never changes. Leading nulls are skipped.
 */
export function forecast(values: readonly (number | null)[], options: ForecastOptions): Forecast {
  const first = values.findIndex((value) => value !== null)
  const held = first < 0 ? [] : values.slice(first)
  const present = held.filter((value) => value !== null)
  const fewest = fewestForForecast(options.frequency)
  const gaps = held.length - present.length
  if (present.length < fewest) {
    return { refused: `too short: a forecast needs ${fewest} final values and there are ${present.length}` }
  }
  if (gaps > 0) return { refused: `gaps: ${gaps} of ${held.length} values are missing` }
  if (present.every((value) => value === present[0])) {
    return { refused: 'every value is the same, so nothing shows how far the next may differ' }
  }
  const fit = bestFit(present, options.frequency)
  if (fit === null) return { refused: 'no model fits this series' }
  const points = projectEts(fit.form, {
    ...options,
    parameters: fit.parameters,
    state: fit.finalState,
    sigma2: fit.sigma2,
  })
  if (points.some((point) => Object.values(point).some((value) => !Number.isFinite(value)))) {
    return { refused: 'no model fits this series' }
  }
  return {
    refused: null,
    model: etsName(fit.form),
    fit,
    points: points.map((point) => cutOff(point, options)),
  }
}

/** The fit with the lowest corrected Akaike score among all sensible forms; null when none can be fitted. */
function bestFit(values: readonly number[], frequency: number): EtsFit | null {
  const plainFits = new Map<string, EtsEstimate>()
  const fits = sensibleForms(frequency).flatMap(
    (form) => fitEts(values, form, { frequency, plainFits }) ?? [],
  )
  return fits.toSorted((a, b) => a.aicc - b.aicc).at(0) ?? null
}

/** Forms that are numerically sound: an added error never goes with a multiplied season. */
function sensibleForms(frequency: number): EtsForm[] {
  const seasons: readonly EtsForm['season'][] = frequency > 1 ? ['N', 'A', 'M'] : ['N']
  return (['A', 'M'] as const).flatMap((error) =>
    (['N', 'A', 'Ad'] as const).flatMap((trend) =>
      seasons.flatMap((season) => (error === 'A' && season === 'M' ? [] : { error, trend, season })),
    ),
  )
}

function cutOff(
  point: ForecastPoint,
  { atLeast = -Infinity, atMost = Infinity }: ForecastOptions,
): ForecastPoint {
  const cut = (value: number) => Math.min(atMost, Math.max(atLeast, value))
  return {
    ahead: point.ahead,
    mean: cut(point.mean),
    lo80: cut(point.lo80),
    hi80: cut(point.hi80),
    lo95: cut(point.lo95),
    hi95: cut(point.hi95),
  }
}
