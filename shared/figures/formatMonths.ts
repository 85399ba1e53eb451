import { isMonth } from '../periods/month.ts'
import { periodLabel } from '../periods/periodLabel.ts'

/** A span of months: 'Aug 2026', 'Aug–Oct 2026', 'Nov 2025 – Jan 2026'. */
export function formatMonths(from: string, to: string): string {
  if (!isMonth(from) || !isMonth(to)) return `${from} – ${to}`
  if (from === to) return periodLabel(to, 'month')
  if (from.slice(0, 4) !== to.slice(0, 4))
    return `${periodLabel(from, 'month')} – ${periodLabel(to, 'month')}`
  return `${periodLabel(from, 'month').slice(0, 3)}–${periodLabel(to, 'month')}`
}
