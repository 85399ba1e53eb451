import { monthOf } from '../../periods/month.ts'
import { spokenPeriodLabel } from '../../periods/periodLabel.ts'

/** A day within a sentence: spokenDate('2026-10-01') is "1 October 2026". */
export function spokenDate(date: string): string {
  return `${Number(date.slice(8, 10))} ${spokenPeriodLabel(monthOf(date), 'month')}`
}
