import { findProof, type Search } from './findProof.ts'
import type { Grid, GridMask, Proof } from './grid.ts'

// Beyond so many cells hidden for others, thinning would take longer than it is worth.
const mostToThin = 3_000
// A dearer proof hides something that readers hold already.
const freshCost = 40

/**
 * Chooses what to hide so that every hidden cell has a proof: what must be hidden first, then the cheapest cells that give
 * it company, then those shown again that the others can spare. `inherited` are proofs from the grids that hold the totals.
 * A generator that yields between cells, so that the caller can let others work.
 */
export function* protectGrid(grid: Grid, inherited: readonly Proof[]): Generator<undefined, GridMask> {
  const hidden = grid.must.slice()
  const proofs = new Set<Proof>()
  const proofsOf: Set<Proof>[] = Array.from(hidden, () => new Set())
  const add = (proof: Proof) => {
    proofs.add(proof)
    for (const cell of proof.cells) {
      proofsOf[cell]?.add(proof)
      hidden[cell] = 1
    }
  }
  const drop = (proof: Proof) => {
    proofs.delete(proof)
    for (const cell of proof.cells) proofsOf[cell]?.delete(proof)
  }
  const isOpen = (cell: number) => hidden[cell] === 1 && proofsOf[cell]?.size === 0
  for (const proof of inherited) add(proof)

  const first = [...grid.must.keys()].filter((cell) => grid.must[cell] === 1)
  for (const most of [0, Infinity]) {
    for (const cell of first) {
      if (!isOpen(cell)) continue
      yield
      const found = seek(grid, cell, { hidden, most })
      if (found) add(found)
    }
  }
  yield* thin()
  const exposed = [...hidden.keys()].filter(isOpen)
  return { hidden, proofs: fewest(hidden, proofsOf), exposed }

  /** Shows again each cell that was hidden for others, where those find company without it; dearest first. */
  function* thin(): Generator<undefined> {
    const spare = [...hidden.keys()].filter((cell) => hidden[cell] === 1 && grid.must[cell] === 0)
    if (spare.length > mostToThin) return
    for (const cell of spare.toSorted((a, b) => (grid.cost[b] ?? 0) - (grid.cost[a] ?? 0))) {
      yield
      const lost = [...(proofsOf[cell] ?? [])]
      if (lost.some((proof) => inherited.includes(proof))) continue
      hidden[cell] = 0
      for (const proof of lost) drop(proof)
      const gained: Proof[] = []
      const orphans = [...new Set(lost.flatMap(({ cells }) => cells))].filter(isOpen)
      const isSpared = orphans.every((orphan) => {
        if (!isOpen(orphan) || grid.must[orphan] === 0) return true
        const found = seek(grid, orphan, { hidden, most: 0 })
        if (found) {
          add(found)
          gained.push(found)
        }
        return found !== null
      })
      if (isSpared) {
        // Company that nobody needs any more is shown too.
        for (const orphan of orphans) if (isOpen(orphan) && grid.must[orphan] === 0) hidden[orphan] = 0
        continue
      }
      for (const proof of gained) drop(proof)
      hidden[cell] = 1
      for (const proof of lost) add(proof)
    }
  }
}

/** Within the quarter where that serves, farther away where it does not; by what was shown before only if nothing else does. */
function seek(grid: Grid, cell: number, { hidden, most }: Omit<Search, 'far'>): Proof | null {
  const limits = most > freshCost ? [freshCost, most] : [most]
  for (const limit of limits) {
    for (const far of [false, true]) {
      const found = findProof(grid, cell, { hidden, most: limit, far })
      if (found) return found.proof
    }
  }
  return null
}

/** A few of the proofs that still cover every hidden cell. */
function fewest(hidden: Uint8Array, proofsOf: readonly ReadonlySet<Proof>[]): Proof[] {
  const chosen = new Set<Proof>()
  const covered = new Uint8Array(hidden.length)
  for (const [cell, own] of proofsOf.entries()) {
    const proof = own.values().next().value
    if (hidden[cell] === 0 || covered[cell] === 1 || !proof) continue
    chosen.add(proof)
    for (const each of proof.cells) covered[each] = 1
  }
  return [...chosen]
}
