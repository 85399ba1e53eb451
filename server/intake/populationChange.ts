import type { Partnership, PopulationRelease } from '../../shared/partnership/partnership.ts'

/** What a release would change, for whoever decides whether it is taken. */
export interface PopulationChange {
  readonly release: string
  readonly source: string
  /** The first and last mid-year in it. */
  readonly from: string
  readonly to: string
  /** The release that rates rest on now; null where the partnership has none. */
  readonly inForce: string | null
  /** Whether rates will rest on the new one: the latest release counts. */
  readonly willCount: boolean
  /** How many estimates of a year and area differ from those in force, of how many that both hold. */
  readonly revised: number
  readonly compared: number
  /** Each area in the newest year, and what the release in force says of it; null where it says nothing. */
  readonly areas: readonly {
    readonly name: string
    readonly persons: number
    readonly before: number | null
  }[]
}

/** A population release beside the one that rates rest on now. */
export function populationChange(
  { release, source, persons }: PopulationRelease,
  { areas, populations }: Pick<Partnership, 'areas' | 'populations'>,
): PopulationChange {
  const held = populations.at(-1)
  const years = [...new Set(Object.values(persons).flatMap((byYear) => Object.keys(byYear)))].toSorted()
  const [from = '', to = ''] = [years[0], years.at(-1)]
  const pairs = areas.flatMap(({ code }) =>
    years.flatMap((year) => {
      const [now, before] = [persons[code]?.[year], held?.persons[code]?.[year]]
      return now === undefined || before === undefined ? [] : [{ now, before }]
    }),
  )
  return {
    release,
    source,
    from,
    to,
    inForce: held?.release ?? null,
    willCount: held === undefined || release >= held.release,
    revised: pairs.filter(({ now, before }) => now !== before).length,
    compared: pairs.length,
    areas: areas.map(({ code, name }) => ({
      name,
      persons: persons[code]?.[to] ?? 0,
      before: held?.persons[code]?.[to] ?? null,
    })),
  }
}
