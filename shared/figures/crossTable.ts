import type { Series } from '../series/series.ts'

export interface CrossPart {
  readonly code: string
  readonly name: string
}

export interface Cross {
  readonly rows: readonly CrossPart[]
  readonly columns: readonly CrossPart[]
  /** By row and column; null where hidden or missing, with its series for the marker. */
  readonly cell: (row: string, column: string) => Series | undefined
}

/** The newest figure of every pair of values, rows and columns by size; what is not recorded comes last. */
export function crossTable(series: readonly Series[], first: string, second: string): Cross {
  const cells = new Map(series.map((each) => [`${each.key[first]}\u0000${each.key[second]}`, each]))
  return {
    rows: partsOf(series, first),
    columns: partsOf(series, second),
    cell: (row, column) => cells.get(`${row}\u0000${column}`),
  }
}

function partsOf(series: readonly Series[], dimension: string): CrossPart[] {
  const sizes = new Map<string, { readonly name: string; size: number }>()
  for (const { key, labels, points } of series) {
    const code = key[dimension] ?? ''
    const held = sizes.get(code) ?? { name: labels[dimension] ?? code, size: 0 }
    held.size += points.at(-1)?.value ?? 0
    sizes.set(code, held)
  }
  const last = (name: string) => Number(/not (recorded|known|stated)/i.test(name))
  return [...sizes]
    .toSorted(([, a], [, b]) => last(a.name) - last(b.name) || b.size - a.size)
    .map(([code, { name }]) => ({ code, name }))
}
