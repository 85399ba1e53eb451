import type { Signal } from './signal.ts'

/** A chance this small counts as certain as anything in a table of figures can be. */
const surest = 6
/** So many people or more give the full weight of reach: one in each hundredfold a half. */
const furthest = 4

/** The three parts of a rank, each from 0 to 1, and their weighted sum. */
export interface Rank {
  readonly strength: number
  readonly novelty: number
  readonly reach: number
  readonly score: number
}

/**
 * Where a signal stands among others: half by its strength, three tenths by its novelty, a fifth by its reach. Strength
 * is half how surely it is no chance (the order of magnitude of p, full at one in a million; facts are sure) and half
 * how large it is (full at a doubling or a halving). Reach is the order of magnitude of the people affected.
 * Example: a new certain halving that concerns ten thousand people scores 1.
 */
export function rankOf({ p, size, novelty, reach }: Pick<Signal, 'p' | 'size' | 'novelty' | 'reach'>): Rank {
  const surprise = p === null ? 1 : Math.min(1, -Math.log10(Math.max(p, 1e-12)) / surest)
  const magnitude = Math.min(1, Math.log1p(Math.abs(size)) / Math.LN2)
  const strength = (surprise + magnitude) / 2
  const far = Math.min(1, Math.log10(1 + Math.max(0, reach)) / furthest)
  return { strength, novelty, reach: far, score: 0.5 * strength + 0.3 * novelty + 0.2 * far }
}

/** How much of a signal is new: all of it where it was not there, else by how much it has grown since, up to double. */
export function noveltyOf(size: number, before: { readonly size: number } | null): number {
  if (before === null) return 1
  const was = Math.abs(before.size)
  return was === 0 ? 1 : Math.min(1, Math.max(0, Math.abs(size) / was - 1))
}

/** How surely a signal is no chance, in words that stand beside it. */
export function certaintyWords({ p }: Pick<Signal, 'p'>): string {
  if (p === null) return 'A fact, not a judgement'
  if (p < 0.0001) return 'Very strong evidence'
  return p < 0.001 ? 'Strong evidence' : 'Moderate evidence'
}
