import type { PublishedGrain } from '../../shared/partnership/partnership.ts'
import type { GridMask } from './grid.ts'
import { isPublished, type TimeCell } from './timeAxis.ts'

/** What a reader gets of a cell: its figure, a marker, or nothing because its period is finer than what is published. */
export type CellState = 'shown' | 'hidden' | 'notPublished'

/** The mask of one side of a table: the whole partnership, or its places. */
export interface StageMask extends GridMask {
  readonly floor: PublishedGrain
  /** Cells that have a figure and are published at the floor. */
  readonly held: Uint8Array
  /** Cells published, and how many of them are hidden. */
  readonly published: number
  readonly suppressed: number
}

/** What is hidden of a table by place, line and period. */
export interface TableMask {
  readonly periods: readonly TimeCell[]
  readonly places: readonly string[]
  readonly parts: readonly string[]
  readonly whole: StageMask
  readonly byPlace: StageMask
}

/**
 * The state of one cell; `place` null is the whole. A line of which nothing is held is all 0, which is shown; a period
 * without a figure of its own (months of a figure sent by the quarter) is not published.
 */
export function cellState(
  table: TableMask,
  cell: { readonly place: string | null; readonly part: string; readonly period: number },
): CellState {
  const stage = cell.place === null ? table.whole : table.byPlace
  const grain = table.periods[cell.period]?.grain
  if (grain === undefined || !isPublished(grain, stage.floor)) return 'notPublished'
  const place = cell.place === null ? 0 : table.places.indexOf(cell.place)
  const part = table.parts.indexOf(cell.part)
  if (place < 0 || part < 0) return 'shown'
  const line = (place * table.parts.length + part) * table.periods.length
  if (stage.held[line + cell.period] === 1) return stage.hidden[line + cell.period] === 1 ? 'hidden' : 'shown'
  return stage.held.subarray(line, line + table.periods.length).includes(1) ? 'notPublished' : 'shown'
}
