/**
 * The form of an exponential smoothing model: how the error acts (Additive or Multiplicative), the trend (None,
 * Additive, or Additive and damped: Ad) and the season (None, Additive, Multiplicative).
 */
export interface EtsForm {
  error: 'A' | 'M'
  trend: 'N' | 'A' | 'Ad'
  season: 'N' | 'A' | 'M'
}

/**
 * Smoothing parameters in the state-space form of Hyndman, Koehler, Ord and Snyder (2008): the trend moves by
 * beta × error and the season by gamma × error. Those a form does not use are 0, and phi is 1 unless damped.
 */
export interface EtsParameters {
  alpha: number
  beta: number
  gamma: number
  phi: number
}

/** Level, slope and one season per period of the cycle; the first season is that of the next period to come. */
export interface EtsState {
  level: number
  slope: number
  seasons: readonly number[]
}

/** The model's usual name: ETS(A,Ad,N). */
export function etsName({ error, trend, season }: EtsForm): string {
  return `ETS(${error},${trend},${season})`
}

/** How many numbers a model estimates, its starting state included and the error's variance left out. */
export function parameterCount({ trend, season }: EtsForm, frequency: number): number {
  return 2 + (trend === 'N' ? 0 : 2) + (trend === 'Ad' ? 1 : 0) + (season === 'N' ? 0 : frequency)
}
