import type { ForecastView } from '../../../shared/series/metricPage.ts'

export interface ForecastStep {
  readonly x: number
  readonly mean: number
  readonly lower80: number
  readonly upper80: number
  readonly lower95: number
  readonly upper95: number
}

interface Placed {
  readonly x: number
  readonly period: string
  readonly value: number | null
}

/**
 * The forecast as a fan that opens from the last final point; none where it was refused. Its first periods may lie
 * under provisional points, the others beyond the end of the figures.
 */
export function forecastSteps(
  forecast: ForecastView,
  points: readonly Placed[],
  lastFinal: number,
): readonly ForecastStep[] {
  const origin = points[lastFinal]
  if ('refused' in forecast || !origin || origin.value === null) return []
  const value = origin.value
  const start = { x: origin.x, mean: value, lower80: value, upper80: value, lower95: value, upper95: value }
  const held = new Map(points.map(({ period, x }) => [period, x]))
  let beyond = points.length - 1
  return [
    start,
    ...forecast.points.map((point) => {
      const x = held.get(point.period)
      if (x !== undefined) return { ...point, x }
      beyond += 1
      return { ...point, x: beyond }
    }),
  ]
}
