import { niceTicks } from '../../../shared/figures/niceTicks.ts'

export interface IntervalRow {
  readonly name: string
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** Stands in the place of a value that there is not. */
  readonly marker: string | null
}

export interface IntervalModel {
  readonly ticks: readonly number[]
  readonly x: (value: number) => number
}

/** The scale of the dots: from zero, over every interval. */
export function intervalModel(
  rows: readonly IntervalRow[],
  whole: number | null,
  { left, right }: { left: number; right: number },
): IntervalModel {
  const values = rows
    .flatMap(({ value, lower, upper }) => [value, lower, upper])
    .filter((value) => value !== null)
  const all = whole === null ? values : [...values, whole]
  const ticks = niceTicks(Math.min(0, ...all), Math.max(0, ...all), {
    most: Math.max(2, Math.floor((right - left) / 90)),
  })
  const start = ticks[0] ?? 0
  const end = ticks.at(-1) ?? 1
  return {
    ticks,
    x: (value) => Math.round((left + ((value - start) / (end - start)) * (right - left)) * 10) / 10,
  }
}
