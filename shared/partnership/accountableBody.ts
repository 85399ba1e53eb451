import { matchesMetric } from '../metrics/matchesMetric.ts'
import type { Metric } from '../metrics/metric.ts'
import type { Partnership } from './partnership.ts'

/** Who is asked about a measure in a place: an id to choose by, and a name to address. */
export interface Accountable {
  readonly id: string
  readonly name: string
}

/**
 * The first body of the definition that answers for this measure in this area; one that names no areas answers for the
 * whole, and for an area of which nobody else does. Without any, the area's council, and at last the measure's owner.
 */
export function accountableBody(
  { accountable = [], agencies, code }: Pick<Partnership, 'accountable' | 'agencies' | 'code'>,
  { metric, area }: { readonly metric: Pick<Metric, 'id' | 'owner'>; readonly area: string },
): Accountable {
  const answering = accountable.filter(({ metrics }) =>
    metrics.some((pattern) => matchesMetric(pattern, metric.id)),
  )
  const own = area === code ? undefined : answering.find(({ areas }) => areas?.includes(area))
  const body = own ?? answering.find(({ areas }) => areas === undefined)
  if (body) return { id: body.id, name: body.name }
  const council = agencies.find(({ sector, areas }) => sector === 'council' && areas.includes(area))
  if (council) return { id: council.id, name: council.name }
  return { id: metric.owner.toLowerCase().replace(/[^a-z0-9]+/g, '-'), name: metric.owner }
}
