import type { Figure } from './figure.ts'

/** One value of a cited figure that says something else now; null is no figure. */
export interface ChangedValue {
  readonly series: string
  readonly category: string
  readonly was: number | null
  readonly now: number | null
}

/** A cited figure as it was, and whether it has since been restated. */
export interface Citation {
  readonly id: string
  readonly link: string
  /** ISO 8601 UTC. */
  readonly citedAt: string
  readonly figure: Figure
  readonly since:
    | { readonly kind: 'compared'; readonly position: number; readonly changes: readonly ChangedValue[] }
    | { readonly kind: 'unknown'; readonly why: string }
}
