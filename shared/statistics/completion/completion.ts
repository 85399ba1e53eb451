import type { Month } from '../../periods/month.ts'
import { completionPattern } from './completionPattern.ts'
import type { CompletionPattern } from './completionPattern.ts'
import { estimateFinal } from './estimateFinal.ts'
import type { FinalEstimate } from './estimateFinal.ts'
import type { TriangleRow } from './reportingTriangle.ts'

/** A month not yet filled in: what is known, and what it will probably come to; null without an estimate. */
export interface ProvisionalMonth {
  month: Month
  age: number
  known: number
  estimate: FinalEstimate | null
}

/** Which recent months are provisional, how that is known, and what they will come to. */
export interface Completion {
  /** A month is provisional while its age is below this many months. */
  lag: number
  /** *learned* from past months of this metric and feed, or *stated* in its definition, with the reason. */
  source: 'learned' | 'stated'
  reason: string
  pattern: CompletionPattern
  provisional: ProvisionalMonth[]
}

/**
 * Judges a metric's recent months from its reporting triangle. While the history is short or unsettled the lag
 * stated in the metric's definition holds, nothing is estimated, and the reason says so.
 *
 * A triangle of thirty months that reach 99 % at age 2: lag 2, learned; the two newest months are estimated.
 */
export function completion(rows: readonly TriangleRow[], { statedLag }: { statedLag: number }): Completion {
  const pattern = completionPattern(rows)
  const lag = pattern.learned ? pattern.lag : statedLag
  const provisional = rows.flatMap(({ month, byAge }): ProvisionalMonth[] => {
    const age = byAge.length - 1
    const known = byAge.at(-1) ?? null
    if (known === null || age >= lag) return []
    return [{ month, age, known, estimate: pattern.learned ? estimateFinal(known, age, pattern) : null }]
  })
  if (!pattern.learned) return { lag, source: 'stated', reason: pattern.reason, pattern, provisional }
  const months = Math.min(...pattern.steps.map((step) => step.months))
  return {
    lag,
    source: 'learned',
    reason: `from how at least ${months} past months filled in`,
    pattern,
    provisional,
  }
}
