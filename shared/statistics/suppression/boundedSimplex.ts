import type { LinearProgram, Objective } from './linearProgram.ts'

/**
 * The outcome of one minimisation; *unbounded* names the variables that move along the endless direction;
 * *unfinished* when it was given up after very many steps.
 */
export type SimplexOutcome =
  | { status: 'optimal'; value: number }
  | { status: 'unbounded'; moving: number[] }
  | { status: 'unfinished' }

/** A program held at a feasible corner, ready to be minimised again and again from where it stands. */
export interface Simplex {
  minimise(objective: Objective): SimplexOutcome
  /** The corner reached by the last minimisation. */
  values(): number[]
}

const tiny = 1e-9

/**
 * Opens a linear program by the primal simplex method for bounded variables (Dantzig; dense tableau, variables
 * at their upper bound are reflected). Null when no point satisfies it. Tables with totals give coefficients
 * −1, 0, 1, which pivoting keeps exact; the largest use is some thousand cells. Because such programs are full
 * of ties, steps are measured on values nudged apart by about a millionth (Charnes), which cannot cycle, while
 * the plain values are carried along and are the ones reported.
 *
 * x + y = 5 with 1 ≤ x, y: openSimplex({ lower: [1, 1], upper: [Infinity, Infinity], rows: [{ columns: [0, 1],
 * coefficients: [1, 1], equals: 5 }] }) then minimise({ columns: [0], costs: [-1] }) gives −4, at x = 4, y = 1.
 */
