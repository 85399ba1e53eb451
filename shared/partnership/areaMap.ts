import { boundaryShapes, type AreaShape } from './boundaries.ts'
import type { Partnership } from './partnership.ts'

/** A square for each area, about where it lies; or its real boundaries where the partnership supplies them. */
export type AreaMap =
  | {
      readonly kind: 'tiles'
      /** False where the definition does not say where its areas lie: they stand in its order. */
      readonly byPlace: boolean
      readonly tiles: readonly { readonly code: string; readonly column: number; readonly row: number }[]
    }
  | {
      readonly kind: 'boundaries'
      readonly width: number
      readonly height: number
      readonly shapes: readonly AreaShape[]
    }

const width = 600

/** The map of a partnership's areas. Boundaries that leave out an area are not used: it would seem not to be there. */
export function areaMapOf({ areas, boundaries }: Pick<Partnership, 'areas' | 'boundaries'>): AreaMap {
  const own = boundaries?.filter(({ code }) => areas.some((area) => area.code === code)) ?? []
  if (own.length > 0 && areas.every(({ code }) => own.some((each) => each.code === code)))
    return { kind: 'boundaries', width, ...boundaryShapes(own, width) }
  const byPlace = areas.length > 0 && areas.every(({ tile }) => tile !== undefined)
  const across = Math.ceil(Math.sqrt(areas.length))
  return {
    kind: 'tiles',
    byPlace,
    tiles: areas.map(({ code, tile }, index) => ({
      code,
      column: byPlace && tile ? tile.column : index % across,
      row: byPlace && tile ? tile.row : Math.floor(index / across),
    })),
  }
}
