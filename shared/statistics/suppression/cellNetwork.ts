import type { ProtectableTables } from './protectableTables.ts'
import { isPrimary, leastHidden } from './primarySuppression.ts'
import type { SmallNumberRule } from './primarySuppression.ts'

/** Protectable tables by number instead of name: which cells each equation holds, and the reverse. */
export interface CellNetwork {
  ids: readonly string[]
  /** Hidden from the start: small numbers, and cells given as hidden. */
  mustHide: readonly boolean[]
  /** May be hidden to protect others: not known, and not a zero that is always shown. */
  mayHide: readonly boolean[]
  /** How far a hidden cell could lie below its true value in the eyes of a reader. */
  room: readonly number[]
  /** What hiding the cell costs. */
  cost: readonly number[]
  equations: readonly { cells: readonly number[]; signs: readonly number[] }[]
  equationsOf: readonly (readonly number[])[]
}

/** Numbers the cells and checks that the tables add up; throws on a total that differs from its parts. */
export function cellNetwork(tables: ProtectableTables, rule: SmallNumberRule): CellNetwork {
  const ids = Object.keys(tables.cells)
  const cells = Object.values(tables.cells)
  const indexOf = new Map(ids.map((id, i) => [id, i]))
  const find = (id: string) => {
    const index = indexOf.get(id)
    if (index === undefined) throw new Error(`unknown cell: ${id}`)
    return index
  }
  const equationsOf = ids.map((): number[] => [])
  const heights = ids.map(() => 0)
  const equations = tables.equations.map(({ total, parts }, e) => {
    const sum = parts.reduce((all, part) => all + (cells[find(part)]?.value ?? 0), 0)
    if (Math.abs(sum - (cells[find(total)]?.value ?? 0)) > 1e-6)
      throw new Error(`parts do not add up: ${total}`)
    const signs = new Map<number, number>([[find(total), -1]])
    for (const part of parts) signs.set(find(part), (signs.get(find(part)) ?? 0) + 1)
    for (const index of signs.keys()) equationsOf[index]?.push(e)
    return { total: find(total), cells: [...signs.keys()], signs: [...signs.values()] }
  })
  // Totals of totals: each pass lifts one level; deeper nesting than this only changes a preference.
  for (let pass = 0; pass < 6; pass++) {
    for (const { total, cells: members } of equations) {
      const below = members.filter((each) => each !== total).map((each) => heights[each] ?? 0)
      heights[total] = Math.min(6, Math.max(heights[total] ?? 0, 1 + Math.max(-1, ...below)))
    }
  }
  const largest = Math.log1p(cells.reduce((most, cell) => Math.max(most, Math.abs(cell.value)), 1))
  return {
    ids,
    mustHide: cells.map(
      (cell) => cell.given === 'hidden' || (cell.given !== 'known' && isPrimary(cell.value, rule)),
    ),
    mayHide: cells.map((cell) => cell.given !== 'known' && (cell.value !== 0 || rule.suppressZero)),
    room: cells.map((cell) => Math.max(0, cell.value - (cell.given === 'hidden' ? 0 : leastHidden(rule)))),
    cost: cells.map(
      (cell, i) =>
        (cell.worth ?? 1 + 0.15 * (heights[i] ?? 0)) + (0.1 * Math.log1p(Math.abs(cell.value))) / largest,
    ),
    equations,
    equationsOf,
  }
}
