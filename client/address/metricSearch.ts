import { areaPattern, asAtPattern, monthPattern } from './overviewSearch.ts'
import { fitting, oneOf, withoutEmpty } from './searchText.ts'

/** What a metric page's address holds: everything needed to show the same figure again. */
export interface MetricSearch {
  tab?: 'table' | 'districts' | 'breakdown' | 'revisions' | 'about'
  area?: string
  from?: string
  to?: string
  grain?: 'quarter' | 'financialYear' | 'calendarYear'
  transform?: 'rolling12' | 'yearToDate'
  basis?: 'rate'
  /** `none`, `previousPeriod`, `partnership`, `area:CODE`, `baseline:YYYY-MM,YYYY-MM`; absent: same period last year. */
  compare?: string
  breakdown?: string
  view?: 'lines' | 'overlaid' | 'stacked'
  /** A second dimension, against the first. */
  by2?: string
  /** How many parts stand by themselves; absent: all. */
  top?: '3' | '5' | '8'
  share?: '1'
  /** `dimension:code,code;dimension:code`. */
  filters?: string
  /** A submission number or a date. */
  asAt?: string
}

const comparePattern =
  /^(none|previousPeriod|partnership|area:[A-Za-z0-9-]{1,40}|baseline:\d{4}-(0[1-9]|1[0-2]),\d{4}-(0[1-9]|1[0-2]))$/
const filtersPattern = /^[^:;]+:[^:;]+(;[^:;]+:[^:;]+)*$/

/** Reads the address; what is not understood is dropped, so that an old or mistyped link still opens. */
export function readMetricSearch(raw: Record<string, unknown>): MetricSearch {
  return withoutEmpty({
    tab: oneOf(raw.tab, ['table', 'districts', 'breakdown', 'revisions', 'about']),
    area: fitting(raw.area, areaPattern),
    from: fitting(raw.from, monthPattern),
    to: fitting(raw.to, monthPattern),
    grain: oneOf(raw.grain, ['quarter', 'financialYear', 'calendarYear']),
    transform: oneOf(raw.transform, ['rolling12', 'yearToDate']),
    basis: oneOf(raw.basis, ['rate']),
    compare: fitting(raw.compare, comparePattern),
    breakdown: fitting(raw.breakdown, /^[A-Za-z_]{1,60}$/),
    view: oneOf(raw.view, ['lines', 'overlaid', 'stacked']),
    by2: fitting(raw.by2, /^[A-Za-z_]{1,60}$/),
    top: oneOf(raw.top, ['3', '5', '8']),
    share: oneOf(raw.share, ['1']),
    filters: fitting(raw.filters, filtersPattern),
    asAt: fitting(raw.asAt, asAtPattern),
  })
}
