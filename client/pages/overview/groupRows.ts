import { themes } from '../../../shared/metrics/themes.ts'
import type { ScorecardRow } from '../../../shared/series/scorecard.ts'

export interface RowGroup {
  readonly id: string
  readonly name: string
  readonly rows: readonly ScorecardRow[]
}

interface AimLike {
  readonly id: string
  readonly name: string
  readonly metrics: readonly string[]
}

/** What brings the rows together: their theme, the board's aims, or nothing. */
export type Grouping = 'themes' | 'none' | readonly AimLike[]

/**
 * Rows under their theme in the order of the catalogue; or under every aim they serve in the order the board wrote its
 * aims, and the rest under "Other measures"; or all as one group.
 */
export function groupRows(rows: readonly ScorecardRow[], grouping: Grouping): RowGroup[] {
  if (grouping === 'none') return rows.length === 0 ? [] : [{ id: 'all', name: 'All measures', rows }]
  if (grouping === 'themes') {
    return themes
      .map(({ id, label }) => ({ id, name: label, rows: rows.filter((row) => row.theme === id) }))
      .filter((group) => group.rows.length > 0)
  }
  const byMetric = new Map(rows.map((row) => [row.metric, row]))
  const served = grouping.map(({ id, name, metrics }) => ({
    id,
    name,
    rows: metrics.flatMap((metric) => byMetric.get(metric) ?? []),
  }))
  const others = rows.filter((row) => !grouping.some((aim) => aim.metrics.includes(row.metric)))
  return [...served, { id: 'others', name: 'Other measures', rows: others }].filter(
    (group) => group.rows.length > 0,
  )
}
