import type { ControlLimits } from './controlLimits.ts'
import type { ImprovementDirection } from './pointType.ts'

/** Whether the process as it runs will meet its target: always, never, or some months and not others. */
export type Assurance = 'pass' | 'fail' | 'inconsistent'

/** The target and the way that is better; a neutral direction has no good side to assure. */
export interface AssuranceAim {
  readonly target: number | null
  readonly direction: ImprovementDirection
}

/**
 * Judges a target against the limits of the latest segment, strictly: a target on a limit, or no limits, is
 * `inconsistent`; null without a target or a direction. With limits of 4.68 to 15.32 and more being better, a
 * target of 16 is `fail`, 4 is `pass`, 10 is `inconsistent`.
 */
export function assurance(
  { lpl, upl }: ControlLimits,
  { target, direction }: AssuranceAim,
): Assurance | null {
  if (target === null || direction === 'neutral') return null
  if (upl !== null && target > upl) return direction === 'increase' ? 'fail' : 'pass'
  if (lpl !== null && target < lpl) return direction === 'increase' ? 'pass' : 'fail'
  return 'inconsistent'
}

/**
 * Judges a series that never varied by its value, which limits cannot: 100 % every month against a target of
 * 100 % passes, 99 % every month fails. A decision of ours, see docs/decisions/2026-11-21-constant-series.md.
 */
export function constantAssurance(value: number, { target, direction }: AssuranceAim): Assurance | null {
  if (target === null || direction === 'neutral') return null
  return (direction === 'increase' ? value >= target : value <= target) ? 'pass' : 'fail'
}
