import type { ScorecardRow } from '../../../shared/series/scorecard.ts'

/** The basis in which most counts show their areas, for the head of those columns; null without rows. */
export function usualBasis(rows: readonly ScorecardRow[]): string | null {
  const rates = rows.filter(({ areaBasis }) => /\bper\b/i.test(areaBasis.label))
  const counts = new Map<string, number>()
  for (const { areaBasis } of rates.length > 0 ? rates : rows) {
    counts.set(areaBasis.label, (counts.get(areaBasis.label) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  return most?.[0] ?? null
}

/** What to say of a row whose areas are in another basis or year; null where the head or the figure's own sign says it. */
export function ownBasis(row: ScorecardRow, usual: string | null): string | null {
  const [basis = '', year = ''] = row.areaBasis.label.split(', ')
  const [usualName, usualYear] = usual?.split(', ') ?? []
  const said = [
    ...(basis === usualName || row.unit === 'percent' ? [] : [inSentence(basis)]),
    ...(year === usualYear ? [] : [year]),
  ]
  return said.length === 0 ? null : said.join(', ')
}

function inSentence(basis: string): string {
  return basis === 'Value' ? 'as in the first column' : basis.charAt(0).toLowerCase() + basis.slice(1)
}
