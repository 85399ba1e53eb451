import { developmentSteps } from './developmentSteps.ts'
import type { DevelopmentStep, StepOptions } from './developmentSteps.ts'
import type { TriangleRow } from './reportingTriangle.ts'

/**
 * How a metric's months fill in, learned from how past months did: the steps from age to age, the share of the
 * final value known at each age, and the lag. Or why it is not learned yet.
 */
export type CompletionPattern =
  | { learned: false; reason: string }
  | {
      learned: true
      steps: DevelopmentStep[]
      /** Share of the final value known at each age; the last is 1. Above 1 where figures fall later. */
      shareAtAge: number[]
      /** The age from which at least 98 % (and at most 102 %) of the final value has been known. */
      lag: number
    }

/** How near to the final value counts as filled in. */
const settledWithin = 0.02

/** A month filling in is judged on six others at least, on two years of them at most, and followed for a year. */
const learningDefaults: StepOptions = { fewestMonths: 6, newestMonths: 24, greatestAge: 12 }

/**
 * Learns the pattern from a reporting triangle. The final value is that at the greatest age six months have
 * reached, a year at most; if the last step up to it still moves by more than 2 %, no final value is in sight and nothing is
 * learned.
 *
 * Months that are 80 % known at age 0, 97 % at age 1 and steady from age 2: lag 2.
 */
export function completionPattern(
  rows: readonly TriangleRow[],
  options = learningDefaults,
): CompletionPattern {
  const steps = developmentSteps(rows, options)
  const last = steps.at(-1)
  if (last === undefined) {
    const seen = rows.filter(({ byAge }) => (byAge[0] ?? null) !== null && (byAge[1] ?? null) !== null).length
    return seen < options.fewestMonths
      ? {
          learned: false,
          reason: `${seen} past months have been seen to fill in and ${options.fewestMonths} are needed`,
        }
      : { learned: false, reason: 'past months began from nothing, so no share of the final value was known' }
  }
  if (steps.some(({ factor }) => !(factor > 0))) {
    return { learned: false, reason: 'past months fell to nothing as they filled in' }
  }
  if (Math.abs(last.factor - 1) > settledWithin) {
    return { learned: false, reason: `months still change at age ${last.fromAge + 1}, the greatest seen` }
  }
  const shareAtAge = [...steps, null].map((_, age) =>
    steps.slice(age).reduce((share, { factor }) => share / factor, 1),
  )
  const unsettled = shareAtAge.findLastIndex((share) => Math.abs(share - 1) > settledWithin)
  return { learned: true, steps, shareAtAge, lag: unsettled + 1 }
}
