import type { Point, Series } from '../series/series.ts'

interface Asked {
  readonly dimension: string
  /** Codes, the part to show first first. */
  readonly order: readonly string[]
  /** How many parts are shown by themselves; the others together make the rest. Null: all of them. */
  readonly top: number | null
  readonly share: boolean
  /** Whether parts add up to the whole; else there is no rest and no share. */
  readonly additive: boolean
}

/**
 * The parts of a breakdown as a reader wants them: the largest by themselves, all others together, as counts or as
 * per cent of the whole. A period in which any part is missing or hidden has neither rest nor share, because its
 * whole is not known.
 */
export function exploredParts(series: readonly Series[], asked: Asked): Series[] {
  const { dimension, order, top, share, additive } = asked
  const place = ({ key }: Series) => order.indexOf(key[dimension] ?? '')
  const sorted = series.toSorted((a, b) => place(a) - place(b))
  const shown = top === null || sorted.length <= top + 1 ? sorted : sorted.slice(0, top)
  const others = sorted.slice(shown.length)
  const parts = additive && others.length > 0 ? [...shown, restOf(others, dimension)] : shown
  if (!share || !additive) return parts
  const totals = summed(sorted)
  return parts.map((part) => ({
    ...part,
    points: part.points.map((point, i) => shareOf(point, totals[i] ?? null)),
  }))
}

/** How many parts are left out where they cannot be added up. */
export function leftOut(
  series: readonly Series[],
  { top, additive }: Pick<Asked, 'top' | 'additive'>,
): number {
  return additive || top === null || series.length <= top + 1 ? 0 : series.length - top
}

function restOf(others: readonly Series[], dimension: string): Series {
  const [first] = others
  const totals = summed(others)
  return {
    key: { ...first?.key, [dimension]: 'rest' },
    labels: { ...first?.labels, [dimension]: `${others.length} others` },
    points: (first?.points ?? []).map(({ period }, i) => {
      const statuses = others.map(({ points }) => points[i]?.status ?? 'missing')
      const value = totals[i] ?? null
      return {
        period,
        value,
        numerator: value,
        denominator: null,
        status:
          value === null ? (statuses.find((status) => status !== 'final') ?? 'missing') : statusOf(statuses),
      }
    }),
  }
}

function summed(series: readonly Series[]): (number | null)[] {
  return (series[0]?.points ?? []).map((_, i) => {
    const values = series.map(({ points }) => points[i]?.value ?? null)
    return values.reduce<number | null>(
      (sum, value) => (sum === null || value === null ? null : sum + value),
      0,
    )
  })
}

function statusOf(statuses: readonly Point['status'][]): Point['status'] {
  return statuses.includes('provisional') ? 'provisional' : 'final'
}

function shareOf(point: Point, total: number | null): Point {
  const value = point.value === null || total === null || total === 0 ? null : (point.value / total) * 100
  return { ...point, value, numerator: point.value, denominator: total }
}
