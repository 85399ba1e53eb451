import type { Viewer } from '../../shared/access/viewer.ts'
import type { DisclosurePolicy } from '../../shared/partnership/partnership.ts'
import type { Point } from '../../shared/series/series.ts'

/** What kind of figure a point is: a count (or rate of one), a share of a whole, or a middle value of so many records. */
export type FigureKind = 'count' | 'share' | 'median'

/**
 * The one way out: what this viewer may see of a point. For protected viewers a small count, a share with a small part
 * or remainder, and a median of few records lose every number they carry. Statistics are computed from what remains.
 */
export function disclose(
  point: Point,
  kind: FigureKind,
  to: { readonly viewer: Viewer; readonly policy: DisclosurePolicy },
): Point {
  const { viewer, policy } = to
  if (viewer.disclosure === 'unprotected') return point
  const { soFar: _hidden, ...bare } = point
  if (bare.value === null && bare.numerator === null) return bare
  if (isSmall(bare, kind, policy)) return hidden(bare)
  return kind === 'count' ? rounded(bare, policy.rounding) : bare
}

function isSmall(point: Point, kind: FigureKind, policy: DisclosurePolicy): boolean {
  const small = (count: number | null) =>
    count !== null && count < policy.threshold && (count > 0 || policy.suppressZero)
  switch (kind) {
    case 'count':
      return small(point.numerator)
    case 'share': {
      const remainder =
        point.numerator === null || point.denominator === null ? null : point.denominator - point.numerator
      return small(point.numerator) || small(point.denominator) || small(remainder)
    }
    case 'median':
      return small(point.denominator)
  }
}

function hidden(point: Point): Point {
  return {
    period: point.period,
    value: null,
    numerator: null,
    denominator: null,
    status: 'suppressed',
    reason: 'Hidden because the number is small enough to point to people.',
  }
}

function rounded(point: Point, base: number): Point {
  if (base <= 1 || point.numerator === null) return point
  const numerator = Math.round(point.numerator / base) * base
  const value =
    point.value === null
      ? null
      : point.denominator === null
        ? numerator
        : (point.value / (point.numerator || 1)) * numerator
  return { ...point, numerator, value }
}
