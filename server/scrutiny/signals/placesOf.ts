import type { Viewer } from '../../../shared/access/viewer.ts'
import { metrics } from '../../../shared/metrics/catalogue.ts'
import type { Metric } from '../../../shared/metrics/metric.ts'
import type { Partnership } from '../../../shared/partnership/partnership.ts'
import type { Place } from '../../../shared/scrutiny/signal.ts'
import { readsMetric } from '../../access/readsMetric.ts'

/** The whole partnership and its areas, as far as this account may see them. A partnership of one area is the whole. */
export function placesOf({ code, areaName, areas }: Partnership, viewer: Pick<Viewer, 'areas'>): Place[] {
  const all: Place[] = [
    { code, name: areaName, isWhole: true },
    ...(areas.length > 1 ? areas.map((area) => ({ code: area.code, name: area.name, isWhole: false })) : []),
  ]
  return viewer.areas === 'all' ? all : all.filter((place) => viewer.areas.includes(place.code))
}

/** The measures that are looked at for signals: all but the bare numbers of rows that were sent. */
export function metricsLookedAt(viewer: Pick<Viewer, 'feeds'>): Metric[] {
  return metrics.filter(({ id }) => !id.startsWith('records.supplied') && readsMetric(viewer, id))
}
