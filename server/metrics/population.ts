import type { Partnership } from '../../shared/partnership/partnership.ts'
import { fromIndex, yearOf } from '../../shared/periods/month.ts'
import type { Window } from './window.ts'

/** The residents a rate is given for; null where no estimate exists, with the latest year used when one had to be carried on. */
export interface Residents {
  readonly persons: number
  readonly carriedFrom: number | null
}

/**
 * The mean over a window's months of the area's mid-year estimate for each month's calendar year, from the latest release.
 * A year after the last estimate takes the last one; a year before the first has none (null).
 */
export function residentsOf(partnership: Partnership, area: string, window: Window): Residents | null {
  const release = partnership.populations.at(-1)
  if (!release) return null
  const areas =
    area === partnership.code && !release.persons[area] ? partnership.areas.map(({ code }) => code) : [area]
  let sum = 0
  let carriedFrom: number | null = null
  for (const code of areas) {
    const persons = release.persons[code]
    if (!persons) return null
    const years = Object.keys(persons).map(Number)
    const last = Math.max(...years)
    for (let month = window.from; month <= window.to; month++) {
      const year = yearOf(fromIndex(month))
      const estimate = persons[String(Math.min(year, last))]
      if (estimate === undefined) return null
      if (year > last) carriedFrom = last
      sum += estimate
    }
  }
  return { persons: sum / (window.to - window.from + 1), carriedFrom }
}
