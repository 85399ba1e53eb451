import type { LinearProgram, LinearRow } from './linearProgram.ts'
import { narrowBounds } from './narrowBounds.ts'
import type { PublishedTables } from './publishedTables.ts'

/** Unknown cells that share equations, directly or through others: a program of its own. */
export interface UnknownSystem {
  ids: readonly string[]
  program: LinearProgram
}

/** What each unknown cell is at least, in the eyes of the attacker. */
export type Least = number | ((id: string) => number)

/**
 * Turns what is published into independent small programs over the unknown cells (suppressed, or known only as
 * a range). Unknowns that bounds alone settle come back in `settled`. Null when the published figures contradict
 * each other or the attacker's assumption. Throws when an equation names a cell that is not listed.
 */
export function unknownSystems(
  { cells, equations }: PublishedTables,
  least: Least,
): { systems: UnknownSystem[]; settled: Map<string, number> } | null {
  const ids: string[] = []
  const lower: number[] = []
  const upper: number[] = []
  const indexOf = new Map<string, number>()
  for (const [id, value] of Object.entries(cells)) {
    if (typeof value === 'number') continue
    const floor = typeof least === 'number' ? least : least(id)
    indexOf.set(id, ids.length)
    ids.push(id)
    lower.push(value === null ? floor : Math.max(floor, value.min))
    upper.push(value?.max ?? Infinity)
  }
  const rows = equations.map((equation) => rowOf(equation, cells, indexOf))
  const bounds = narrowBounds({ lower, upper, rows })
  if (bounds === null) return null
  const settled = new Map<string, number>()
  ids.forEach((id, j) => {
    if (bounds.lower[j] === bounds.upper[j]) settled.set(id, bounds.lower[j] ?? 0)
  })
  const rest: LinearRow[] = []
  for (const row of rows) {
    const left = withoutSettled(row, bounds)
    if (left.columns.length > 0) rest.push(left)
    else if (Math.abs(left.equals) > 1e-9) return null
  }
  if (rest.some((row) => !Number.isInteger(row.equals))) return null
  return { systems: split(ids, { ...bounds, rows: rest }, settled), settled }
}

function rowOf(
  { total, parts }: PublishedTables['equations'][number],
  cells: PublishedTables['cells'],
  indexOf: ReadonlyMap<string, number>,
): LinearRow {
  const terms = new Map<number, number>()
  let equals = 0
  const add = (id: string, coefficient: number) => {
    const value = cells[id]
    if (value === undefined) throw new Error(`unknown cell: ${id}`)
    const index = indexOf.get(id)
    if (typeof value === 'number') equals -= coefficient * value
    else if (index !== undefined) terms.set(index, (terms.get(index) ?? 0) + coefficient)
  }
  for (const part of parts) add(part, 1)
  add(total, -1)
  const kept = [...terms].filter(([, coefficient]) => coefficient !== 0)
  return { columns: kept.map(([column]) => column), coefficients: kept.map(([, each]) => each), equals }
}

function withoutSettled(row: LinearRow, { lower, upper }: { lower: number[]; upper: number[] }): LinearRow {
  const columns: number[] = []
  const coefficients: number[] = []
  let equals = row.equals
  row.columns.forEach((column, k) => {
    const coefficient = row.coefficients[k] ?? 0
    if (lower[column] === upper[column]) equals -= coefficient * (lower[column] ?? 0)
    else {
      columns.push(column)
      coefficients.push(coefficient)
    }
  })
  return { columns, coefficients, equals }
}

function split(ids: readonly string[], program: LinearProgram, settled: ReadonlyMap<string, number>) {
  const leader = ids.map((_, j) => j)
  const find = (j: number): number => {
    let root = j
    while (leader[root] !== root) root = leader[root] ?? root
    leader[j] = root
    return root
  }
  for (const row of program.rows) {
    const first = row.columns[0]
    if (first !== undefined) for (const column of row.columns) leader[find(column)] = find(first)
  }
  const unsettled = ids.flatMap((id, j) => (settled.has(id) ? [] : [j]))
  const members = Map.groupBy(unsettled, find)
  const rowsOf = Map.groupBy(program.rows, (row) => find(row.columns[0] ?? 0))
  return [...members].map(([root, columns]): UnknownSystem => {
    const place = new Map(columns.map((column, k) => [column, k]))
    return {
      ids: columns.map((column) => ids[column] ?? ''),
      program: {
        lower: columns.map((column) => program.lower[column] ?? 0),
        upper: columns.map((column) => program.upper[column] ?? Infinity),
        rows: (rowsOf.get(root) ?? []).map((row) => ({
          ...row,
          columns: row.columns.map((column) => place.get(column) ?? 0),
        })),
      },
    }
  })
}
