import { cellAt, type Grid, type Proof } from './grid.ts'

/**
 * Carries proofs of the totals into a grid of their parts: the same change in one part, or one area, makes up the total's.
 * Not complete where some proof finds no part with room: then the hidden totals could be worked out from their parts.
 */
export function liftProofs(
  grid: Grid,
  proofs: readonly Proof[],
  from: { readonly areas: number; readonly parts: number },
): { readonly proofs: readonly Proof[]; readonly complete: boolean } {
  const found: Proof[] = []
  let complete = true
  for (const proof of proofs) {
    const lifted = lift(grid, proof, from)
    if (lifted === 'elsewhere') continue
    if (lifted) found.push(lifted)
    else complete = false
  }
  return { proofs: found, complete }
}

function lift(
  grid: Grid,
  proof: Proof,
  from: { readonly areas: number; readonly parts: number },
): Proof | 'elsewhere' | null {
  const periods = grid.time.cells.length
  const areas = from.areas === grid.areas ? 1 : grid.areas
  const parts = from.parts === grid.parts ? 1 : grid.parts
  let isPublished = false
  for (let i = 0; i < areas; i++) {
    for (let k = 0; k < parts; k++) {
      const cells: number[] = []
      const signs: number[] = []
      let { up, down } = proof
      let fits = true
      for (const [n, cell] of proof.cells.entries()) {
        const period = cell % periods
        const part = parts > 1 ? k : Math.floor(cell / periods) % from.parts
        const area = areas > 1 ? i : Math.floor(cell / periods / from.parts)
        const at = cellAt(grid, area, part, period)
        // Below this table's periods, nothing is published that could give it away.
        if (grid.held[at] === 0) continue
        isPublished = true
        const sign = proof.signs[n] ?? 1
        fits &&= grid.must[at] === 1
        for (const room of grid.room) {
          const free = (room[at] ?? 0) >= 1
          if (sign > 0) down &&= free
          else up &&= free
        }
        cells.push(at)
        signs.push(sign)
      }
      if (fits && cells.length > 0 && (up || down)) return { cells, signs, up, down }
    }
  }
  return isPublished ? null : 'elsewhere'
}
