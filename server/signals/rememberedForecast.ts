import { forecast, type Forecast, type ForecastOptions } from '../../shared/statistics/forecast/forecast.ts'

const kept = 500
const answers = new Map<string, Forecast>()

/**
 * What `forecast` gives, worked out once for the same values: fitting every form takes long enough to keep other readers
 * waiting. It rests on nothing but what it is given, so that nothing makes it out of date.
 */
export function rememberedForecast(values: readonly (number | null)[], options: ForecastOptions): Forecast {
  const key = JSON.stringify([values, options])
  const known = answers.get(key)
  const answer = known ?? forecast(values, options)
  // Newest last, so that the one longest unasked goes.
  answers.delete(key)
  answers.set(key, answer)
  const oldest = answers.keys().next().value
  if (answers.size > kept && oldest !== undefined) answers.delete(oldest)
  return answer
}
