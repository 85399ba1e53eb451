import { isMonth } from '../../shared/periods/month.ts'
import { periodLabel } from '../../shared/periods/periodLabel.ts'
import type { Sparkline } from '../../shared/series/scorecard.ts'

/** Whether a small chart's points are months or, where a partner sends no more, quarters. */
export function sparkGrain({ periods }: Pick<Sparkline, 'periods'>): 'month' | 'quarter' {
  const [first] = periods
  return first === undefined || isMonth(first) ? 'month' : 'quarter'
}

/** What a small chart covers: "monthly, 24 months to Oct 2026", "quarterly, 8 quarters to Jul–Sep 2026". */
export function sparkSpan(spark: Pick<Sparkline, 'periods'>): string {
  const grain = sparkGrain(spark)
  const count = spark.periods.length
  const last = spark.periods.at(-1)
  const until = last === undefined ? '' : ` to ${periodLabel(last, grain)}`
  return `${grain}ly, ${count} ${grain}${count === 1 ? '' : 's'}${until}`
}
