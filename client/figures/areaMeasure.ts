import type { ScorecardRow } from '../../shared/series/scorecard.ts'
import type { Measured } from '../../shared/figures/formatValue.ts'

/** How the areas' figures of a row are written: a count as a rate where the measure has one. */
export function areaMeasure({ unit, areaBasis }: Pick<ScorecardRow, 'unit' | 'areaBasis'>): Measured {
  return { unit, basis: unit === 'count' && /\bper\b/i.test(areaBasis.label) ? 'rate' : 'count' }
}
