import type { LinearProgram } from './linearProgram.ts'

/**
 * Narrows whole-number bounds equation by equation until nothing changes: with 3 + x + y = 10 and x, y ≥ 1,
 * each is at most 6. Null when some variable is left no value. Bounds are never tighter than the truth allows.
 */
export function narrowBounds(program: LinearProgram): { lower: number[]; upper: number[] } | null {
  const lower = program.lower.map((value) => wholeUp(value))
  const upper = program.upper.map((value) => wholeDown(value))
  if (lower.some((low, j) => low > (upper[j] ?? Infinity))) return null
  const rowsOf = lower.map((): number[] => [])
  program.rows.forEach((row, i) => row.columns.forEach((column) => rowsOf[column]?.push(i)))
  const queued = program.rows.map(() => true)
  const queue = program.rows.map((_, i) => i)
  // Endless narrowing by small steps is possible in contradictory systems; the simplex settles those.
  for (let visits = 0; visits < 50 * program.rows.length + 1000; visits++) {
    const i = queue.shift()
    const row = i === undefined ? undefined : program.rows[i]
    if (i === undefined || row === undefined) break
    queued[i] = false
    const changed = narrowRow(row, lower, upper)
    if (changed === null) return null
    for (const column of changed) {
      for (const next of rowsOf[column] ?? []) {
        if (queued[next]) continue
        queued[next] = true
        queue.push(next)
      }
    }
  }
  return { lower, upper }
}

/** The variables whose bounds one equation moved; null when it cannot hold. */
function narrowRow(row: LinearProgram['rows'][number], lower: number[], upper: number[]): number[] | null {
  const terms = row.columns.map((column, k) => {
    const coefficient = row.coefficients[k] ?? 0
    const [low, high] = [lower[column] ?? 0, upper[column] ?? Infinity]
    return coefficient > 0
      ? { column, coefficient, least: coefficient * low, most: coefficient * high }
      : { column, coefficient, least: coefficient * high, most: coefficient * low }
  })
  const endlessDown = terms.filter((term) => term.least === -Infinity).length
  const endlessUp = terms.filter((term) => term.most === Infinity).length
  const least = terms.reduce((sum, term) => (term.least === -Infinity ? sum : sum + term.least), 0)
  const most = terms.reduce((sum, term) => (term.most === Infinity ? sum : sum + term.most), 0)
  if ((endlessDown === 0 && least > row.equals + 1e-9) || (endlessUp === 0 && most < row.equals - 1e-9))
    return null
  const changed: number[] = []
  for (const { column, coefficient, least: own, most: ownMost } of terms) {
    const othersLeast =
      endlessDown === 0 ? least - own : endlessDown === 1 && own === -Infinity ? least : -Infinity
    const othersMost =
      endlessUp === 0 ? most - ownMost : endlessUp === 1 && ownMost === Infinity ? most : Infinity
    const ends = [(row.equals - othersLeast) / coefficient, (row.equals - othersMost) / coefficient]
    const low = wholeUp(Math.min(...ends))
    const high = wholeDown(Math.max(...ends))
    const narrower = low > (lower[column] ?? 0) || high < (upper[column] ?? Infinity)
    if (!narrower) continue
    lower[column] = Math.max(low, lower[column] ?? 0)
    upper[column] = Math.min(high, upper[column] ?? Infinity)
    if ((lower[column] ?? 0) > (upper[column] ?? Infinity)) return null
    changed.push(column)
  }
  return changed
}

/** Adding 0 turns −0 into 0. */
function wholeUp(value: number): number {
  return Math.ceil(value - 1e-9) + 0
}

function wholeDown(value: number): number {
  return Math.floor(value + 1e-9) + 0
}
