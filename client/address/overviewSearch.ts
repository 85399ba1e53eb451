import type { Theme } from '../../shared/metrics/metric.ts'
import { themes } from '../../shared/metrics/themes.ts'
import { isMonth, type Month } from '../../shared/periods/month.ts'
import { fitting, oneOf, withoutEmpty } from './searchText.ts'

/** What the overview's address holds. Absent means the default: newest month, three months, all themes. */
export interface OverviewSearch {
  to?: Month
  months?: '1' | '3' | '12'
  area?: string
  themes?: string
  group?: 'aims'
  /** A submission number or a date. */
  asAt?: string
}

export const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/
export const asAtPattern = /^(\d{1,9}|\d{4}-\d{2}-\d{2})$/
export const areaPattern = /^[A-Za-z0-9-]{1,40}$/

/** Reads the address; what is not understood is dropped, so that an old or mistyped link still opens. */
export function readOverviewSearch(raw: Record<string, unknown>): OverviewSearch {
  const chosen = chosenThemes(typeof raw.themes === 'string' ? raw.themes : undefined)
  return withoutEmpty({
    to: typeof raw.to === 'string' && isMonth(raw.to) ? raw.to : undefined,
    months: oneOf(raw.months, ['1', '3', '12']),
    area: fitting(raw.area, areaPattern),
    themes: chosen.length === themes.length ? undefined : chosen.join(','),
    group: oneOf(raw.group, ['aims']),
    asAt: fitting(raw.asAt, asAtPattern),
  })
}

/** The themes an address names, in catalogue order; all of them when it names none that exist. */
export function chosenThemes(text: string | undefined): Theme[] {
  const named = (text ?? '').split(',')
  const all = themes.map(({ id }) => id)
  const chosen = all.filter((theme) => named.includes(theme))
  return chosen.length === 0 ? all : chosen
}
