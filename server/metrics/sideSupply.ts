import type { Condition } from '../../shared/metrics/metric.ts'
import { toIndex } from '../../shared/periods/month.ts'
import type { Selection } from './aggregate.ts'
import { fieldsOf } from './condition.ts'
import type { Side } from './figures.ts'
import type { MetricsReader } from './metricsReader.ts'
import { needingRecords } from './needsHeld.ts'
import type { Plan } from './plan.ts'
import { returnsSupply } from './returnsSupply.ts'
import { supplyOf, type Supply } from './supply.ts'
import type { Visible } from './visibleRows.ts'

/** Null for the present, so that the common query lists no submissions. */
export function visibleNumbers(reader: MetricsReader, plan: Plan): Visible {
  return plan.query.asAt === null
    ? null
    : reader.register.visible(plan.query.asAt).map(({ number }) => number)
}

/** Which records one side of a figure looks at. */
export function selectionOf(
  side: Pick<Side, 'feed' | 'monthColumn'>,
  plan: Plan,
  visible: Visible,
): Selection {
  return {
    feed: side.feed,
    monthColumn: side.monthColumn,
    breakdown: plan.breakdown,
    filters: plan.filters,
    visible,
  }
}

/** What was supplied for one side, remembered until the data moves. */
export function sideSupply(
  reader: MetricsReader,
  plan: Plan,
  side: Pick<Side, 'feed' | 'needed'> & { where?: Side['total']['where'] },
): Promise<Supply> {
  const submissions = reader.register.standing(plan.query.asAt)
  const fields = [
    ...side.needed,
    ...[...plan.breakdown, ...plan.filters.map(({ dimension }) => dimension)].map(({ field }) => field),
  ]
  const needed = [...new Set(fields)].filter((field) => field !== 'agency')
  const key = JSON.stringify([
    side.feed,
    needed,
    plan.query.asAt,
    side.feed === 'returns' ? side.where : null,
    plan.metric.needs ?? null,
  ])
  return reader.supplies.get(key, async () => {
    const visible = visibleNumbers(reader, plan)
    const { partnership, records } = reader
    if (side.feed === 'returns')
      return returnsSupply(records, { where: side.where, visible, submissions, partnership })
    const supply = supplyOf(submissions, { feed: side.feed, needed, partnership })
    const { needs, feed } = plan.metric
    if (!needs || side.feed !== feed) return supply
    return needingRecords(records, supply, { feed, needs, what: describeNeed(needs), visible })
  })
}

/** What a metric presupposes, for the reader: the value it asks for, or the field. */
function describeNeed(needs: Condition): string {
  return 'is' in needs ? `${needs.field}: ${String(needs.is)}` : fieldsOf(needs).join(', ')
}

/** The first month held, as a number; null when nothing is. */
export function firstHeld(supply: Supply): number | null {
  return supply.range ? toIndex(supply.range.from) : null
}
