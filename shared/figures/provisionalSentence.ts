import { periodLabel } from '../periods/periodLabel.ts'
import type { SeriesResult } from '../series/series.ts'

/** From when figures may still change, where marks cannot say it; null where all are final. */
export function provisionalSentence({ series, query }: SeriesResult): string | null {
  const first = series
    .flatMap(({ points }) => points.filter(({ status }) => status === 'provisional').slice(0, 1))
    .toSorted((a, b) => a.period.localeCompare(b.period))[0]
  return first === undefined ? null : `Provisional from ${periodLabel(first.period, query.grain)}.`
}
