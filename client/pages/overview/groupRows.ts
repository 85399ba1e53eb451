import { themes } from '../../../shared/metrics/themes.ts'
import type { ScorecardRow } from '../../../shared/series/scorecard.ts'

export interface RowGroup {
  readonly name: string
  readonly rows: readonly ScorecardRow[]
}

interface AimLike {
  readonly name: string
  readonly metrics: readonly string[]
}

/** Rows under their theme; or, given the board's aims, under every aim they serve and the rest under "Other measures". */
export function groupRows(rows: readonly ScorecardRow[], aims: readonly AimLike[] | null): RowGroup[] {
  if (aims === null) {
    return themes
      .map(({ id, label }) => ({ name: label, rows: rows.filter((row) => row.theme === id) }))
      .filter((group) => group.rows.length > 0)
  }
  const served = aims.map(({ name, metrics }) => ({
    name,
    rows: rows.filter((row) => metrics.includes(row.metric)),
  }))
  const others = rows.filter((row) => !aims.some((aim) => aim.metrics.includes(row.metric)))
  return [...served, { name: 'Other measures', rows: others }].filter((group) => group.rows.length > 0)
}
