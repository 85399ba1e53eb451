import { addMonths, type Month } from './month.ts'

/**
 * Where a year may end that protected readers are shown: at this month, at the last whole quarter or at the last financial
 * year, newest first and each once. Some measures are published by whole quarters or years only.
 */
export function yearEnds(to: Month): Month[] {
  return [...new Set([to, lastEnd(to, 3), lastEnd(to, 12)])]
}

/** The last month, not after this one, that ends a quarter (3) or a financial year (12). */
function lastEnd(to: Month, months: 3 | 12): Month {
  // Both are counted from April.
  return addMonths(to, -((Number(to.slice(5)) + 9) % months))
}
