import { overdispersion } from './overdispersion.ts'
import { studentTwoSided } from './studentT.ts'

/** One area's parts. */
export interface AreaParts {
  readonly area: string
  readonly numerator: number
  readonly denominator: number
}

/** How far an area lies from all others together. */
export interface Apart {
  readonly area: string
  readonly value: number
  /** The share or rate of the others together. */
  readonly others: number
  /** The chance of lying as far from them, given how far they lie from each other. */
  readonly p: number
}

const leastOthers = 2

/**
 * Each area against all the others together. Areas differ from each other for good reasons, so the distance is judged
 * by how far the others lie apart among themselves: where that is more than chance, the standard error grows by the
 * root of their overdispersion, and Student's t with one degree of freedom fewer than there are others takes the
 * place of the normal curve. The area itself is left out of that spread: it must not hide behind its own distance.
 * Empty with fewer than three areas.
 * Source: Spiegelhalter (2005), Funnel plots, section 4, with the area judged left out.
 */
export function apartFromOthers(statistic: 'rate' | 'proportion', areas: readonly AreaParts[]): Apart[] {
  return areas.flatMap((own): Apart[] => {
    const others = areas.filter(({ area }) => area !== own.area)
    if (others.length < leastOthers || own.denominator <= 0) return []
    const numerator = sum(others.map((each) => each.numerator))
    const denominator = sum(others.map((each) => each.denominator))
    if (denominator <= 0) return []
    const average = numerator / denominator
    const pooled = (numerator + own.numerator) / (denominator + own.denominator)
    const perUnit = statistic === 'rate' ? pooled : pooled * (1 - pooled)
    if (!(perUnit > 0)) return []
    const spread = overdispersion(statistic, others)
    const phi = Math.max(1, spread?.phi ?? 1)
    // The others' own sampling counts once for them all; their spread, for the one area.
    const error = Math.sqrt(perUnit * (phi / own.denominator + 1 / denominator))
    const distance = (own.numerator / own.denominator - average) / error
    const freedom = spread?.present === true ? others.length - 1 : 1e4
    return [
      {
        area: own.area,
        value: own.numerator / own.denominator,
        others: average,
        p: studentTwoSided(distance, freedom),
      },
    ]
  })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
