import type { Partnership } from '../../shared/partnership/partnership.ts'
import { addMonths, type Month } from '../../shared/periods/month.ts'
import {
  firstMonthOf,
  periodOf,
  periodsBetween,
  previousPeriod,
  type Period,
} from '../../shared/periods/period.ts'
import { periodLabel } from '../../shared/periods/periodLabel.ts'
import type { Comparison, Point, Series } from '../../shared/series/series.ts'
import type { Compare } from '../../shared/series/seriesQuery.ts'
import { areaLabel } from './labels.ts'
import type { Plan } from './plan.ts'

type PointsAt = (area: string, periods: readonly Period[], breakdown: readonly string[]) => Promise<Point[]>

interface CompareContext {
  readonly plan: Plan
  readonly partnership: Partnership
  readonly noteOf: (note: string) => void
}

/** Puts beside every point what the query compares it with, from disclosed points alone. */
export async function compared(
  lines: readonly Series[],
  context: CompareContext,
  pointsAt: PointsAt,
): Promise<Series[]> {
  const { compare } = context.plan.query
  if (compare === null) return [...lines]
  return Promise.all(lines.map((line) => comparedLine(line, { ...context, compare }, pointsAt)))
}

async function comparedLine(
  line: Series,
  context: CompareContext & { readonly compare: Compare },
  pointsAt: PointsAt,
): Promise<Series> {
  const { plan, partnership, compare } = context
  const area = line.key['area'] ?? partnership.code
  const breakdown = plan.breakdown.map(({ name }) => line.key[name] ?? '')
  const periods = line.points.map(({ period }) => period)
  const grain = plan.query.grain
  if (compare === 'previousPeriod' || compare === 'samePeriodLastYear') {
    const earlier = periods.map((period) =>
      compare === 'previousPeriod'
        ? previousPeriod(period, grain)
        : periodOf(addMonths(firstMonthOf(period, grain), -12), grain),
    )
    const base = await pointsAt(area, earlier, breakdown)
    return withComparison(line, (i) => ({
      label: periodLabel(earlier[i] ?? '', grain),
      value: base[i]?.value ?? null,
    }))
  }
  if (compare === 'partnership') {
    const base = await pointsAt(partnership.code, periods, breakdown)
    const isCount = plan.query.basis === 'count' && plan.metric.unit === 'count'
    if (!isCount)
      return withComparison(line, (i) => ({ label: partnership.areaName, value: base[i]?.value ?? null }))
    context.noteOf(
      `The partnership average is ${partnership.areaName}’s total divided by its ${partnership.areas.length} ${partnership.areaNoun.many}.`,
    )
    const average = (value: number | null | undefined) =>
      value === null || value === undefined ? null : value / partnership.areas.length
    return withComparison(line, (i) => ({
      label: `average of the ${partnership.areaNoun.many}`,
      value: average(base[i]?.value),
    }))
  }
  if ('area' in compare) {
    const base = await pointsAt(compare.area, periods, breakdown)
    return withComparison(line, (i) => ({
      label: areaLabel(compare.area, partnership),
      value: base[i]?.value ?? null,
    }))
  }
  const { from, to } = compare.baseline
  const base = await pointsAt(area, periodsBetween(from as Month, to as Month, grain), breakdown)
  const values = base.map(({ value }) => value)
  const known = values.filter((value) => value !== null)
  const mean =
    known.length === values.length && known.length > 0
      ? known.reduce((sum, value) => sum + value, 0) / known.length
      : null
  return withComparison(line, () => ({
    label: `average of ${periodLabel(from, 'month')} to ${periodLabel(to, 'month')}`,
    value: mean,
  }))
}

function withComparison(
  line: Series,
  baseOf: (i: number) => { label: string; value: number | null },
): Series {
  return {
    ...line,
    points: line.points.map((point, i) => ({ ...point, comparison: change(point.value, baseOf(i)) })),
  }
}

/** Change against a base; a percentage only of a base above 0. */
function change(
  value: number | null,
  { label, value: base }: { label: string; value: number | null },
): Comparison {
  const difference = value === null || base === null ? null : value - base
  return {
    label,
    value: base,
    change: difference,
    changePercent: difference === null || base === null || base <= 0 ? null : (difference / base) * 100,
  }
}
