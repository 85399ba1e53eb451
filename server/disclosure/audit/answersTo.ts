import type { Viewer } from '../../../shared/access/viewer.ts'
import type { Metric } from '../../../shared/metrics/metric.ts'
import type { Point } from '../../../shared/series/series.ts'
import type { SeriesQueryInput } from '../../../shared/series/seriesQuery.ts'
import type { MetricsReader } from '../../metrics/metricsReader.ts'
import { seriesOf } from '../../metrics/seriesOf.ts'
import { windowOf, type Window } from '../../metrics/window.ts'
import { hiddenReason } from '../disclose.ts'

/** Stands for the whole among places. */
export const wholePlace = ''

/** One point that a reader was given. */
export interface Answer {
  readonly place: string
  /** The value of the dimension; empty without one. */
  readonly part: string
  readonly window: Window
  readonly point: Point
  /** Whether it is a cell of a published table, and not a window over several. */
  readonly isCell: boolean
}

/**
 * Everything a reader gets for a metric, with or without a dimension: every grain, rolling windows and the year to date,
 * counts and rates; the whole before its places and longer periods before their parts.
 */
export async function answersTo(
  reader: MetricsReader,
  { metric, dimension }: { readonly metric: Metric; readonly dimension: string | null },
  viewer: Viewer,
): Promise<Answer[]> {
  const hasRate =
    metric.ratePer !== null && (metric.measure.kind === 'additive' || metric.measure.kind === 'distinct')
  const by = dimension === null ? [] : [dimension]
  const found: Answer[] = []
  for (const breakdown of [by, ['area', ...by]]) {
    const base = { metric: metric.id, breakdown }
    const asked: SeriesQueryInput[] = [
      ...(['calendarYear', 'financialYear', 'quarter', 'month'] as const).map((grain) => ({
        ...base,
        grain,
      })),
      ...(['rolling3', 'rolling12', 'yearToDate'] as const).map((transform) => ({ ...base, transform })),
      ...(hasRate ? [{ ...base, basis: 'rate' as const }] : []),
    ]
    for (const query of asked) found.push(...(await answersToOne(reader, { query, dimension }, viewer)))
  }
  return found
}

async function answersToOne(
  reader: MetricsReader,
  { query, dimension }: { readonly query: SeriesQueryInput; readonly dimension: string | null },
  viewer: Viewer,
): Promise<Answer[]> {
  const { query: asked, series } = await seriesOf(reader, query, viewer)
  const isByPlace = asked.breakdown.includes('area')
  return series.flatMap(({ key, points }) =>
    points.map((point) => ({
      place: isByPlace ? (key['area'] ?? '') : wholePlace,
      part: dimension === null ? '' : (key[dimension] ?? ''),
      window: windowOf(point.period, asked.grain, asked.transform),
      point,
      isCell: asked.transform === 'none' && asked.basis === 'count',
    })),
  )
}

/** Whether a reader holds the number, its marker, or nothing. */
export function stateOf({ status, reason, value, numerator }: Point): 'shown' | 'hidden' | 'nothing' {
  if (status === 'suppressed') return reason === hiddenReason ? 'hidden' : 'nothing'
  return value === null && numerator === null ? 'nothing' : 'shown'
}
