import { openSimplex } from './boundedSimplex.ts'
import { satisfies } from './linearProgram.ts'
import type { Objective, SolveWholeNumbers } from './linearProgram.ts'
import type { UnknownSystem } from './unknownSystems.ts'
import { wholeNumberOptimum } from './wholeNumberOptimum.ts'

/** Whole-number bounds of one unknown cell; hi null = no limit; *open* while two possible values are not proven. */
export interface Extremes {
  lo: number
  hi: number | null
  standing: 'exact' | 'varies' | 'open'
}

/**
 * How far to go: *tight* works out both ends of every cell; *variation* stops at the first proof that a cell can
 * take two values, which is all that safety needs and is many times faster (its lo and hi are outer limits).
 */
export type Depth = 'tight' | 'variation'

/**
 * The values each unknown cell of one system can take over whole numbers; null when none fits. Each corner the
 * simplex visits serves every cell at once, so most cells never need a program of their own.
 */
export function cellExtremes(
  { ids, program }: UnknownSystem,
  depth: Depth,
  solve: SolveWholeNumbers = wholeNumberOptimum,
): Map<string, Extremes> | null {
  const simplex = openSimplex(program)
  if (simplex === null) return null
  const size = ids.length
  const low = [...program.lower]
  const high = [...program.upper]
  const seenLow = ids.map(() => Infinity)
  const seenHigh = ids.map(() => -Infinity)
  const moves = ids.map(() => false)
  const unsure = ids.map(() => false)

  let possible = note(simplex.values())
  if (!possible) {
    const anywhere = solve(program, { columns: [], costs: [] })
    if (anywhere.status === 'infeasible') return null
    if (anywhere.status === 'optimal') possible = note(anywhere.values)
  }
  for (let j = 0; j < size; j++) {
    reach(j, 'high')
    reach(j, 'low')
  }
  return new Map(ids.map((id, j) => [id, extremesOf(j)]))

  function reach(j: number, end: 'low' | 'high') {
    if (depth === 'variation' && varies(j)) return
    if (end === 'high' ? seenHigh[j] === high[j] : seenLow[j] === low[j]) return
    const sign = end === 'high' ? -1 : 1
    const objective: Objective = { columns: [j], costs: [sign] }
    const outcome = simplex?.minimise(objective)
    if (outcome === undefined) return
    if (outcome.status === 'unbounded') {
      // With whole coefficients an endless direction passes through whole points once one point is whole.
      if (possible) for (const column of outcome.moving) moves[column] = true
      else unsure[j] = true
      return
    }
    const corner = simplex?.values() ?? []
    if (outcome.status === 'optimal' && note(corner)) settleEnd(j, end, corner[j] ?? 0)
    else {
      const whole = solve(program, objective)
      if (whole.status === 'optimal' && note(whole.values)) settleEnd(j, end, whole.values[j] ?? 0)
      else {
        unsure[j] = true
        if (outcome.status === 'unfinished') return
        settleEnd(
          j,
          end,
          end === 'high' ? Math.floor(-outcome.value + 1e-6) + 0 : Math.ceil(outcome.value - 1e-6) + 0,
        )
      }
    }
  }

  function settleEnd(j: number, end: 'low' | 'high', value: number) {
    if (end === 'high') high[j] = value
    else low[j] = value
  }

  /** Records a point if it is whole and truly satisfies every equation and bound. */
  function note(values: readonly number[]): boolean {
    if (!satisfies(program, values)) return false
    values.forEach((value, j) => {
      seenLow[j] = Math.min(seenLow[j] ?? value, value)
      seenHigh[j] = Math.max(seenHigh[j] ?? value, value)
    })
    return true
  }

  function varies(j: number): boolean {
    return moves[j] === true || (seenLow[j] ?? 0) < (seenHigh[j] ?? 0)
  }

  function extremesOf(j: number): Extremes {
    const hi = high[j] ?? Infinity
    const standing = varies(j) ? 'varies' : possible && unsure[j] !== true ? 'exact' : 'open'
    return { lo: low[j] ?? 0, hi: hi === Infinity ? null : hi, standing }
  }
}
