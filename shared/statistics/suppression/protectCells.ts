import { cellNetwork } from './cellNetwork.ts'
import type { SmallNumberRule } from './primarySuppression.ts'
import type { ProtectableTables } from './protectableTables.ts'
import { openCover } from './suppressionCover.ts'
import type { CoverState, SuppressionCover } from './suppressionCover.ts'

/** Why a cell is hidden: small itself, hidden elsewhere already, or so that a small one cannot be worked out. */
export type HiddenReason = 'primary' | 'given' | 'secondary'

/** What must not be shown. *exposed*: small cells that what is already known gives away, whatever else is hidden. */
export interface Protection {
  hidden: Map<string, HiddenReason>
  exposed: string[]
}

/**
 * Chooses what to hide in everything published together, so that no hidden cell can be worked out (audit with
 * `leastHidden(rule)`): small numbers first, then as few further cells as the search finds, cheap before dear,
 * totals last. Nothing shown is altered and zeros that are always shown are never used as cover. The same tables
 * always give the same answer.
 *
 * The row [3, 20, 30, 44] beside its total 97 hides the 3 and the 20.
 */
export function protectCells(tables: ProtectableTables, rule: SmallNumberRule): Protection {
  const network = cellNetwork(tables, rule)
  const primaries = network.ids.flatMap((_, i) => (network.mustHide[i] === true ? [i] : []))
  const cover = openCover(network)
  const starts = restarts(network.ids.length, primaries.length)
  const random = seededRandom(network.ids.length)
  let best: CoverState | null = null
  let stale = 0
  for (let start = 0; start < starts && stale < patience && best?.score !== 0; start++) {
    cover.reset(start === 0 ? () => 1 : () => 0.7 + 0.6 * random())
    cover.protect(start === 0 ? primaries : shuffled(primaries, random))
    cover.thin()
    exchange(cover, starts > 1 ? 3 : 1)
    stale = best !== null && cover.score() >= best.score - 1e-9 ? stale + 1 : 0
    if (best === null || stale === 0) best = cover.save()
  }
  if (best !== null) cover.restore(best)
  const hidden = new Map<string, HiddenReason>()
  network.ids.forEach((id, i) => {
    if (network.mustHide[i] === true)
      hidden.set(id, tables.cells[id]?.given === 'hidden' ? 'given' : 'primary')
    else if (cover.isHidden(i)) hidden.set(id, 'secondary')
  })
  return { hidden, exposed: primaries.flatMap((i) => (cover.isCovered(i) ? [] : (network.ids[i] ?? []))) }
}

// So many starts in a row without a better answer, and the search ends.
const patience = 3
// A few seconds at most, on tables of thousands of cells; small tables use a fraction.
const exchangeBudget = 20_000_000

/** Does without each secondary cell in turn, however it must be replaced, and keeps what turned out better. */
function exchange(cover: SuppressionCover, rounds: number) {
  const limit = cover.effort() + exchangeBudget
  for (let round = 0; round < rounds; round++) {
    let improved = false
    for (const cell of cover.secondaries()) {
      if (!cover.isHidden(cell)) continue
      if (cover.effort() > limit) return
      const before = cover.save()
      if (cover.doWithout(cell)) cover.thin()
      if (cover.score() < before.score - 1e-9) improved = true
      else cover.restore(before)
    }
    if (!improved) return
  }
}

/** Small tables are tried from many starts; large ones once, where local exchanges already serve. */
function restarts(cells: number, primaries: number): number {
  if (primaries === 0) return 0
  return Math.max(1, Math.min(12, Math.floor(2000 / (cells * Math.sqrt(primaries)))))
}

function shuffled(list: readonly number[], random: () => number): number[] {
  return list
    .map((value) => ({ value, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ value }) => value)
}

/** Evenly spread numbers from a seed (mulberry32), so that a choice can be repeated exactly. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
