import { cellAt, type Grid, type Proof } from './grid.ts'
import type { Change } from './timeAxis.ts'

/** The cheapest proof found, and what it would cost in cells hidden for it. */
export interface Found {
  readonly proof: Proof
  readonly cost: number
}

/** How far to look: reuse only what is hidden, or hide more; within the quarter only, or farther too. */
export interface Search {
  readonly hidden: Uint8Array
  readonly most: number
  readonly far: boolean
}

/**
 * The cheapest change that touches a hidden cell: against another area, another part and another period, whichever the grid
 * has. In [[3, 20], [25, 40]] by area and month with all totals shown, the 3 takes all four. Null when there is none within
 * the cost.
 */
export function findProof(grid: Grid, cell: number, search: Search): Found | null {
  const periods = grid.time.cells.length
  const period = cell % periods
  const part = Math.floor(cell / periods) % grid.parts
  const area = Math.floor(cell / periods / grid.parts)
  const { near, far } = grid.time.changesOf(period)
  const areaPairs = pairs(area, grid.areas)
  const partPairs = pairs(part, grid.parts)
  let best: Found | null = null
  for (const time of search.far ? [...near, ...far] : near) {
    for (const areas of areaPairs) {
      for (const parts of partPairs) {
        const limit: number = best?.cost ?? search.most + 1e-9
        const found = product(grid, { areas, parts, time }, { hidden: search.hidden, limit })
        if (!found) continue
        best = found
        if (found.cost === 0) return found
      }
    }
  }
  return best
}

/** The place itself where it is alone, else it against each other. */
function pairs(place: number, size: number): Change[] {
  if (size === 1) return [[[place, 1]]]
  return Array.from({ length: size }, (_, other) => other)
    .filter((other) => other !== place)
    .map((other) => [
      [place, 1],
      [other, -1],
    ])
}

/** The product of three changes as a proof; null where a cell of it stays shown, has no room, or it costs too much. */
function product(
  grid: Grid,
  change: { readonly areas: Change; readonly parts: Change; readonly time: Change },
  { hidden, limit }: { readonly hidden: Uint8Array; readonly limit: number },
): Found | null {
  const cells: number[] = []
  const signs: number[] = []
  let cost = 0
  let up = true
  let down = true
  for (const [area, areaSign] of change.areas) {
    for (const [part, partSign] of change.parts) {
      for (const [period, timeSign] of change.time) {
        const cell = cellAt(grid, area, part, period)
        if (grid.held[cell] === 0) {
          // A total that this area does not have binds nothing; a figure it does not have cannot move.
          if (isTotal(change.time, grid, period)) continue
          return null
        }
        if (hidden[cell] === 0) cost += grid.cost[cell] ?? Infinity
        if (cost >= limit) return null
        const sign = areaSign * partSign * timeSign
        for (const room of grid.room) {
          const free = (room[cell] ?? 0) >= 1
          if (sign > 0) down &&= free
          else up &&= free
        }
        if (!up && !down) return null
        cells.push(cell)
        signs.push(sign)
      }
    }
  }
  return { proof: { cells, signs, up, down }, cost }
}

/** Whether the period is a total of another period of the change. */
function isTotal(change: Change, { time }: Grid, period: number): boolean {
  const own = time.cells[period]
  return change.some(([other]) => {
    const inner = time.cells[other]
    return (
      own !== undefined &&
      inner !== undefined &&
      other !== period &&
      inner.from >= own.from &&
      inner.to <= own.to
    )
  })
}
