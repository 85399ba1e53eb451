import type { PublishedGrain } from '../../shared/partnership/partnership.ts'
import type { TableFigures } from './buildTable.ts'
import { isPublished } from './timeAxis.ts'

/** The figures of one side of a table laid out as a grid: its whole, or its places. */
export interface StageFigures {
  readonly areas: number
  readonly parts: number
  readonly periods: TableFigures['periods']
  /** The numbers that share the mask, by cell. */
  readonly values: readonly (readonly number[])[]
  readonly held: Uint8Array
  /** Goes through every cell that is published. */
  each(
    visit: (cell: {
      readonly at: number
      readonly area: number
      readonly part: number
      readonly period: number
    }) => void,
  ): void
  /** Whether all numbers of a cell are 0. */
  isZero(at: number): boolean
}

/** Lays out the whole, or the places, as far as they are published from a floor up. */
export function stageFigures(
  figures: TableFigures,
  { isWhole, floor }: { readonly isWhole: boolean; readonly floor: PublishedGrain },
): StageFigures {
  const { periods } = figures
  const areas = isWhole ? 1 : figures.places.length
  const parts = figures.parts.length
  const values: (readonly number[])[] = []
  for (let area = 0; area < areas; area++)
    for (let part = 0; part < parts; part++)
      for (const period of periods.keys()) values.push(figures.values(isWhole ? null : area, part, period))
  const held = Uint8Array.from(values, (numbers, at) => {
    const grain = periods[at % periods.length]?.grain ?? 'month'
    return isPublished(grain, floor) && numbers.some((value) => !Number.isNaN(value)) ? 1 : 0
  })
  return {
    areas,
    parts,
    periods,
    values,
    held,
    each(visit) {
      for (const [at, is] of held.entries()) {
        if (is === 0) continue
        const line = Math.floor(at / periods.length)
        visit({ at, area: Math.floor(line / parts), part: line % parts, period: at % periods.length })
      }
    },
    isZero: (at) => values[at]?.every((value) => value === 0 || Number.isNaN(value)) === true,
  }
}

/** How many cells are published and how many of them hidden; lines that are hidden together count as one. */
export function tally(
  { areas, parts, periods, held }: StageFigures,
  hidden: Uint8Array,
  countsUnits: boolean,
): { readonly published: number; readonly suppressed: number } {
  let published = 0
  let suppressed = 0
  for (let area = 0; area < areas; area++) {
    for (const period of periods.keys()) {
      let cells = 0
      let covered = 0
      for (let part = 0; part < parts; part++) {
        const at = (area * parts + part) * periods.length + period
        cells += held[at] ?? 0
        covered += held[at] === 1 ? (hidden[at] ?? 0) : 0
      }
      published += countsUnits ? Math.min(1, cells) : cells
      suppressed += countsUnits ? Math.min(1, covered) : covered
    }
  }
  return { published, suppressed }
}
