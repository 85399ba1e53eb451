import type { LinearProgram, Objective } from './linearProgram.ts'

/** The outcome of one minimisation; *unbounded* names the variables that move along the endless direction. */
export type SimplexOutcome = { status: 'optimal'; value: number } | { status: 'unbounded'; moving: number[] }

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
 * −1, 0, 1, which pivoting keeps exact; the largest use is some thousand cells.
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
  let basis: number[] = []
  for (const row of program.rows) {
    const line = new Float64Array(size)
    let right = row.equals
    row.columns.forEach((column, k) => {
      const coefficient = row.coefficients[k] ?? 0
      line[column] = at(line, column) + coefficient
      right -= coefficient * (program.lower[column] ?? 0)
    })
    if (right < 0) for (let j = 0; j < size; j++) line[j] = -at(line, j)
    table.push(line)
    held.push(Math.abs(right))
    basis.push(size)
  }
  const reflected = new Uint8Array(size)
  let reduced = new Float64Array(size)
  let nonzero = new Int32Array(size)

  if (!reachFeasible()) return null
  return { minimise, values }

  function reachFeasible(): boolean {
    reduced = new Float64Array(size)
    for (const line of table) for (let j = 0; j < size; j++) reduced[j] = at(reduced, j) - at(line, j)
    descend()
    const missing = held.reduce((sum, value, i) => (basis[i] === size ? sum + value : sum), 0)
    if (missing > 1e-6) return false
    dropArtificials()
    return true
  }

  /** Artificial variables left at 0 stand for rows that other rows imply: swap them out, or drop the row. */
  function dropArtificials() {
    const keep: number[] = []
    for (let i = 0; i < table.length; i++) {
      if (basis[i] !== size) {
        keep.push(i)
        continue
      }
      const line = table[i] ?? reduced
      const column = line.findIndex((value) => Math.abs(value) > tiny)
      if (column < 0) continue
      held[i] = 0
      pivot(i, column)
      keep.push(i)
    }
    table = keep.map((i) => table[i] ?? reduced)
    held = keep.map((i) => held[i] ?? 0)
    basis = keep.map((i) => basis[i] ?? size)
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
    const moving = descend()
    if (moving !== null) return { status: 'unbounded', moving }
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

  /** Moves from corner to corner while the objective falls; the variables of an endless direction, or null. */
  function descend(): number[] | null {
    let stalled = 0
    for (;;) {
      const careful = stalled > 30
      const entering = chooseEntering(careful)
      if (entering < 0) return null
      let step = at(span, entering)
      let leaving = -1
      let strength = 0
      for (let i = 0; i < table.length; i++) {
        const slope = at(table[i] ?? reduced, entering)
        if (Math.abs(slope) <= tiny) continue
        const column = basis[i] ?? size
        const limit = slope > 0 ? 0 : column === size ? Infinity : at(span, column)
        const ratio = Math.max(0, slope > 0 ? (held[i] ?? 0) / slope : (limit - (held[i] ?? 0)) / -slope)
        const better =
          ratio < step - tiny ||
          (ratio <= step + tiny &&
            leaving >= 0 &&
            (careful ? column < (basis[leaving] ?? size) : Math.abs(slope) > strength))
        if (!better) continue
        step = Math.min(step, ratio)
        leaving = i
        strength = Math.abs(slope)
      }
      if (step === Infinity) return endlessFrom(entering)
      stalled = step > tiny ? 0 : stalled + 1
      if (leaving < 0) reflectColumn(entering)
      else {
        if (at(table[leaving] ?? reduced, entering) < 0) reflectRow(leaving)
        pivot(leaving, entering)
      }
    }
  }

  /** The steepest column, or after a long stall the first (Bland's rule), which cannot cycle. */
  function chooseEntering(careful: boolean): number {
    let best = -1
    let steepest = -tiny
    for (let j = 0; j < size; j++) {
      const slope = at(reduced, j)
      if (slope >= steepest || at(span, j) === 0) continue
      if (careful) return j
      best = j
      steepest = slope
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
      held[i] = settle((held[i] ?? 0) - at(line, column) * whole)
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
    for (let i = 0; i < table.length; i++) {
      if (i === row) continue
      const factor = at(table[i] ?? reduced, column)
      if (factor === 0) continue
      subtract(table[i] ?? reduced, line, { factor, column, count })
      held[i] = settle((held[i] ?? 0) - factor * (held[row] ?? 0))
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
