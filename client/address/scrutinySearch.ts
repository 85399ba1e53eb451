import type { Theme } from '../../shared/metrics/metric.ts'
import { themes } from '../../shared/metrics/themes.ts'
import { isMonth, type Month } from '../../shared/periods/month.ts'
import { signalKinds, type SignalKind } from '../../shared/scrutiny/signal.ts'
import { areaPattern, asAtPattern } from './overviewSearch.ts'
import { fitting, oneOf, withoutEmpty } from './searchText.ts'

/** What the address of the suggested questions holds. Absent: everything new since the last edition. */
export interface ScrutinySearch {
  /** One month alone; of live figures. */
  month?: Month
  /** A submission number or a date. */
  asAt?: string
  theme?: Theme
  area?: string
  kind?: SignalKind
  /** Who is asked. */
  body?: string
  show?: 'dismissed'
}

/** Reads the address; what is not understood is dropped. */
export function readScrutinySearch(raw: Record<string, unknown>): ScrutinySearch {
  return withoutEmpty({
    month: typeof raw.month === 'string' && isMonth(raw.month) ? raw.month : undefined,
    asAt: fitting(raw.asAt, asAtPattern),
    theme: oneOf(
      raw.theme,
      themes.map(({ id }) => id),
    ),
    area: fitting(raw.area, areaPattern),
    kind: oneOf(raw.kind, signalKinds),
    body: fitting(raw.body, /^[a-z0-9-]{1,80}$/),
    show: oneOf(raw.show, ['dismissed']),
  })
}
