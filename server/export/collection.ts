import type { Figure } from '../../shared/figures/figure.ts'

/** What one file holds: figures in order, and what its cover says. */
export interface Collection {
  readonly title: string
  readonly board: string
  readonly figures: readonly Figure[]
  /** When the file is made, ISO 8601 UTC. */
  readonly made: string
  /** Figures as their chart, or as their table alone. */
  readonly shows: 'chart' | 'table'
}
