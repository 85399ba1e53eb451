import type { TimeAxis } from './timeAxis.ts'

/**
 * Figures laid out by area, part and period, of which some must be hidden. The totals over areas and over parts are not in
 * it: they are published as another grid has settled, and a change within this one must leave them as they are.
 */
export interface Grid {
  readonly areas: number
  readonly parts: number
  readonly time: TimeAxis
  /** Where there is a figure at all; 0 cells are no part of what is published. */
  readonly held: Uint8Array
  /** Hidden from the start: small themselves, hidden before, or in a row whose total is hidden. */
  readonly must: Uint8Array
  /** What it costs to hide a cell; infinite where it stays shown whatever happens. */
  readonly cost: Float64Array
  /** How far each cell could lie below its value in a reader's eyes, for each of the counts that share the mask. */
  readonly room: readonly Float64Array[]
}

/**
 * A change of hidden cells by one up or down that leaves every published total right: the proof that none of them can be
 * worked out. `up` and `down` say in which directions it is possible.
 */
export interface Proof {
  readonly cells: readonly number[]
  readonly signs: readonly number[]
  readonly up: boolean
  readonly down: boolean
}

/** What is hidden in a grid, with a proof for each cell; `exposed` are those that have none. */
export interface GridMask {
  readonly hidden: Uint8Array
  readonly proofs: readonly Proof[]
  readonly exposed: readonly number[]
}

/** The place of a cell in the arrays of a grid. */
export function cellAt(
  { parts, time }: Pick<Grid, 'parts' | 'time'>,
  area: number,
  part: number,
  period: number,
): number {
  return (area * parts + part) * time.cells.length + period
}
