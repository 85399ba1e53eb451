import { may, type Permission } from '../../shared/access/permission.ts'
import type { Actor } from './actor.ts'

/** Who may call a procedure: someone whose role has the permission, or anyone at all. */
export type Access = Permission | 'anyone'

/**
 * Who may call a route. `commandLine`: whoever holds the token in the data folder; `eachProcedure`: the procedures
 * behind it say it, one by one.
 */
export type RouteAccess = Access | 'commandLine' | 'eachProcedure'

export type Verdict = 'allowed' | 'signInFirst' | 'refused'

/** The one judgement of who may do what. A rule that was never declared allows nobody. */
export function judge(access: Access | undefined, actor: Actor | null): Verdict {
  if (access === 'anyone') return 'allowed'
  if (actor === null) return 'signInFirst'
  return access !== undefined && may(actor.viewer.role, access) ? 'allowed' : 'refused'
}

export const signInFirst = 'Sign in first: nothing here is shown without an account.'
export const notForRole = 'Your role does not include this. Ask an administrator if you need it.'
