import type { StepEvidence, StepRefusal } from '../statistics/stepEvidence.ts'

/** What a series says about a change at a month: association, never cause. */
export interface StepTest {
  readonly at: string
  readonly evidence: StepEvidence | StepRefusal
  /** How the figures were made comparable before they were tested; null for plain figures. */
  readonly adjustment: string | null
}
