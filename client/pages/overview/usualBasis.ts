import type { ScorecardRow } from '../../../shared/series/scorecard.ts'

/** The basis most rows show their areas in, for the head of those columns; null without rows. */
export function usualBasis(rows: readonly ScorecardRow[]): string | null {
  const counts = new Map<string, number>()
  for (const { areaBasis } of rows) counts.set(areaBasis.label, (counts.get(areaBasis.label) ?? 0) + 1)
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  return most?.[0] ?? null
}

/** The rows that show their areas in another basis than the usual one, by basis. */
export function otherBases(rows: readonly ScorecardRow[]): [string, string[]][] {
  const usual = usualBasis(rows)
  const others = new Map<string, string[]>()
  for (const { areaBasis, name } of rows) {
    if (areaBasis.label !== usual) others.set(areaBasis.label, [...(others.get(areaBasis.label) ?? []), name])
  }
  return [...others]
}
