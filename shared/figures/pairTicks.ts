import { niceTicks } from './niceTicks.ts'

interface Line {
  readonly values: readonly (number | null)[]
}

/** The axis that every panel shares: from zero to the highest line, or to the highest stack. */
export function pairTicks(panels: readonly (readonly Line[])[], stacked: boolean): number[] {
  const tops = panels.flatMap((lines) => {
    if (!stacked) return lines.flatMap(({ values }) => values.map((value) => value ?? 0))
    const count = lines[0]?.values.length ?? 0
    return Array.from({ length: count }, (_, i) =>
      lines.reduce((sum, { values }) => sum + (values[i] ?? 0), 0),
    )
  })
  // Shares that add up to the whole may miss it by what rounding leaves.
  const top = Math.max(0, ...tops)
  return niceTicks(Math.min(0, ...tops), Math.abs(top - 100) < 1e-6 ? 100 : top, { most: 4 })
}
