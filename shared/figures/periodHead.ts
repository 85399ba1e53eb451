import type { Grain } from '../periods/period.ts'

/** What one period is called as a column head. */
export function periodHead(grain: Grain): string {
  return { month: 'Month', quarter: 'Quarter', financialYear: 'Financial year', calendarYear: 'Year' }[grain]
}
