import type { Equation } from './publishedTables.ts'

/** One way of dividing a population: each total with its parts, at as many levels as wanted. */
export interface Dimension {
  /** Every member, totals included. */
  members: readonly string[]
  sums: readonly Equation[]
}

/** The cells and equations of a table; `id` gives the cell of one member a dimension, in their order. */
export interface CrossTable {
  ids: string[]
  equations: Equation[]
}

/** A cell's id in a cross table: its members joined by '|', as 'Leeds|2023/24 Q1|child'. */
function cellId(members: readonly string[]): string {
  return members.join('|')
}

/**
 * Every cell of dimensions crossed with one another, and every equation that holds between them: for each total
 * of one dimension, at every combination of the others. Linked tables are cross tables that share cells; put
 * their ids and equations together.
 *
 * crossTable([areas, months]) with 5 districts + force and 3 months + quarter has 24 cells and 10 equations.
 */
export function crossTable(dimensions: readonly Dimension[]): CrossTable {
  const combinations = (lists: readonly (readonly string[])[]) =>
    lists.reduce<string[][]>((all, list) => all.flatMap((head) => list.map((each) => [...head, each])), [[]])
  const ids = combinations(dimensions.map((dimension) => dimension.members)).map(cellId)
  const equations = dimensions.flatMap((dimension, axis) => {
    const others = dimensions.map((each, i) => (i === axis ? [''] : each.members))
    return dimension.sums.flatMap(({ total, parts }) =>
      combinations(others).map((members) => ({
        total: cellId(members.with(axis, total)),
        parts: parts.map((part) => cellId(members.with(axis, part))),
      })),
    )
  })
  return { ids, equations }
}
