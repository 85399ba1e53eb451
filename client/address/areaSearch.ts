import { isMonth } from '../../shared/periods/month.ts'
import { asAtPattern, type OverviewSearch } from './overviewSearch.ts'
import { fitting, oneOf, withoutEmpty } from './searchText.ts'

/** What an area's address holds beside its code. Absent means the default: newest month, three months. */
export type AreaSearch = Pick<OverviewSearch, 'to' | 'months' | 'asAt'>

/** Reads the address; what is not understood is dropped, so that an old or mistyped link still opens. */
export function readAreaSearch(raw: Record<string, unknown>): AreaSearch {
  return withoutEmpty({
    to: typeof raw.to === 'string' && isMonth(raw.to) ? raw.to : undefined,
    months: oneOf(raw.months, ['1', '3', '12']),
    asAt: fitting(raw.asAt, asAtPattern),
  })
}
