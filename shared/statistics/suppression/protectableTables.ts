import type { Equation, PublishedTables, PublishedValue } from './publishedTables.ts'

/** One true count before it is published. */
export interface ProtectableCell {
  value: number
  /**
   * *known*: already out (an earlier edition), so it can hide nothing and is never hidden again. *hidden*: hidden
   * already or by another table's margin, and stays so whatever its size; it may be 0.
   */
  given?: 'known' | 'hidden'
  /** How much its loss costs, beside 1 for an inner cell. Default: a little more for each level of total. */
  worth?: number
}

/** The true figures of everything to be published together; see PublishedTables for equations. */
export interface ProtectableTables {
  cells: Readonly<Record<string, ProtectableCell>>
  equations: readonly Equation[]
}

/** The tables as a reader sees them: hidden cells as null, everything else unaltered. */
export function publishedWith(
  tables: ProtectableTables,
  hidden: { has(id: string): boolean },
): PublishedTables {
  const cells = Object.entries(tables.cells).map(([id, { value }]): [string, PublishedValue] => [
    id,
    hidden.has(id) ? null : value,
  ])
  return { cells: Object.fromEntries(cells), equations: tables.equations }
}
