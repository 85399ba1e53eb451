import { openSimplex } from './boundedSimplex.ts'
import type { CellNetwork } from './cellNetwork.ts'
import { satisfies } from './linearProgram.ts'
import type { LinearProgram, LinearRow, Objective } from './linearProgram.ts'
import { nearestCells } from './nearestCells.ts'
import { withoutLonely } from './withoutLonely.ts'
import { wholeNumberOptimum } from './wholeNumberOptimum.ts'

/**
 * Another set of true values that a reader could not tell from the real one: whole changes, by cell, that leave
 * every total right. Where all its cells are hidden, none of them can be worked out.
 */
export type Alternative = ReadonlyMap<number, number>

export interface AlternativeSearch {
  hidden: ArrayLike<number>
  /** What it costs to use a cell that is not hidden yet; infinite = not to be used. */
  priceOf: (cell: number) => number
  /** Told the size of each program solved, so that a caller can keep to a budget without a clock. */
  spend: (work: number) => void
}

// Using what is hidden already is nearly free; not free, or alternatives would ramble.
const hiddenPrice = 0.001
// Yet in search of surroundings they count as steps: else a table with much hidden is walked from end to end.
const hiddenReach = 0.6

/**
 * The cheapest alternative that changes the target by at least one (Fischetti and Salazar's approach, by linear
 * program): up or down, near the target first, then over ever wider surroundings. Null when there is none.
 *
 * In [[3, 20], [25, 40]] with all margins shown, the alternative for the 3 is +1, −1, −1, +1: all four go.
 */
export function findAlternative(
  network: CellNetwork,
  target: number,
  search: AlternativeSearch,
): Alternative | null {
  const price = (cell: number) => (search.hidden[cell] ? hiddenPrice : search.priceOf(cell))
  const reach = (cell: number) => (search.hidden[cell] ? hiddenReach : search.priceOf(cell))
  for (let most = 80, before = 0; ; most *= 2) {
    const near = nearestCells(network, target, { most, price: reach })
    if (near.length === before) return null
    before = near.length
    const useful = withoutLonely(network, near, target)
    const found = [1, -1].flatMap((direction) =>
      useful.length === 0
        ? []
        : (cheapestWithin(network, useful, { target, direction, price, spend: search.spend }) ?? []),
    )
    const best = found.toSorted((a, b) => a.cost - b.cost).at(0)
    if (best !== undefined) return best.changes
    if (near.length < most) return null
  }
}

interface Attempt {
  target: number
  direction: number
  price: (cell: number) => number
  spend: (work: number) => void
}

function cheapestWithin(
  network: CellNetwork,
  near: readonly number[],
  { target, direction, price, spend }: Attempt,
): { changes: Alternative; cost: number } | null {
  if (direction < 0 && (network.room[target] ?? 0) < 1) return null
  const variables: { cell: number; sign: number; lower: number; upper: number }[] = []
  for (const cell of near) {
    const room = network.room[cell] ?? 0
    if (cell === target) {
      variables.push({ cell, sign: direction, lower: 1, upper: direction > 0 ? Infinity : room })
      continue
    }
    variables.push({ cell, sign: 1, lower: 0, upper: Infinity })
    if (room > 0) variables.push({ cell, sign: -1, lower: 0, upper: room })
  }
  const program: LinearProgram = {
    lower: variables.map((each) => each.lower),
    upper: variables.map((each) => each.upper),
    rows: balanceRows(network, variables),
  }
  const objective: Objective = {
    columns: variables.map((_, j) => j),
    costs: variables.map(({ cell }) => price(cell)),
  }
  spend(variables.length * program.rows.length)
  const values = wholeSolution(program, objective)
  if (values === null) return null
  const changes = new Map<number, number>()
  variables.forEach(({ cell, sign }, j) =>
    changes.set(cell, (changes.get(cell) ?? 0) + sign * (values[j] ?? 0)),
  )
  for (const [cell, change] of changes) if (change === 0) changes.delete(cell)
  let cost = 0
  for (const cell of changes.keys()) cost += cell === target ? 0 : price(cell)
  return { changes, cost }
}

/** Each equation near the target stays right: the signed changes of its cells add up to 0. */
function balanceRows(
  network: CellNetwork,
  variables: readonly { cell: number; sign: number }[],
): LinearRow[] {
  const columnsOf = new Map<number, number[]>()
  variables.forEach(({ cell }, j) => columnsOf.set(cell, [...(columnsOf.get(cell) ?? []), j]))
  const touched = new Set([...columnsOf.keys()].flatMap((cell) => network.equationsOf[cell] ?? []))
  return [...touched].map((e) => {
    const columns: number[] = []
    const coefficients: number[] = []
    network.equations[e]?.cells.forEach((cell, k) => {
      for (const column of columnsOf.get(cell) ?? []) {
        columns.push(column)
        coefficients.push((network.equations[e]?.signs[k] ?? 0) * (variables[column]?.sign ?? 0))
      }
    })
    return { columns, coefficients, equals: 0 }
  })
}

/** The best corner, multiplied up when it holds simple fractions and there is room, else a whole-number search. */
function wholeSolution(program: LinearProgram, objective: Objective): readonly number[] | null {
  const simplex = openSimplex(program)
  if (simplex === null) return null
  if (simplex.minimise(objective).status !== 'optimal') return null
  const corner = simplex.values()
  for (const factor of [1, 2, 3, 4, 6]) {
    const scaled = corner.map((value) => value * factor)
    const whole = scaled.map(Math.round)
    if (whole.every((value, j) => Math.abs(value - (scaled[j] ?? 0)) < 1e-6) && satisfies(program, whole))
      return whole
  }
  const outcome = wholeNumberOptimum(program, objective)
  return outcome.status === 'optimal' && satisfies(program, outcome.values) ? outcome.values : null
}
