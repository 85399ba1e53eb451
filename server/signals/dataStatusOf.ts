import { isMonth } from '../../shared/periods/month.ts'
import { shortPeriodLabel } from '../../shared/periods/periodLabel.ts'
import type { DataStatus } from '../../shared/series/scorecard.ts'
import type { Point } from '../../shared/series/series.ts'

/** How far the newest months of a row can be relied on: late agencies first, then final months that the newest submission restated, then provisional ones. */
export function dataStatusOf(
  points: readonly Point[],
  { restated, latest }: { readonly restated: readonly string[]; readonly latest: Point | null },
): DataStatus {
  const last = points.at(-1)
  if (latest?.status === 'incomplete') return { kind: 'late', detail: lateAgencies(latest.reason) }
  if (!last || last.status === 'missing')
    return { kind: 'notSupplied', detail: last?.reason ?? 'Nothing received' }
  if (last.status === 'incomplete') return { kind: 'late', detail: lateAgencies(last.reason) }
  if (last.status === 'notAvailable' || last.status === 'notApplicable')
    return { kind: 'notSupplied', detail: last.reason ?? '' }
  if (restated.length > 0) return { kind: 'restated', detail: spanOf(restated) }
  const provisional = points.filter(({ status }) => status === 'provisional').map(({ period }) => period)
  return provisional.length > 0
    ? { kind: 'provisional', detail: spanOf(provisional) }
    : { kind: 'upToDate', detail: '' }
}

function lateAgencies(reason: string | undefined): string {
  return reason?.split(':')[0] ?? ''
}

function spanOf(months: readonly string[]): string {
  const label = (month: string) => (isMonth(month) ? shortPeriodLabel(month, 'month') : month)
  const [first, last] = [months[0] ?? '', months.at(-1) ?? '']
  return first === last ? label(first) : `${label(first)} to ${label(last)}`
}
