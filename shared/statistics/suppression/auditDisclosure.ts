import { cellExtremes } from './cellExtremes.ts'
import type { Depth, Extremes } from './cellExtremes.ts'
import type { SolveWholeNumbers } from './linearProgram.ts'
import type { PublishedTables } from './publishedTables.ts'
import { unknownSystems } from './unknownSystems.ts'
import type { Least } from './unknownSystems.ts'

/** What an attacker can say of one hidden cell: whole numbers from lo to hi (null = no limit). */
export interface CellBounds {
  lo: number
  hi: number | null
  exact: boolean
}

/**
 * What everything published together gives away. Not *feasible*: the figures contradict each other, or the
 * attacker's assumption. *Safe*: no hidden cell has only one possible value. *Undecided* cells (search given up)
 * count as unsafe.
 */
export interface DisclosureAudit {
  feasible: boolean
  safe: boolean
  exact: string[]
  undecided: string[]
  bounds: Record<string, CellBounds>
}

export interface AuditOptions {
  /**
   * The least a hidden value can be, as the attacker knows: 1 where zeros are always published, else 0; a
   * function where it differs from cell to cell.
   */
  least: Least
  /** *tight* (the default) gives exact bounds; *variation* only decides safety, many times faster. */
  depth?: Depth
  solve?: SolveWholeNumbers
}

/**
 * Whether any hidden cell can be worked out from everything published, by an attacker who knows that all values
 * are whole and at least `least`; with the tightest bounds of each. Exact: every verdict *varies* rests on two
 * whole-number solutions that were checked against the equations.
 *
 * With April hidden, May 14, June 17 and the quarter 34 published, April is exactly 3: not safe.
 */
export function auditDisclosure(published: PublishedTables, options: AuditOptions): DisclosureAudit {
  const impossible = { feasible: false, safe: false, exact: [], undecided: [], bounds: {} }
  const unknown = unknownSystems(published, options.least)
  if (unknown === null) return impossible
  const found = new Map<string, Extremes>()
  for (const [id, value] of unknown.settled) found.set(id, { lo: value, hi: value, standing: 'exact' })
  for (const system of unknown.systems) {
    const extremes = cellExtremes(system, options.depth ?? 'tight', options.solve)
    if (extremes === null) return impossible
    for (const [id, each] of extremes) found.set(id, each)
  }
  const hidden = Object.keys(published.cells).filter((id) => found.has(id))
  const standing = (which: Extremes['standing']) => hidden.filter((id) => found.get(id)?.standing === which)
  const exact = standing('exact')
  const undecided = standing('open')
  const bounds = Object.fromEntries(
    hidden.map((id): [string, CellBounds] => {
      const { lo = 0, hi = null, standing: each } = found.get(id) ?? {}
      return [id, { lo, hi, exact: each === 'exact' }]
    }),
  )
  return { feasible: true, safe: exact.length + undecided.length === 0, exact, undecided, bounds }
}
