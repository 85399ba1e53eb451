import type { Highs, Model } from 'highs'
import type { Attack, Sum, Target } from './attack.ts'

// Attackers gain nothing from numbers this far above the truth; without a limit a program would have no end.
const farthest = 25
const broadSweeps = 14

/**
 * The hidden cells of an attack that have only one possible value, by linear programs over everything it knows. Broad
 * programs that move many cells at once prove most of them free; the rest are tried one by one, up and down. A proof is a
 * whole-number solution: where the linear one holds fractions, a whole one is asked for. What stays undecided counts as
 * worked out.
 */
export function determined(highs: Highs, attack: Attack): Target[] {
  let pending = [...attack.targets]
  if (attack.lower.length === 0) return pending
  const model = highs.createModel(programOf(highs, attack))
  try {
    model.options.set({ output_flag: false })
    const size = attack.lower.length
    const everything = { kind: 'range', from: 0, to: size - 1 } as const
    const solve = (goal: Sum): readonly number[] | null => {
      const costs = new Float64Array(size)
      for (const [unknown, times] of goal) costs[unknown] = -times
      model.changeColsCost(everything, costs)
      model.run()
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null
      return Array.from(model.getSolution().colValue)
    }
    const sweep = (goal: Sum) => {
      const values = solve(goal)
      if (values && isWhole(values)) pending = pending.filter(({ sum }) => Math.abs(total(sum, values)) < 0.5)
      return values
    }
    const random = spread(attack.targets.length)
    for (let round = 0; round < broadSweeps && pending.length > 0; round++) sweep(broadGoal(pending, random))
    const worked: Target[] = []
    while (pending.length > 0) {
      const target = pending.shift()
      if (!target) break
      const isFree = [1, -1].some((sign) => {
        const goal = new Map([...target.sum].map(([unknown, times]) => [unknown, sign * times]))
        const values = sweep(goal)
        if (!values || Math.abs(total(target.sum, values)) < 1e-6) return false
        return isWhole(values) || wholeSolution(highs, attack, goal, target)
      })
      if (!isFree) worked.push(target)
    }
    return worked
  } finally {
    model.dispose()
  }
}

function programOf(
  highs: Highs,
  { lower, rows }: Attack,
  integral = false,
): Parameters<Model['passModel']>[0] {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { sum } of rows) {
    for (const [unknown, times] of sum) {
      indices.push(unknown)
      values.push(times)
    }
    starts.push(indices.length)
  }
  const size = lower.length
  return {
    numCols: size,
    numRows: rows.length,
    colCost: new Float64Array(size),
    colLower: Float64Array.from(lower, (bound) => Math.max(bound, -farthest)),
    colUpper: new Float64Array(size).fill(farthest),
    rowLower: Float64Array.from(rows, (row) => (row.lower === -Infinity ? -highs.infinity : row.lower)),
    rowUpper: Float64Array.from(rows, (row) => (row.upper === Infinity ? highs.infinity : row.upper)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: size,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    ...(integral
      ? { integrality: Array.from({ length: size }, () => highs.constants.variableType.integer) }
      : {}),
  }
}

/** Asks for a whole solution in which the cell lies off the truth. */
function wholeSolution(highs: Highs, attack: Attack, goal: Sum, { sum }: Target): boolean {
  return highs.withModel(programOf(highs, attack, true), (model) => {
    model.options.set({ output_flag: false, time_limit: 20 })
    for (const [unknown, times] of goal) model.changeColCost(unknown, -times)
    model.run()
    const { optimal, timeLimit } = highs.constants.modelStatus
    const status = model.getModelStatus()
    if (status !== optimal && status !== timeLimit) return false
    const values = Array.from(model.getSolution().colValue)
    return values.length > 0 && isWhole(values) && Math.abs(total(sum, values)) > 0.5
  })
}

/** Moves every cell that is still in question, half of them up and half down. */
function broadGoal(targets: readonly Target[], random: () => number): Sum {
  const goal = new Map<number, number>()
  for (const { sum } of targets) {
    const weight = (random() < 0.5 ? -1 : 1) * (0.5 + random())
    for (const [unknown, times] of sum) goal.set(unknown, (goal.get(unknown) ?? 0) + weight * times)
  }
  return goal
}

function total(sum: Sum, values: readonly number[]): number {
  let result = 0
  for (const [unknown, times] of sum) result += times * (values[unknown] ?? 0)
  return result
}

function isWhole(values: readonly number[]): boolean {
  return values.every((value) => Math.abs(value - Math.round(value)) < 1e-6)
}

/** Evenly spread numbers that are the same in every run. */
function spread(seed: number): () => number {
  let state = seed + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
