import { isMonth, monthRange } from '../../shared/periods/month.ts'
import { periodLabel } from '../../shared/periods/periodLabel.ts'
import type { Choice } from './FilterSelect.tsx'

/** Every supplied month as a choice, newest first; none while nothing is held. */
export function monthChoices(months: { from: string; to: string } | null): Choice[] {
  if (months === null || !isMonth(months.from) || !isMonth(months.to)) return []
  return monthRange(months.from, months.to)
    .reverse()
    .map((month) => ({ value: month, label: periodLabel(month, 'month') }))
}
