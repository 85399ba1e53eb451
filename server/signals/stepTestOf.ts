import type { Viewer } from '../../shared/access/viewer.ts'
import { metricById } from '../../shared/metrics/catalogue.ts'
import type { Month } from '../../shared/periods/month.ts'
import type { SeriesQueryInput } from '../../shared/series/seriesQuery.ts'
import type { StepTest } from '../../shared/series/stepTest.ts'
import type { MetricsReader } from '../metrics/metricsReader.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'
import { seriesOf } from '../metrics/seriesOf.ts'
import { stepOfPoints } from './stepOfPoints.ts'

/**
 * Whether the disclosed figures bear a step at a month, on figures adjusted as the control chart adjusts them.
 * Association only: whatever else changed then looks the same.
 */
export async function stepTestOf(
  reader: MetricsReader,
  { query: input, at }: { readonly query: SeriesQueryInput; readonly at: Month },
  viewer: Viewer,
): Promise<StepTest> {
  const metric = metricById(input.metric)
  if (!metric) throw new QueryRefusal(`There is no metric called “${input.metric}”.`)
  const { series, query } = await seriesOf(reader, input, viewer)
  return stepOfPoints(series[0]?.points ?? [], { metric, query, at })
}
