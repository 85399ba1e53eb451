/** A sum of variables with coefficients, by variable number: sparse, since a cell is in few equations. */
export interface LinearRow {
  columns: readonly number[]
  coefficients: readonly number[]
  equals: number
}

/** Variables between bounds (lower finite, upper may be Infinity) that satisfy every row. */
export interface LinearProgram {
  lower: readonly number[]
  upper: readonly number[]
  rows: readonly LinearRow[]
}

/** What to make as small as possible: the sum of cost × variable over the variables named. */
export interface Objective {
  columns: readonly number[]
  costs: readonly number[]
}

/** The outcome over whole numbers; *undecided* when the search was given up, which callers must treat as unsafe. */
export type WholeNumberOutcome =
  | { status: 'optimal'; value: number; values: readonly number[] }
  | { status: 'infeasible' }
  | { status: 'unbounded' }
  | { status: 'undecided' }

/** Minimises over whole numbers. The default is ours; a server may pass one built on a larger solver. */
export type SolveWholeNumbers = (program: LinearProgram, objective: Objective) => WholeNumberOutcome

/** Whether whole values lie within their bounds and satisfy every row exactly. */
export function satisfies({ lower, upper, rows }: LinearProgram, values: readonly number[]): boolean {
  const inBounds = values.every(
    (value, j) => Number.isInteger(value) && value >= (lower[j] ?? 0) && value <= (upper[j] ?? Infinity),
  )
  return (
    inBounds &&
    rows.every(
      (row) =>
        row.columns.reduce(
          (sum, column, k) => sum + (row.coefficients[k] ?? 0) * (values[column] ?? 0),
          0,
        ) === row.equals,
    )
  )
}
