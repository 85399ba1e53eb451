import type { ControlChartView } from '../../../shared/series/metricPage.ts'
import type { Point } from '../../../shared/series/series.ts'
import type { Sorting } from '../../parts/SortHead.tsx'

export type SortColumn = 'period' | 'value' | 'base' | 'change' | 'lower' | 'mean' | 'upper'

/** The rows of the table in the order asked for; rows without that figure come last either way, newest first. */
export function sortedPoints(
  points: readonly Point[],
  { by, falling }: Sorting<SortColumn>,
  judged: ReadonlyMap<string, ControlChartView['points'][number]>,
): Point[] {
  const newest = points.toReversed()
  if (by === 'period') return falling ? newest : [...points]
  const figure = (point: Point): number | null => {
    switch (by) {
      case 'value':
        return point.value
      case 'base':
        return point.comparison?.value ?? null
      case 'change':
        return point.comparison?.change ?? null
      case 'lower':
      case 'mean':
      case 'upper':
        return judged.get(point.period)?.[by] ?? null
    }
  }
  return newest.toSorted((a, b) => {
    const [first, second] = [figure(a), figure(b)]
    if (first === null || second === null) return Number(first === null) - Number(second === null)
    return falling ? second - first : first - second
  })
}
