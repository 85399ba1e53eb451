import type { SeriesResult } from '../series/series.ts'

/** The place of the answer that shows the most areas; of those alike, the first. */
export function mostShown(answers: readonly (SeriesResult | undefined)[]): number {
  const counts = answers.map(
    (result) => result?.series.filter(({ points }) => points.at(-1)?.value != null).length ?? 0,
  )
  return Math.max(0, counts.indexOf(Math.max(...counts)))
}
