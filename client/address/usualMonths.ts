import { monthsBetween, type Month } from '../../shared/periods/month.ts'
import type { OverviewSearch } from './overviewSearch.ts'

/** How many months the overview covers unless the reader chooses: three, or one where fewer than three are held. */
export function usualMonths(
  held: { readonly from: Month; readonly to: Month } | null | undefined,
): NonNullable<OverviewSearch['months']> {
  return held && monthsBetween(held.from, held.to) < 2 ? '1' : '3'
}
