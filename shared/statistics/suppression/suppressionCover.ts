import type { CellNetwork } from './cellNetwork.ts'
import { findAlternative } from './findAlternative.ts'
import type { Alternative } from './findAlternative.ts'

/** A choice of hidden cells with the proof that none can be worked out; opaque, to go back to. */
export interface CoverState {
  hidden: Uint8Array
  proofs: (Alternative | null)[]
  score: number
}

/** A growing and shrinking choice of hidden cells, in which each keeps an alternative as its proof. */
export interface SuppressionCover {
  /** Back to small cells only; `jitter` varies prices, to search from another side. */
  reset(jitter: () => number): void
  /** Hides what is needed so that each of these cells has an alternative. */
  protect(cells: readonly number[]): void
  /** Shows again every secondary cell that the others can spare, dearest first. */
  thin(): void
  /** Shows one secondary cell and hides others in its stead; false when there is no way. */
  doWithout(cell: number): boolean
  secondaries(): number[]
  isHidden(cell: number): boolean
  isCovered(cell: number): boolean
  /** What the secondary cells cost together. */
  score(): number
  /** Work done so far, in cells of the programs solved: about ten million a second. */
  effort(): number
  save(): CoverState
  restore(state: CoverState): void
}

/** Opens a cover on a network with only its small cells hidden. */
export function openCover(network: CellNetwork): SuppressionCover {
  const size = network.ids.length
  let hidden = new Uint8Array(size)
  let proofs: (Alternative | null)[] = []
  let prices: number[] = []
  let spent = 0
  reset(() => 1)
  return { reset, protect, thin, doWithout, secondaries, isHidden, isCovered, score, effort, save, restore }

  function reset(jitter: () => number) {
    hidden = Uint8Array.from(network.mustHide, (must) => (must ? 1 : 0))
    proofs = network.ids.map(() => null)
    prices = network.cost.map((cost, i) => (network.mayHide[i] === true ? cost * jitter() : Infinity))
  }

  function protect(cells: readonly number[]) {
    for (const cell of cells) if (!isCovered(cell)) cover(cell, (each) => prices[each] ?? Infinity)
  }

  function thin() {
    const dearestFirst = secondaries().toSorted((a, b) => (network.cost[b] ?? 0) - (network.cost[a] ?? 0))
    for (const cell of dearestFirst) drop(cell, 'nothing')
  }

  function doWithout(cell: number): boolean {
    return drop(cell, 'others')
  }

  function drop(cell: number, inItsStead: 'nothing' | 'others'): boolean {
    if (inItsStead === 'nothing' && leavesOneAlone(cell)) return false
    const before = save()
    hidden[cell] = 0
    proofs[cell] = null
    const orphans: number[] = []
    for (let i = 0; i < size; i++) {
      if (proofs[i]?.has(cell) !== true) continue
      proofs[i] = null
      if (hidden[i] === 1) orphans.push(i)
    }
    const priceOf = (each: number) =>
      each === cell || inItsStead === 'nothing' ? Infinity : (prices[each] ?? Infinity)
    for (const orphan of orphans) {
      if (isCovered(orphan) || cover(orphan, priceOf)) continue
      restore(before)
      return false
    }
    return true
  }

  /** With this cell shown, some equation would have exactly one hidden cell, which it would give away. */
  function leavesOneAlone(cell: number): boolean {
    return (network.equationsOf[cell] ?? []).some((e) => {
      const others = network.equations[e]?.cells.filter((each) => each !== cell && hidden[each] === 1)
      return others?.length === 1
    })
  }

  function cover(cell: number, priceOf: (cell: number) => number): boolean {
    const found = findAlternative(network, cell, { hidden, priceOf, spend })
    if (found === null) return false
    for (const each of found.keys()) {
      hidden[each] = 1
      proofs[each] ??= found
    }
    return true
  }

  function secondaries(): number[] {
    return network.ids.flatMap((_, i) => (hidden[i] === 1 && network.mustHide[i] !== true ? [i] : []))
  }

  function isHidden(cell: number): boolean {
    return hidden[cell] === 1
  }

  function isCovered(cell: number): boolean {
    return (proofs[cell] ?? null) !== null
  }

  function score(): number {
    return secondaries().reduce((sum, cell) => sum + (network.cost[cell] ?? 0), 0)
  }

  function spend(work: number) {
    spent += work
  }

  function effort(): number {
    return spent
  }

  function save(): CoverState {
    return { hidden: hidden.slice(), proofs: [...proofs], score: score() }
  }

  function restore(state: CoverState) {
    hidden = state.hidden.slice()
    proofs = [...state.proofs]
  }
}
