import type { Viewer } from '../access/viewer.ts'
import type { DisclosureLevel, DisclosurePolicy } from './partnership.ts'

/** What decides which cells are hidden; rounding comes after and hides none. */
export type MaskLevel = Pick<DisclosureLevel, 'threshold' | 'suppressZero'>

/** What counts as small for this reader and this use: the policy's level, then the role's, then the output's own. */
export function disclosureLevel(
  policy: DisclosurePolicy,
  { role, output = 'screen' }: Pick<Viewer, 'role' | 'output'>,
): DisclosureLevel {
  const own = role === 'viewer' || role === 'scrutiny' ? policy.roles?.[role] : undefined
  const { threshold, suppressZero, rounding } = policy
  return { threshold, suppressZero, rounding, ...own, ...policy.outputs?.[output] }
}

/**
 * Every level the policy can give, weakest first. Each hides all that the weaker ones hide, so that a person who holds
 * two outputs of different levels learns no more than from the weaker alone.
 */
export function maskLevels(policy: DisclosurePolicy): MaskLevel[] {
  const roles = ['viewer', 'scrutiny', 'administrator'] as const
  const found = new Map<string, MaskLevel>()
  for (const role of roles) {
    for (const output of ['screen', 'export'] as const) {
      const { threshold, suppressZero } = disclosureLevel(policy, { role, output })
      found.set(levelId({ threshold, suppressZero }), { threshold, suppressZero })
    }
  }
  return [...found.values()].toSorted(
    (a, b) => a.threshold - b.threshold || Number(a.suppressZero) - Number(b.suppressZero),
  )
}

/** Names a level in keys: `5`, or `5+0` where zeros are hidden too. */
export function levelId({ threshold, suppressZero }: MaskLevel): string {
  return `${threshold}${suppressZero ? '+0' : ''}`
}
