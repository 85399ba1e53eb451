import type { DisclosureLevel, PublishedGrain } from '../../shared/partnership/partnership.ts'
import type { Point } from '../../shared/series/series.ts'
import type { Figure } from '../metrics/figure.ts'
import type { CellState } from './tableMask.ts'

/**
 * What kind of figure a point is: a count (or rate of one), a share of a whole, one count for each of another, or a middle
 * value or mean of so many records.
 */
export type FigureKind = 'count' | 'share' | 'ratio' | 'median'

/**
 * What a protected reader may see of a figure: itself, rounded as the policy says; or why it is not shown. Small numbers
 * and those hidden for them carry one sentence: telling them apart would itself narrow the small ones down.
 */
export function disclose(
  figure: Figure,
  {
    state,
    kind,
    level,
    floor,
  }: {
    readonly state: CellState
    readonly kind: FigureKind
    readonly level: DisclosureLevel
    readonly floor: PublishedGrain
  },
): { readonly figure: Figure } | { readonly hidden: Pick<Point, 'status' | 'reason'> } {
  const { status } = figure.supply
  if (status !== 'final' && status !== 'provisional') return { figure }
  if (state === 'notPublished') return { hidden: { status: 'suppressed', reason: notPublished[floor] } }
  if (state === 'hidden' || isSmall(figure, kind, level))
    return {
      hidden: {
        status: 'suppressed',
        reason: hiddenReason,
      },
    }
  return { figure: rounded(figure, kind, level.rounding) }
}

/** Said of every hidden number alike. */
export const hiddenReason =
  'Hidden to protect people: the number is small, or would let a small number be worked out.'

const notPublished: Record<PublishedGrain, string> = {
  month: 'Not published for this period, to protect people; it needs analyst access.',
  quarter:
    'Published by whole quarters and years only, to protect people; shorter periods need analyst access.',
  financialYear: 'Published by whole years only, to protect people; shorter periods need analyst access.',
  none: 'Not published at this level, because too many of the numbers are small; it needs analyst access.',
}

function isSmall({ numerator, denominator }: Figure, kind: FigureKind, level: DisclosureLevel): boolean {
  const small = (count: number | null) =>
    count !== null && count < level.threshold && (count > 0 || (count === 0 && level.suppressZero))
  switch (kind) {
    case 'count':
      return small(numerator)
    case 'share':
      return (
        small(numerator) ||
        small(denominator) ||
        small(numerator === null || denominator === null ? null : denominator - numerator)
      )
    case 'ratio':
      return small(numerator) || small(denominator)
    case 'median':
      return small(denominator)
  }
}

function rounded(figure: Figure, kind: FigureKind, base: number): Figure {
  if (base <= 1) return figure
  const to = (count: number | null) => (count === null ? null : Math.round(count / base) * base)
  const numerator = to(figure.numerator)
  const denominator = to(figure.denominator)
  if (kind === 'median') return { ...figure, denominator }
  if (kind === 'count') return { ...figure, numerator, value: numerator }
  const { value } = figure
  const exact =
    figure.numerator === null || !figure.denominator ? null : figure.numerator / figure.denominator
  const multiplier = value === null || !exact ? 100 : value / exact
  return {
    ...figure,
    numerator,
    denominator,
    value: numerator === null || !denominator ? null : (numerator / denominator) * multiplier,
  }
}
