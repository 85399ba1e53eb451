import type { RuleCode } from './ruleCode.ts'

/** Which way is better: `neutral` where a change is worth knowing and neither way is good. */
export type ImprovementDirection = 'increase' | 'decrease' | 'neutral'

/** What a point's rule means for the partnership; `common` is routine variation. */
export type PointType = 'common' | 'improvement' | 'concern' | 'neutral_high' | 'neutral_low'

/** Whether a rule points to higher or lower figures; null for `none`. */
export function ruleDirection(rule: RuleCode): 'high' | 'low' | null {
  if (rule === 'none') return null
  return rule.endsWith('_high') || rule.endsWith('_up') ? 'high' : 'low'
}

/** The meaning of a rule: pointType('shift_low', 'decrease') is improvement, pointType('trend_up', 'neutral') neutral_high. */
export function pointType(rule: RuleCode, direction: ImprovementDirection): PointType {
  const towards = ruleDirection(rule)
  if (towards === null) return 'common'
  if (direction === 'neutral') return towards === 'high' ? 'neutral_high' : 'neutral_low'
  return (towards === 'high') === (direction === 'increase') ? 'improvement' : 'concern'
}
