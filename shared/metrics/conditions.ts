import { codesOfGroups } from '../feeds/offenceCodes.ts'
import { antiSocialBehaviour } from '../feeds/offenceGroups.ts'
import { closedOutcomes } from '../feeds/outcomeTypes.ts'
import type { Condition } from './metric.ts'

/** All of several conditions. */
export function all(...conditions: readonly Condition[]): Condition {
  return { all: conditions }
}

/**
 * A notifiable crime: not an incident, and not the anti-social behaviour that publishers list among crimes.
 */
export const isCrime: Condition = all(
  { field: 'kind', is: 'crime' },
  { not: { field: 'offence_group', is: antiSocialBehaviour } },
  {
    not: {
      field: 'source_category',
      in: [
        'Anti-social behaviour',
        'Anti-Social Behaviour',
        'anti-social behaviour',
        'anti-social-behaviour',
      ],
    },
  },
)

/** An offence of these groups, by its code or, where the sender gives none, by its group. */
export function offenceIn(...groups: readonly string[]): Condition {
  return {
    any: [
      { field: 'offence_code', in: codesOfGroups(...groups) },
      { field: 'offence_group', in: groups },
    ],
  }
}

/** Flagged as domestic abuse; not known is not counted as yes. */
export const isDomesticAbuse: Condition = { field: 'domestic_abuse', is: true }

/** A crime flagged as domestic abuse. */
export const isDomesticAbuseCrime: Condition = all(isCrime, isDomesticAbuse)

/** Rape or another sexual offence; not trafficking for sexual exploitation, which is modern slavery. */
export const isSexualOffence: Condition = all(isCrime, offenceIn('rape', 'other-sexual'))

/** Modern slavery (106) or trafficking for sexual exploitation (72). */
export const isModernSlaveryCrime: Condition = all(isCrime, offenceIn('modern-slavery'))

/** The crime has an outcome other than "not yet assigned". */
export const isClosed: Condition = { field: 'outcome_type', in: closedOutcomes }

/** A referral to the National Referral Mechanism, not a Duty to Notify report: the two are never added. */
export const isReferral: Condition = { field: 'route', is: 'nrm' }
