import { countingChanges } from '../../shared/metrics/calendar.ts'
import { fromIndex, parseMonth, type Month } from '../../shared/periods/month.ts'
import { previousPeriod, samePeriodLastYear, type Period } from '../../shared/periods/period.ts'
import type { CalendarEvent } from '../../shared/series/metricPage.ts'
import type { Point } from '../../shared/series/series.ts'
import type { SeriesQuery } from '../../shared/series/seriesQuery.ts'
import type { SpannedChange } from '../../shared/series/spannedChange.ts'
import { windowOf } from '../metrics/window.ts'

/**
 * The periods whose comparison reaches across a change of law or counting: from the first month of what it is compared
 * with to the last of its own. Areas are compared over the same months, so nothing lies between.
 */
export function spannedChanges(
  points: readonly Point[],
  events: readonly CalendarEvent[],
  query: Pick<SeriesQuery, 'grain' | 'transform' | 'compare'>,
): SpannedChange[] {
  return points.flatMap(({ period, comparison }) => {
    if (!comparison || comparison.value === null) return []
    const base = firstCompared(period, query)
    if (base === null) return []
    const { to } = windowOf(period, query.grain, query.transform)
    const [earlier, later] = [base, fromIndex(to)].toSorted()
    const between = countingChanges(events, earlier ?? base, later ?? base)
    return between.length === 0
      ? []
      : [{ period, events: between.map(({ month, title }) => ({ month, title })) }]
  })
}

/** The first month of what a period is compared with; null where that is the same months elsewhere. */
function firstCompared(
  period: Period,
  { grain, transform, compare }: Pick<SeriesQuery, 'grain' | 'transform' | 'compare'>,
): Month | null {
  const first = (other: Period) => fromIndex(windowOf(other, grain, transform).from)
  if (compare === 'samePeriodLastYear') return first(samePeriodLastYear(period, grain))
  if (compare === 'previousPeriod') return first(previousPeriod(period, grain))
  if (compare !== null && typeof compare === 'object' && 'baseline' in compare)
    return parseMonth(compare.baseline.from)
  return null
}
