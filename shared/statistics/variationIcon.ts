import type { RuleCode } from './ruleCode.ts'
import { pointType, ruleDirection } from './pointType.ts'
import type { ImprovementDirection } from './pointType.ts'

/** Making Data Count's variation icon: what the latest point means, and the way the data went. */
export type VariationIcon =
  | 'common'
  | 'improvement_high'
  | 'improvement_low'
  | 'concern_high'
  | 'concern_low'
  | 'neutral_high'
  | 'neutral_low'

/**
 * The icon of a series, from the rule at its last judged point alone; high and low are the way of the data, so
 * a high signal where lower is better is variationIcon('shift_high', 'decrease'), concern_high.
 */
export function variationIcon(rule: RuleCode, direction: ImprovementDirection): VariationIcon {
  const towards = ruleDirection(rule)
  const type = pointType(rule, direction)
  if (towards === null || type === 'common') return 'common'
  if (type === 'neutral_high' || type === 'neutral_low') return type
  return `${type}_${towards}`
}
