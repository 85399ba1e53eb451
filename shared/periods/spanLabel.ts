import type { Month } from './month.ts'
import { periodOf } from './period.ts'
import { periodLabel } from './periodLabel.ts'

/** A month, or the quarter that begins with it, as a person reads it: 'May 2018', 'Apr–Jun 2022'. */
export function spanLabel(month: Month, quarter: boolean): string {
  return quarter ? periodLabel(periodOf(month, 'quarter'), 'quarter') : periodLabel(month, 'month')
}
