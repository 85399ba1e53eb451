import type { CellNetwork } from './cellNetwork.ts'

/**
 * Leaves out cells that could not change: alone among these cells in some equation, a cell has nothing to make
 * up for it; leaving it out may leave others alone. Empty when that reaches the target itself.
 */
export function withoutLonely(network: CellNetwork, cells: readonly number[], target: number): number[] {
  const kept = new Set(cells)
  const counts = new Map<number, number>()
  for (const cell of cells)
    for (const e of network.equationsOf[cell] ?? []) counts.set(e, (counts.get(e) ?? 0) + 1)
  const lonely = [...counts].flatMap(([e, count]) => (count === 1 ? [e] : []))
  for (let e = lonely.pop(); e !== undefined; e = lonely.pop()) {
    const alone = network.equations[e]?.cells.find((cell) => kept.has(cell))
    if (alone === undefined) continue
    if (alone === target) return []
    kept.delete(alone)
    for (const other of network.equationsOf[alone] ?? []) {
      const count = (counts.get(other) ?? 0) - 1
      counts.set(other, count)
      if (count === 1) lonely.push(other)
    }
  }
  return [...kept]
}
