import { crossTable } from '../../../../shared/statistics/suppression/crossTable.ts'
import type { Dimension } from '../../../../shared/statistics/suppression/crossTable.ts'
import type { ProtectableTables } from '../../../../shared/statistics/suppression/protectableTables.ts'

/** One flat dimension of n members and, unless left out, their total 'T'. */
export function flat(prefix: string, n: number, withTotal = true): Dimension {
  const parts = Array.from({ length: n }, (_, i) => `${prefix}${i + 1}`)
  return withTotal
    ? { members: [...parts, 'T'], sums: [{ total: 'T', parts }] }
    : { members: parts, sums: [] }
}

/** Fills a cross table from its innermost cells: a total is the sum of its parts. */
export function filled(dimensions: readonly Dimension[], inner: (id: string) => number): ProtectableTables {
  const { ids, equations } = crossTable(dimensions)
  const partsOf = new Map(equations.map((equation) => [equation.total, equation.parts]))
  const values = new Map<string, number>()
  const valueOf = (id: string): number => {
    const known = values.get(id)
    if (known !== undefined) return known
    const value = partsOf.get(id)?.reduce((sum, part) => sum + valueOf(part), 0) ?? inner(id)
    values.set(id, value)
    return value
  }
  return { cells: Object.fromEntries(ids.map((id) => [id, { value: valueOf(id) }])), equations }
}
