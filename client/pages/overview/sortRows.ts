import { formatChange } from '../../../shared/figures/formatChange.ts'
import type { Finding, ScorecardRow } from '../../../shared/series/scorecard.ts'
import type { ScorecardSort } from '../../address/overviewSearch.ts'

/**
 * The rows of one group in the order asked for. Change is relative to the year before, and rows that show none come
 * last either way. Signals rank as the findings do; then what stayed in its usual range, then what cannot be judged.
 */
export function sortRows(
  rows: readonly ScorecardRow[],
  sort: ScorecardSort | undefined,
  findings: readonly Finding[],
): readonly ScorecardRow[] {
  if (sort === undefined) return rows
  const falling = sort.startsWith('-')
  switch (sort) {
    case 'name':
    case '-name': {
      const named = rows.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
      return falling ? named.toReversed() : named
    }
    case 'change':
    case '-change':
      return rows.toSorted((a, b) => {
        const [first, second] = [shownChange(a), shownChange(b)]
        if (first === null || second === null) return Number(first === null) - Number(second === null)
        return falling ? second - first : first - second
      })
    case 'signal':
    case '-signal': {
      const ranks = new Map(findings.map(({ metric }, rank) => [metric, rank]))
      const unusual = (row: ScorecardRow) => {
        if (row.variation.kind === 'unjudged') return findings.length + 1
        return ranks.get(row.metric) ?? findings.length
      }
      return rows.toSorted((a, b) => (falling ? unusual(a) - unusual(b) : unusual(b) - unusual(a)))
    }
  }
}

function shownChange(row: ScorecardRow): number | null {
  return formatChange(row.change, { unit: row.unit }) === null ? null : row.change.percent
}
