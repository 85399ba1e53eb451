import type { Metric } from '../../shared/metrics/metric.ts'
import { forceWide, notPlaced, type Partnership } from '../../shared/partnership/partnership.ts'
import type { Series } from '../../shared/series/series.ts'
import type { SeriesQuery } from '../../shared/series/seriesQuery.ts'
import { notKnown } from './dimension.ts'
import type { Plan } from './plan.ts'

const grainWords = {
  month: 'month',
  quarter: 'quarter',
  financialYear: 'financial year',
  calendarYear: 'calendar year',
} as const

/** What one value of the series is, in words for a subtitle. */
export function measureLabel(
  metric: Metric,
  query: Pick<SeriesQuery, 'grain' | 'basis' | 'transform'>,
): string {
  const rate =
    query.basis === 'rate' && metric.ratePer ? ` per ${metric.ratePer.toLocaleString('en-GB')} residents` : ''
  switch (query.transform) {
    case 'none':
      return `${metric.name}${rate}, by ${grainWords[query.grain]}`
    case 'rolling3':
      return `${metric.name}${rate}, over the three months to each ${grainWords[query.grain]}’s end`
    case 'rolling12':
      return `${metric.name}${rate}, over the twelve months to each ${grainWords[query.grain]}’s end`
    case 'yearToDate':
      return `${metric.name}${rate}, from April to each ${grainWords[query.grain]}’s end`
  }
}

/** An area's name, or what stands for records without one. */
export function areaLabel(area: string, partnership: Partnership): string {
  if (area === partnership.code) return partnership.areaName
  if (area === forceWide) return 'Whole force'
  if (area === notPlaced) return 'Not placed'
  return partnership.areas.find(({ code }) => code === area)?.name ?? area
}

/** A series' key and the same in words. */
export function keyLabels(
  plan: Plan,
  line: { readonly area: string; readonly breakdown: readonly string[] },
  partnership: Partnership,
): Pick<Series, 'key' | 'labels'> {
  const key: Record<string, string> = { area: line.area }
  const labels: Record<string, string> = { area: areaLabel(line.area, partnership) }
  for (const [i, dimension] of plan.breakdown.entries()) {
    const value = line.breakdown[i] ?? notKnown
    key[dimension.name] = value
    labels[dimension.name] =
      value === notKnown ? 'Not known' : (dimension.codes.find(({ code }) => code === value)?.label ?? value)
  }
  return { key, labels }
}
