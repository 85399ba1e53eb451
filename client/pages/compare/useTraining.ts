import { useQuery } from '@tanstack/react-query'
import type { SeriesResult } from '../../../shared/series/series.ts'
import { readAsAt } from '../../address/metricQuery.ts'
import type { CompareLine, CompareSearch } from '../../address/compareSearch.ts'
import { seriesOptions } from '../../figures/figureQueries.ts'

/** Events of one kind over the periods of a comparison; null where no figure is known. */
export interface EventRow {
  readonly name: string
  readonly values: readonly (number | null)[]
  readonly provisional: readonly boolean[]
}

export interface Training {
  readonly rows: readonly EventRow[]
  readonly error: unknown
}

/**
 * Trainings and campaigns as the partners recorded them, over the same months and, where all lines are of one area, in
 * that area. An edition does not hold them, so nothing is asked while one is read.
 */
export function useTraining(
  lines: readonly CompareLine[],
  periods: readonly string[],
  { search, edition }: { readonly search: CompareSearch; readonly edition: number | null },
): Training {
  const areas = new Set(lines.map(({ area }) => area))
  const [area] = areas.size === 1 ? [...areas] : []
  const { data, error } = useQuery({
    ...seriesOptions(null, {
      metric: 'event.held',
      grain: search.grain ?? 'month',
      from: search.from,
      to: search.to,
      areas: area === undefined ? [] : [area],
      breakdown: ['kind'],
      filters: { kind: ['training', 'campaign'] },
      compare: null,
      asAt: readAsAt(search.asAt),
    }),
    enabled: search.training === '1' && edition === null && lines.length > 0,
  })
  return { rows: search.training === '1' && edition === null ? eventRows(data, periods) : [], error }
}

/** The events laid over the periods of the comparison, trainings first. */
export function eventRows(
  answer: Pick<SeriesResult, 'series'> | undefined,
  periods: readonly string[],
): EventRow[] {
  const words = { training: 'Trainings', campaign: 'Campaigns' } as const
  return (['training', 'campaign'] as const).flatMap((kind) => {
    const series = answer?.series.find(({ key }) => key.kind === kind)
    if (series === undefined) return []
    const points = new Map(series.points.map((point) => [point.period, point]))
    return [
      {
        name: words[kind],
        values: periods.map((period) => points.get(period)?.value ?? null),
        provisional: periods.map((period) => points.get(period)?.status === 'provisional'),
      },
    ]
  })
}
