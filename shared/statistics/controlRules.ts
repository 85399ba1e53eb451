import type { ControlLimits } from './controlLimits.ts'
import type { ControlProfile } from './controlProfile.ts'
import { pointType } from './pointType.ts'
import type { ImprovementDirection } from './pointType.ts'
import type { RuleCode } from './ruleCode.ts'
import { runs, signOf } from './runs.ts'
import { trendRule } from './trendRule.ts'
import type { TrendPoint } from './trendRule.ts'
import { twoOfThreeRule } from './twoOfThreeRule.ts'
import type { Standing } from './twoOfThreeRule.ts'

/** Side of the mean, beyond the limits, close to them; null where the value or the line is missing. */
export function standing(value: number | null, mean: number | null, limits: ControlLimits): Standing {
  const side = value === null || mean === null ? null : signOf(value - mean)
  const { lpl, upl, nlpl, nupl } = limits
  if (value === null || lpl === null || upl === null || nlpl === null || nupl === null) {
    return { side, outside: null, close: null }
  }
  const outside = value > upl || value < lpl
  return { side, outside, close: !outside && (value > nupl || value < nlpl) }
}

/**
 * The rule shown at each point of one segment, by precedence: beyond a limit, trend, two of three, shift. Under a
 * profile whose conflict rule is `improvement`, a rule that means improvement is shown before one that does not.
 * Source: NHSRplotthedots 0.2.2 and Making Data Count.
 */
export function controlRules(
  values: readonly (number | null)[],
  standings: readonly Standing[],
  { profile, direction }: { profile: ControlProfile; direction: ImprovementDirection },
): RuleCode[] {
  const trends = trendRule(values, profile.trendPoints)
  const twoOfThree = twoOfThreeRule(standings, profile.twoOfThreeIncludesOutside)
  const shifted = new Set<number>()
  for (const run of runs(
    standings.map(({ side }) => side),
    profile.shiftPoints,
  )) {
    for (let i = run.start; i < run.end; i++) shifted.add(i)
  }
  return standings.map(({ side, outside }, i) => {
    const high = side === 1
    const codes: RuleCode[] = []
    if (outside === true) codes.push(high ? 'astronomical_high' : 'astronomical_low')
    codes.push(...trendCodes(trends[i] ?? null, profile.conflict))
    if (twoOfThree[i]) codes.push(high ? 'two_of_three_high' : 'two_of_three_low')
    if (shifted.has(i)) codes.push(high ? 'shift_high' : 'shift_low')
    const improving = codes.find((code) => pointType(code, direction) === 'improvement')
    return (profile.conflict === 'improvement' ? improving : undefined) ?? codes[0] ?? 'none'
  })
}

// The conflict rule needs every trend the point is in; the package's own naming knows one, and may name it wrongly.
function trendCodes(trend: TrendPoint | null, conflict: ControlProfile['conflict']): RuleCode[] {
  if (trend === null) return []
  if (conflict === 'precedence') return [trend.named === 'up' ? 'trend_up' : 'trend_down']
  if (trend.rising && trend.falling) {
    return trend.named === 'up' ? ['trend_up', 'trend_down'] : ['trend_down', 'trend_up']
  }
  return [trend.rising ? 'trend_up' : 'trend_down']
}
