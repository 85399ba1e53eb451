import type { Grain } from '../periods/period.ts'
import { periodLabel } from '../periods/periodLabel.ts'
import { formatMonths } from '../figures/formatMonths.ts'

/** The first and last period of a series as they are read; one alone is named once. */
export function formatSpan(first: string, last: string, grain: Grain): string {
  if (grain === 'month') return formatMonths(first, last)
  if (first === last) return periodLabel(last, grain)
  return `${periodLabel(first, grain)} – ${periodLabel(last, grain)}`
}
