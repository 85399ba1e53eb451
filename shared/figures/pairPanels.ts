import type { Point, Series, SeriesResult } from '../series/series.ts'
import { exploredParts } from './exploredParts.ts'

/** More lines than this in a small panel cannot be told apart. */
const mostLines = 4

export interface PairPanel {
  readonly code: string
  readonly name: string
  /** One line a value of the second dimension, the same values in the same order in every panel. */
  readonly lines: readonly Series[]
}

interface Asked {
  readonly first: string
  readonly second: string
  /** How many panels stand by themselves; the others together make the last. Null: all. */
  readonly top: number | null
  readonly share: boolean
  readonly additive: boolean
}

/**
 * Two dimensions over time: a panel for each value of the first, in it a line for each of the largest values of the
 * second and one for the rest. A pair that no record has is 0 where counts add up and every other pair was supplied,
 * else it has no figure.
 */
export function pairPanels(
  { series, disclosure }: Pick<SeriesResult, 'series' | 'disclosure'>,
  asked: Asked,
): PairPanel[] {
  const { first, second, top, share, additive } = asked
  const firsts = bySize(series, first)
  const seconds = bySize(series, second)
  const held = new Map(series.map((each) => [pairOf(each.key[first], each.key[second]), each]))
  const empty = emptyPoints(series, additive && disclosure === 'unprotected')
  const cell = (own: Value, other: Value): Series =>
    held.get(pairOf(own.code, other.code)) ?? {
      key: { [first]: own.code, [second]: other.code },
      labels: { [first]: own.name, [second]: other.name },
      points: empty,
    }
  const panels = new Map<string, Series[]>()
  const order = firsts.map(({ code }) => code)
  for (const other of seconds) {
    const cells = firsts.map((own) => cell(own, other))
    const across = exploredParts(cells, { dimension: first, order, top, share: false, additive })
    for (const each of across) {
      const code = each.key[first] ?? ''
      panels.set(code, [...(panels.get(code) ?? []), each])
    }
  }
  return [...panels].map(([code, lines]) => ({
    code,
    name: lines[0]?.labels[first] ?? code,
    lines: exploredParts(lines, {
      dimension: second,
      order: seconds.map((each) => each.code),
      top: mostLines,
      share,
      additive,
    }),
  }))
}

interface Value {
  readonly code: string
  readonly name: string
}

function pairOf(first: string | undefined, second: string | undefined): string {
  return `${first ?? ''}\u0000${second ?? ''}`
}

/** The values of a dimension by the sum of their figures; what is not recorded comes last. */
function bySize(series: readonly Series[], dimension: string): Value[] {
  const sizes = new Map<string, { readonly name: string; size: number }>()
  for (const { key, labels, points } of series) {
    const code = key[dimension] ?? ''
    const value = sizes.get(code) ?? { name: labels[dimension] ?? code, size: 0 }
    value.size += points.reduce((sum, point) => sum + (point.value ?? 0), 0)
    sizes.set(code, value)
  }
  const last = (name: string) => Number(/not (recorded|known|stated)/i.test(name))
  return [...sizes]
    .toSorted(([, a], [, b]) => last(a.name) - last(b.name) || b.size - a.size)
    .map(([code, { name }]) => ({ code, name }))
}

function emptyPoints(series: readonly Series[], zero: boolean): Point[] {
  return (series[0]?.points ?? []).map(({ period }, i) => {
    const statuses = series.map(({ points }) => points[i]?.status ?? 'missing')
    const supplied = series.every(({ points }) => points[i]?.value != null)
    const provisional = statuses.includes('provisional')
    return zero && supplied
      ? { period, value: 0, numerator: 0, denominator: null, status: provisional ? 'provisional' : 'final' }
      : { period, value: null, numerator: null, denominator: null, status: 'missing' }
  })
}
