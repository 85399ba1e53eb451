import type { PublishedGrain } from '../../shared/partnership/partnership.ts'
import { driven } from './breather.ts'
import type { Grid, Proof } from './grid.ts'
import { liftProofs } from './liftProofs.ts'
import { protectGrid } from './protectGrid.ts'
import { coarser, grainsFrom } from './publishedTablesOf.ts'
import { stageFigures, tally } from './stageFigures.ts'
import { stageGrid } from './stageGrid.ts'
import type { StageMask, TableMask } from './tableMask.ts'
import type { TimeCell } from './timeAxis.ts'

/** A table before anything is hidden. */
export interface TableFigures {
  readonly periods: readonly TimeCell[]
  readonly places: readonly string[]
  readonly parts: readonly string[]
  /** The numbers that share the mask, of a place (null: the whole), line and period; NaN where none is published. */
  values(place: number | null, part: number, period: number): readonly number[]
}

/** How a table is to be protected. */
export interface TableRules {
  readonly threshold: number
  readonly suppressZero: boolean
  /** Whether a hidden number may be 0 in a reader's eyes, and a 0 may be hidden: the two sides of a share. */
  readonly zeroMayHide: boolean
  readonly mostHidden: number
  readonly whole: PublishedGrain
  readonly byPlace: PublishedGrain
  /** The table of the totals over lines, protected before. */
  readonly totals: TableMask | null
  /** Tables of which this one is the sum: what they hide is hidden here. */
  readonly sums: readonly TableMask[]
  /** What was hidden or known before, by place (null: the whole), line and period. */
  before(place: number | null, part: number, period: number): 'hidden' | 'known' | null
  /** Whether the lines of a place and period are hidden all together: a share. */
  readonly countsUnits: boolean
}

/** Protects a table: the whole first, then its places, each by the finest periods at which little enough is hidden. */
export async function buildTable(figures: TableFigures, rules: TableRules): Promise<TableMask> {
  const whole = await stage(figures, rules, null)
  const byPlace = await stage(figures, rules, whole)
  return { periods: figures.periods, places: figures.places, parts: figures.parts, whole, byPlace }
}

async function stage(figures: TableFigures, rules: TableRules, whole: StageMask | null): Promise<StageMask> {
  const side = whole === null ? 'whole' : 'byPlace'
  const floors = [rules.totals, ...rules.sums].flatMap((table) => (table ? [table[side].floor] : []))
  const start = [rules[side], ...(whole ? [whole.floor] : []), ...floors].reduce(coarser)
  for (const floor of grainsFrom(start)) {
    const made = await attempt(figures, rules, { whole, floor })
    if (made) return made
  }
  return empty(figures, whole === null ? 1 : figures.places.length)
}

function empty({ parts, periods }: TableFigures, places: number): StageMask {
  const hidden = new Uint8Array(places * parts.length * periods.length)
  return { hidden, held: hidden, proofs: [], exposed: [], floor: 'none', published: 0, suppressed: 0 }
}

/** The stage at one floor; null where too much is hidden or something cannot be protected. */
async function attempt(
  figures: TableFigures,
  rules: TableRules,
  stage: { readonly whole: StageMask | null; readonly floor: PublishedGrain },
): Promise<StageMask | null> {
  const { whole, floor } = stage
  if (floor === 'none') return null
  const laid = stageFigures(figures, { isWhole: whole === null, floor })
  const grid = stageGrid(figures, rules, { stage, laid })
  const inherited = inheritedProofs(grid, rules, whole)
  const isTooMuch = (hidden: Uint8Array) => {
    const { published, suppressed } = tally(laid, hidden, rules.countsUnits)
    return suppressed > rules.mostHidden * published
  }
  // So many small numbers need company: there is no use in looking for it.
  if (!inherited || isTooMuch(grid.must)) return null
  const mask = await driven(protectGrid(grid, inherited))
  if (mask.exposed.length > 0 || isTooMuch(mask.hidden)) return null
  return { ...mask, held: laid.held, floor, ...tally(laid, mask.hidden, rules.countsUnits) }
}

/** The proofs of all totals, carried into this grid; null where one of them finds no room in it. */
function inheritedProofs(grid: Grid, { totals, sums }: TableRules, whole: StageMask | null): Proof[] | null {
  const side = whole === null ? 'whole' : 'byPlace'
  const { areas, parts } = grid
  const sources = [
    ...(totals ? [{ proofs: totals[side].proofs, from: { areas, parts: 1 } }] : []),
    ...(whole ? [{ proofs: whole.proofs, from: { areas: 1, parts } }] : []),
    ...sums.map((table) => ({ proofs: table[side].proofs, from: { areas, parts } })),
  ]
  const lifted = sources.map(({ proofs, from }) => liftProofs(grid, proofs, from))
  return lifted.every(({ complete }) => complete) ? lifted.flatMap(({ proofs }) => proofs) : null
}
