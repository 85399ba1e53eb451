import type { Viewer } from '../../shared/access/viewer.ts'
import type { Partnership } from '../../shared/partnership/partnership.ts'
import type { Plan } from '../metrics/plan.ts'
import { QueryRefusal } from '../metrics/queryRefusal.ts'
import type { Register } from '../submissions/register.ts'
import { publishedTablesOf } from './publishedTablesOf.ts'

/**
 * Lets a reader without unprotected access ask only for slices and roll-ups of the published tables. Throws QueryRefusal
 * (needs access) for anything else: two dimensions at once, a dimension that is not published, an earlier state of the data.
 */
export function refuseUnpublished(
  plan: Plan,
  { partnership, register }: { readonly partnership: Partnership; readonly register: Register },
  viewer: Viewer,
): void {
  if (viewer.disclosure === 'unprotected') return
  const { metric, query } = plan
  const { breakdowns } = publishedTablesOf(metric, partnership.disclosure)
  const dimensions = new Map(
    [...plan.breakdown, ...plan.filters.map(({ dimension }) => dimension)].map(({ name, label }) => [
      name,
      label,
    ]),
  )
  if (dimensions.size > 1) {
    const labels = [...dimensions.values()].join(' and ')
    throw needsAccess(
      `${metric.name} is published by one breakdown at a time; ${labels} together needs analyst access.`,
    )
  }
  for (const [name, label] of dimensions) {
    if (!breakdowns.includes(name))
      throw needsAccess(
        `${metric.name} is not published by ${label.toLowerCase()}; that needs analyst access.`,
      )
  }
  const numbers = (asAt: typeof query.asAt) => register.visible(asAt).map(({ number }) => number)
  if (query.asAt !== null && numbers(query.asAt).join() !== numbers(null).join())
    throw needsAccess('Figures as they were known before need analyst access.')
}

function needsAccess(message: string): QueryRefusal {
  return new QueryRefusal(message, 'needsAccess')
}
