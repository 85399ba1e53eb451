/** Which small numbers are hidden in themselves. A value v with 0 < v < threshold is; 0 only if `suppressZero`. */
export interface SmallNumberRule {
  threshold: number
  suppressZero: boolean
}

/**
 * Whether a count is hidden for being small: with threshold 5, 1 to 4 are; 5 is not; 0 is a meaningful count and
 * is shown unless the rule says otherwise.
 */
export function isPrimary(value: number, { threshold, suppressZero }: SmallNumberRule): boolean {
  return value === 0 ? suppressZero : value > 0 && value < threshold
}

/** The least a hidden cell can be as a reader knows: where zeros are always shown, a hidden one is at least 1. */
export function leastHidden({ suppressZero }: SmallNumberRule): 0 | 1 {
  return suppressZero ? 0 : 1
}
