import type { Viewer } from '../../../shared/access/viewer.ts'
import type { FigureRequest } from '../../../shared/figures/figureRequest.ts'
import type { Partnership } from '../../../shared/partnership/partnership.ts'
import type { SeriesQuery } from '../../../shared/series/seriesQuery.ts'
import { readsMetric } from '../../access/readsMetric.ts'

/** Every area that a figure may tell something of, the whole partnership included. */
export function areasOfRequest({ view, query }: FigureRequest, partnership: Partnership): string[] {
  const all = [partnership.code, ...partnership.areas.map(({ code }) => code)]
  if (view === 'districts' || query.breakdown.includes('area')) return all
  return areasOfQuery(query, partnership)
}

/** The same of a query alone. */
export function areasOfQuery({ areas, compare }: SeriesQuery, { code }: Partnership): string[] {
  const compared =
    compare === 'partnership'
      ? [code]
      : typeof compare === 'object' && compare !== null && 'area' in compare
        ? [compare.area]
        : []
  return [...new Set([...(areas.length === 0 ? [code] : areas), ...compared])]
}

/** Whether an account limited to some areas and feeds may read about this measure in these areas. */
export function readsAreas(
  viewer: Viewer,
  { metric, areas }: { readonly metric: string; readonly areas: readonly string[] },
): boolean {
  const allowed = viewer.areas
  return (allowed === 'all' || areas.every((area) => allowed.includes(area))) && readsMetric(viewer, metric)
}
