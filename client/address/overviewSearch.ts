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
  /** By the Board's aims, or all measures in one list; by theme unless it says so. */
  group?: 'aims' | 'none'
  /** The order within a group, falling with a minus; the Board's own order unless it says so. */
  sort?: ScorecardSort
  /** Ids of the groups that are shut, with commas between. */
  shut?: string
  /** Which findings: what is new since the edition before, or since the month before; all unless it says so. */
  since?: 'edition' | 'month'
  /** A submission number or a date. */
  asAt?: string
}

const sorts = ['name', '-name', 'change', '-change', 'signal', '-signal'] as const
export type ScorecardSort = (typeof sorts)[number]

export const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/
export const asAtPattern = /^(\d{1,9}|\d{4}-\d{2}-\d{2})$/
export const areaPattern = /^[A-Za-z0-9-]{1,40}$/
const groupsPattern = /^[A-Za-z0-9-]{1,60}(,[A-Za-z0-9-]{1,60}){0,39}$/

/** Reads the address; what is not understood is dropped, so that an old or mistyped link still opens. */
export function readOverviewSearch(raw: Record<string, unknown>): OverviewSearch {
  const chosen = chosenThemes(typeof raw.themes === 'string' ? raw.themes : undefined)
  return withoutEmpty({
    to: typeof raw.to === 'string' && isMonth(raw.to) ? raw.to : undefined,
    months: oneOf(raw.months, ['1', '3', '12']),
    area: fitting(raw.area, areaPattern),
    themes: chosen.length === themes.length ? undefined : chosen.join(','),
    group: oneOf(raw.group, ['aims', 'none']),
    sort: oneOf(raw.sort, sorts),
    shut: fitting(raw.shut, groupsPattern),
    since: oneOf(raw.since, ['edition', 'month']),
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
