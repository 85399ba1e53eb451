import { openSimplex } from './boundedSimplex.ts'
import type { LinearProgram, Objective, WholeNumberOutcome } from './linearProgram.ts'

const mostNodes = 400

/**
 * Minimises over whole numbers by branch and bound: where the best corner holds a fraction, the variable is
 * tried below and above it. Tables with two dimensions never branch; linked tables may.
 *
 * x + y = a, y + z = b, x + z = c with a + b + c odd has corners but no whole solution: *infeasible*.
 */
export function wholeNumberOptimum(program: LinearProgram, objective: Objective): WholeNumberOutcome {
  let best: { value: number; values: number[] } | null = null
  const open = [{ lower: [...program.lower], upper: [...program.upper] }]
  for (let nodes = 0; open.length > 0; nodes++) {
    const node = open.pop()
    if (node === undefined) break
    if (nodes === mostNodes) return { status: 'undecided' }
    const simplex = openSimplex({ ...node, rows: program.rows })
    if (simplex === null) continue
    const outcome = simplex.minimise(objective)
    if (outcome.status === 'unfinished') return { status: 'undecided' }
    if (outcome.status === 'unbounded') {
      const anywhere = wholeNumberOptimum({ ...node, rows: program.rows }, { columns: [], costs: [] })
      if (anywhere.status === 'infeasible') continue
      return anywhere.status === 'optimal' ? { status: 'unbounded' } : anywhere
    }
    if (best !== null && outcome.value > best.value - 1e-6) continue
    const values = simplex.values()
    const split = values.findIndex((value) => !Number.isInteger(value))
    if (split < 0) {
      best = { value: outcome.value, values }
      continue
    }
    const between = values[split] ?? 0
    open.push({ lower: replaced(node.lower, split, Math.ceil(between)), upper: node.upper })
    open.push({ lower: node.lower, upper: replaced(node.upper, split, Math.floor(between)) })
  }
  return best === null ? { status: 'infeasible' } : { status: 'optimal', ...best }
}

function replaced(bounds: readonly number[], index: number, value: number): number[] {
  const copy = [...bounds]
  copy[index] = value
  return copy
}
