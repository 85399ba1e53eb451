import { metricById } from '../../../shared/metrics/catalogue.ts'
import { pageQuery } from '../../../shared/editions/pageQueries.ts'
import { samePeriodLastYear } from '../../../shared/periods/period.ts'
import { periodLabel } from '../../../shared/periods/periodLabel.ts'
import type { LinkedMeasure, MeasureNow } from '../../../shared/scrutiny/recommendation.ts'
import { seriesQuerySchema } from '../../../shared/series/seriesQuery.ts'
import { areaLabel } from '../../metrics/labels.ts'
import { QueryRefusal } from '../../metrics/queryRefusal.ts'
import { chartOf } from '../../signals/chartOf.ts'
import { sparkOf } from '../../signals/scorecardOf.ts'
import type { Freezing } from '../questions/freezeFigure.ts'
import { seriesNow } from '../since/seriesNow.ts'

/** The latest final figure of a linked measure, and the same period a year before. */
export async function measureNow(freezing: Freezing, linked: LinkedMeasure): Promise<MeasureNow> {
  const { partnership } = freezing.reader
  const metric = metricById(linked.metric)
  const bare = {
    ...linked,
    name: metric?.name ?? linked.metric,
    areaName: areaLabel(linked.area ?? partnership.code, partnership),
    unit: metric?.unit ?? 'count',
    latest: null,
    yearAgo: null,
    spark: null,
  } as const
  if (!metric) return { ...bare, why: 'The measure is no longer in the catalogue.' }
  try {
    const query = seriesQuerySchema.parse(pageQuery(metric.id, linked.area ?? undefined))
    const { result } = await seriesNow(freezing, query)
    const { grain } = result.query
    const points = result.series[0]?.points ?? []
    const latest = points.findLast(({ status, value }) => status === 'final' && value !== null)
    const before = latest && samePeriodLastYear(latest.period, grain)
    const yearAgo = points.find(({ period, value }) => period === before && value !== null)
    const told = (point: typeof latest) =>
      point === undefined || point.value === null
        ? null
        : { label: periodLabel(point.period, grain), value: point.value }
    return {
      ...bare,
      latest: told(latest),
      yearAgo: told(yearAgo),
      spark: sparkOf(points, chartOf(points, metric, result.query)),
      why: latest === undefined ? 'There is no final figure yet.' : null,
    }
  } catch (error) {
    if (error instanceof QueryRefusal) return { ...bare, why: error.message }
    throw error
  }
}
