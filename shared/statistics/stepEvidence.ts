import type { ControlPoint } from './controlPoint.ts'
import { robustRegression } from './robustRegression.ts'
import type { Estimate } from './robustRegression.ts'
import { runs, signOf } from './runs.ts'

/** A step someone proposes, and the steps already agreed, each by the x of its first point. */
export interface ProposedStep {
  readonly at: string
  readonly rebase?: readonly string[]
}

/** One side of a proposed step. */
export interface StepSide {
  readonly n: number
  readonly mean: number
}

/** What the figures say about a proposed step; the cause is for a person to give. */
export interface StepEvidence {
  readonly kind: 'evidence'
  readonly before: StepSide
  readonly after: StepSide
  /** After less before, in the series' unit, with a 95 % Newey–West interval. */
  readonly difference: Estimate
  /** The same as a share of the mean before, in per cent; null when that is not above 0. */
  readonly changePercent: number | null
  /** Seven or more in a row on the new side of the old mean, and six of the latest seven still there. */
  readonly sustained: boolean
  /** Everything the figures can say for the step holds; a known cause is still needed. */
  readonly supported: boolean
  /** What speaks against it, or qualifies it, as sentences. */
  readonly reasons: readonly string[]
}

/** Why a step cannot be judged yet, as a sentence. */
export interface StepRefusal {
  readonly kind: 'refused'
  readonly reason: string
}

const leastBefore = 12
const leastAfter = 7
const settledAfter = 13

/**
 * Evidence for drawing new limits from a date: enough final figures on both sides (12 and 7), a difference in mean
 * beyond chance, a shift that lasts, and no steady trend that explains it as well. Only the stretch between the
 * agreed steps around the date is used; `points` hold every period, null where missing.
 * Source: Making Data Count's guidance on recalculating limits (known cause, sustained shift, enough points).
 */
export function stepEvidence(
  points: readonly ControlPoint[],
  { at, rebase = [] }: ProposedStep,
): StepEvidence | StepRefusal {
  const steps = rebase.filter((x) => x !== at)
  const from = steps.filter((x) => x < at).reduce((latest, x) => (x > latest ? x : latest), '')
  const until = steps
    .filter((x) => x > at)
    .reduce<string | null>((first, x) => (first === null || x < first ? x : first), null)
  const rows = points
    .filter(({ x }) => x >= from && (until === null || x < until))
    .toSorted((a, b) => (a.x < b.x ? -1 : a.x > b.x ? 1 : 0))
    .map(({ x, y, excluded }, i) => ({
      time: i,
      later: x >= at,
      value: excluded || y === null || !Number.isFinite(y) ? null : y,
    }))
  const valuesOf = (later: boolean) => rows.filter((row) => row.later === later).map((row) => row.value)
  const [before, after] = [side(valuesOf(false)), side(valuesOf(true))]
  if (before.n < leastBefore || after.n < leastAfter) {
    return {
      kind: 'refused',
      reason: `A step needs ${leastBefore} final figures before and ${leastAfter} after; there are ${before.n} and ${after.n}.`,
    }
  }
  const stepped = robustRegression(
    rows.map(({ later, value }) => ({ terms: [1, later ? 1 : 0], value })),
    0.95,
  )
  const sloped = robustRegression(
    rows.map(({ time, later, value }) => ({ terms: [1, time, later ? 1 : 0], value })),
    0.95,
  )
  const difference = stepped?.estimates[1]
  if (!difference) return { kind: 'refused', reason: 'The figures held cannot tell the two sides apart.' }

  const [, trend, beyondTrend] = sloped?.estimates ?? []
  const sustained = isSustained(valuesOf(true), before.mean, signOf(difference.value))
  const isClear = clear(difference)
  const onlyTrend = trend !== undefined && beyondTrend !== undefined && clear(trend) && !clear(beyondTrend)
  const reasons: string[] = []
  if (!isClear) reasons.push('The difference between the two sides is within chance.')
  if (!sustained)
    reasons.push('The shift has not lasted: figures after the date still cross the earlier mean.')
  if (onlyTrend) reasons.push('A steady trend explains the difference as well as a step does.')
  if (after.n < settledAfter)
    reasons.push(`New limits would be provisional until ${settledAfter} figures are held.`)
  return {
    kind: 'evidence',
    before,
    after,
    difference,
    changePercent: before.mean > 0 ? (difference.value / before.mean) * 100 : null,
    sustained,
    supported: isClear && sustained && !onlyTrend,
    reasons,
  }
}

function side(values: readonly (number | null)[]): StepSide {
  const held = values.filter((value) => value !== null)
  return { n: held.length, mean: held.reduce((sum, value) => sum + value / held.length, 0) }
}

function isSustained(after: readonly (number | null)[], oldMean: number, towards: -1 | 0 | 1): boolean {
  const sides = after.map((value) => (value === null ? null : signOf(value - oldMean)))
  const latest = sides.filter((sign) => sign !== null).slice(-7)
  const lasting = latest.filter((sign) => sign === towards).length >= 6
  return towards !== 0 && lasting && runs(sides, leastAfter).some((run) => run.sign === towards)
}

function clear({ lower, upper }: Estimate): boolean {
  return lower > 0 || upper < 0
}
