import type { Metric } from '../metrics/metric.ts'

/** Whether the parts of a measure add up to it, so that a share and a rest mean something. */
export function additive({ unit, measure }: Pick<Metric, 'unit' | 'measure'>): boolean {
  return unit === 'count' && measure.kind === 'additive'
}
