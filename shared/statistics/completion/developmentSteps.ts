import type { TriangleRow } from './reportingTriangle.ts'

/** How values grow from one age to the next, over the months seen at both. */
export interface DevelopmentStep {
  fromAge: number
  /** Sum of values at the next age over sum at this age: the chain-ladder factor. */
  factor: number
  /** Mack's variance parameter: how much single months scatter about the factor, per unit of value. */
  variance: number
  /** Months seen at both ages. */
  months: number
  /** Sum of their values at this age. */
  base: number
}

export interface StepOptions {
  /** A step is learned only from at least so many months. */
  fewestMonths: number
  /** Only so many of the newest months count, so that a change of practice is forgotten in time. */
  newestMonths: number
  /** A month is final at this age whatever still moves, or rare late corrections would keep it open for ever. */
  greatestAge: number
}

/**
 * Chain-ladder factors with their scatter (Mack 1993), from age 0 up to the first step that too few months have
 * been through, or that starts from nothing.
 *
 * Rows [80, 100], [90, 110] and [40, 50]: factor 260 / 210 = 1.238.
 */
export function developmentSteps(rows: readonly TriangleRow[], options: StepOptions): DevelopmentStep[] {
  const steps: DevelopmentStep[] = []
  for (let fromAge = 0; fromAge < options.greatestAge; fromAge++) {
    const pairs = rows
      .flatMap(({ byAge }) => {
        const [now, next] = [byAge[fromAge] ?? null, byAge[fromAge + 1] ?? null]
        return now === null || next === null ? [] : [{ now, next }]
      })
      .slice(-options.newestMonths)
    const base = pairs.reduce((sum, { now }) => sum + now, 0)
    if (pairs.length < Math.max(2, options.fewestMonths) || !(base > 0)) return steps
    const factor = pairs.reduce((sum, { next }) => sum + next, 0) / base
    const scatter = pairs.reduce((sum, { now, next }) => {
      // A month that began at nothing has no factor of its own; what it grew to still counts in the sums above.
      return now > 0 ? sum + now * (next / now - factor) ** 2 : sum
    }, 0)
    steps.push({ fromAge, factor, variance: scatter / (pairs.length - 1), months: pairs.length, base })
  }
  return steps
}
