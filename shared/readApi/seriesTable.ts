import { csvText } from '../figures/csvCell.ts'
import { pointMarker } from '../figures/pointMarker.ts'
import { periodLabel } from '../periods/periodLabel.ts'
import type { SeriesResult } from '../series/series.ts'

/**
 * A series as a tidy table with one head row: one row a period and line. Values are unrounded; one that is absent is
 * empty, never 0, and its marker says why.
 */
export function seriesTable({
  query,
  unit,
  measureLabel,
  series,
  position,
  synthetic,
  disclosure,
}: SeriesResult): string {
  // Every line says its area anyway.
  const dimensions = query.breakdown.filter((dimension) => dimension !== 'area')
  const head = [
    'metric_id',
    'measure',
    'unit',
    'area_code',
    'area',
    ...dimensions.flatMap((dimension) => [`${dimension}_code`, dimension]),
    'period',
    'period_label',
    'value',
    'numerator',
    'denominator',
    'lower_95',
    'upper_95',
    'status',
    'marker',
    'reason',
    'submission',
    'synthetic',
    'disclosure',
  ]
  const rows = series.flatMap(({ key, labels, points }) =>
    points.map((point) => [
      query.metric,
      measureLabel,
      unit,
      key.area,
      labels.area,
      ...dimensions.flatMap((dimension) => [key[dimension], labels[dimension]]),
      point.period,
      periodLabel(point.period, query.grain),
      point.value,
      point.numerator,
      point.denominator,
      point.lower,
      point.upper,
      point.status,
      pointMarker(point.status),
      point.reason,
      position,
      synthetic,
      disclosure,
    ]),
  )
  return csvText(head, rows)
}