export function openSimplex(program: LinearProgram): Simplex | null {
  const size = program.lower.length
  const span = Float64Array.from(program.lower, (low, j) => (program.upper[j] ?? Infinity) - low)
  if (span.some((each) => each < 0)) return null

  let table: Float64Array[] = []
  let held: number[] = []
  let nudged: number[] = []
  let basis: number[] = []
  for (const row of program.rows) {
    const line = new Float64Array(size)
    let right = row.equals
    row.columns.forEach((column, k) => {
      const coefficient = row.coefficients[k] ?? 0
      if (at(span, column) > 0) line[column] = at(line, column) + coefficient
      right -= coefficient * (program.lower[column] ?? 0)
    })
    if (right < 0) for (let j = 0; j < size; j++) line[j] = -at(line, j)
    table.push(line)
    held.push(Math.abs(right))
    basis.push(size)
  }
  const reflected = new Uint8Array(size)
  const nonzero = new Int32Array(size)
  let reduced = new Float64Array(size)
  let nudges = 0

  if (!reachFeasible()) return null
  return { minimise, values }

  function reachFeasible(): boolean {
    reduced = new Float64Array(size)
    for (const line of table) for (let j = 0; j < size; j++) reduced[j] = at(reduced, j) - at(line, j)
    nudge()
    if (descend() !== 'bottom') return false
    const missing = held.reduce((sum, value, i) => (basis[i] === size ? sum + value : sum), 0)
    if (missing > 1e-6) return false
    dropArtificials()
    return true
  }

  /** Artificial variables left at 0 stand for rows that other rows imply: swap them out, or drop the row. */
  function dropArtificials() {
    const keep: number[] = []
    for (let i = 0; i < table.length; i++) {
      if (basis[i] === size) {
        const line = table[i] ?? reduced
        const column = strongestIn(line)
        if (column < 0) continue
        held[i] = 0
        pivot(i, column)
      }
      keep.push(i)
    }
    table = keep.map((i) => table[i] ?? reduced)
    held = keep.map((i) => held[i] ?? 0)
    basis = keep.map((i) => basis[i] ?? size)
  }

  function strongestIn(line: Float64Array): number {
    let column = -1
    let strength = 1e-7
    for (let j = 0; j < size; j++) {
      if (Math.abs(at(line, j)) <= strength) continue
      column = j
      strength = Math.abs(at(line, j))
    }
    return column
  }

  function minimise(objective: Objective): SimplexOutcome {
    const cost = new Float64Array(size)
    objective.columns.forEach((column, k) => (cost[column] = at(cost, column) + (objective.costs[k] ?? 0)))
    reduced = cost.map((value, j) => (reflected[j] === 1 ? -value : value))
    for (const [i, line] of table.entries()) {
      const factor = at(reduced, basis[i] ?? 0)
      if (factor === 0) continue
      for (let j = 0; j < size; j++) reduced[j] = at(reduced, j) - factor * at(line, j)
    }
    nudge()
    const end = descend()
    if (end === 'unfinished') return { status: 'unfinished' }
    if (end !== 'bottom') return { status: 'unbounded', moving: end }
    return { status: 'optimal', value: values().reduce((sum, value, j) => sum + value * at(cost, j), 0) }
  }

  function values(): number[] {
    const shifted = new Float64Array(size)
    basis.forEach((column, i) => (shifted[column] = held[i] ?? 0))
    return Array.from(shifted, (value, j) => {
      const plain = (program.lower[j] ?? 0) + (reflected[j] === 1 ? at(span, j) - value : value)
      return Math.abs(plain - Math.round(plain)) < 1e-7 ? Math.round(plain) + 0 : plain
    })
  }

  /** Moves basic values that sit on a bound a little inwards, each by a different amount. */
  function nudge() {
    nudged = held.map((value, i) => {
      nudges = (nudges * 1103515245 + 12345) % 2147483648
      const amount = 1e-6 * (0.5 + nudges / 2147483648)
      return limitOf(basis[i] ?? size) - value < amount ? value - amount : value + amount
    })
  }

  function limitOf(column: number): number {
    return column === size ? Infinity : at(span, column)
  }

  /** Moves from corner to corner while the objective falls; the variables of an endless direction if it is one. */
  function descend(): 'bottom' | 'unfinished' | number[] {
    const most = 2000 + 40 * (table.length + size)
    for (let steps = 0; steps < most; steps++) {
      const entering = chooseEntering()
      if (entering < 0) return 'bottom'
      let step = at(span, entering)
      let leaving = -1
      let strength = 0
      for (let i = 0; i < table.length; i++) {
        const slope = at(table[i] ?? reduced, entering)
        if (Math.abs(slope) <= 1e-7) continue
        const value = nudged[i] ?? 0
        const gap = slope > 0 ? value : limitOf(basis[i] ?? size) - value
        const ratio = Math.max(0, gap) / Math.abs(slope)
        const tied = ratio <= step + tiny && leaving >= 0 && Math.abs(slope) > strength
        if (ratio >= step - tiny && !tied) continue
        step = Math.min(step, ratio)
        leaving = i
        strength = Math.abs(slope)
      }
      if (step === Infinity) return endlessFrom(entering)
      if (leaving < 0) reflectColumn(entering)
      else {
        if (at(table[leaving] ?? reduced, entering) < 0) reflectRow(leaving)
        pivot(leaving, entering)
      }
    }
    return 'unfinished'
  }

  function chooseEntering(): number {
    let best = -1
    let steepest = -tiny
    for (let j = 0; j < size; j++) {
      if (at(reduced, j) >= steepest || at(span, j) === 0) continue
      best = j
      steepest = at(reduced, j)
    }
    return best
  }

  function endlessFrom(entering: number): number[] {
    const moving = basis.filter(
      (column, i) => column < size && Math.abs(at(table[i] ?? reduced, entering)) > tiny,
    )
    return [entering, ...moving]
  }

  function reflectColumn(column: number) {
    const whole = at(span, column)
    table.forEach((line, i) => {
      const change = at(line, column) * whole
      held[i] = settle((held[i] ?? 0) - change)
      nudged[i] = (nudged[i] ?? 0) - change
      line[column] = -at(line, column)
    })
    reduced[column] = -at(reduced, column)
    reflected[column] = 1 - (reflected[column] ?? 0)
  }

  function reflectRow(row: number) {
    const line = table[row] ?? reduced
    const column = basis[row] ?? size
    for (let j = 0; j < size; j++) if (j !== column) line[j] = -at(line, j)
    held[row] = settle(at(span, column) - (held[row] ?? 0))
    nudged[row] = at(span, column) - (nudged[row] ?? 0)
    reflected[column] = 1 - (reflected[column] ?? 0)
  }

  function pivot(row: number, column: number) {
    const line = table[row] ?? reduced
    const scale = at(line, column)
    let count = 0
    for (let j = 0; j < size; j++) {
      if (line[j] === 0) continue
      line[j] = at(line, j) / scale
      nonzero[count++] = j
    }
    line[column] = 1
    held[row] = settle((held[row] ?? 0) / scale)
    nudged[row] = (nudged[row] ?? 0) / scale
    for (let i = 0; i < table.length; i++) {
      if (i === row) continue
      const factor = at(table[i] ?? reduced, column)
      if (factor === 0) continue
      subtract(table[i] ?? reduced, line, { factor, column, count })
      held[i] = settle((held[i] ?? 0) - factor * (held[row] ?? 0))
      nudged[i] = (nudged[i] ?? 0) - factor * (nudged[row] ?? 0)
    }
    const factor = at(reduced, column)
    if (factor !== 0) subtract(reduced, line, { factor, column, count })
    basis[row] = column
  }

  function subtract(
    from: Float64Array,
    line: Float64Array,
    by: { factor: number; column: number; count: number },
  ) {
    for (let k = 0; k < by.count; k++) {
      const j = nonzero[k] ?? 0
      const value = at(from, j) - by.factor * at(line, j)
      from[j] = value < 1e-11 && value > -1e-11 ? 0 : value
    }
    from[by.column] = 0
  }
}

function at(line: Float64Array, index: number): number {
  return line[index] ?? 0
}

/** Rounding noise is taken off whole numbers, so that long runs of pivots stay exact. */
function settle(value: number): number {
  const whole = Math.round(value)
  return Math.abs(value - whole) < 1e-9 ? whole : value
}
