/** total = sum of parts, as cell ids. A part named twice counts twice. */
export interface Equation {
  total: string
  parts: readonly string[]
}

/** What a reader knows of one cell: its number, nothing (null = suppressed), or a range (max null = no limit). */
export type PublishedValue = number | null | { min: number; max: number | null }

/**
 * Everything a reader holds: cells and the equations between them. Tables, hierarchies, rolling windows and
 * linked tables are all written this way; cells that appear in several tables share one id.
 *
 * { cells: { apr: null, may: 14, jun: 17, q1: 34 }, equations: [{ total: 'q1', parts: ['apr', 'may', 'jun'] }] }
 */
export interface PublishedTables {
  cells: Readonly<Record<string, PublishedValue>>
  equations: readonly Equation[]
}
