import type { ChartPoint } from './controlModel.ts'

export interface RestatedMark {
  readonly point: ChartPoint
  readonly was: number
  /** Only the one that moved most, and far, is labelled on the chart; the list beside it holds them all. */
  readonly labelled: boolean
}

/** Corrected points whose old value can be told apart from the new one on the chart. */
export function restatedMarks(points: readonly ChartPoint[], y: (value: number) => number): RestatedMark[] {
  const moved = points.flatMap((point) => {
    const { was, value } = point
    if (was === null || value === null) return []
    const distance = Math.abs(y(was) - y(value))
    return distance < 5 ? [] : [{ point, was, distance }]
  })
  const furthest = moved
    .filter(({ distance }) => distance >= 40)
    .toSorted((a, b) => b.distance - a.distance)
    .slice(0, 1)
  return moved.map(({ point, was }) => ({
    point,
    was,
    labelled: furthest.some((each) => each.point === point),
  }))
}
