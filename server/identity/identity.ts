import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { AuditLog } from '../audit/auditLog.ts'
import type { OidcSettings, SessionLimits } from '../config.ts'
import { openAccounts, type Accounts } from './accounts.ts'
import { openApiTokens, type ApiTokens } from './apiTokens.ts'
import { openAttempts, type Attempts } from './attempts.ts'
import type { PasswordCost } from './passwordHash.ts'
import { openInvitations, type Invitations } from './invitations.ts'
import { openOidc, type Oidc } from './oidc.ts'
import { secretBox, type SecretBox } from './secretBox.ts'
import { openSessions, type Sessions } from './sessions.ts'

/** Everything that knows people: accounts, sessions, links, failed attempts, the organisation's sign-in. */
export interface Identity {
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly invitations: Invitations
  readonly attempts: Attempts
  readonly apiTokens: ApiTokens
  /** Null where no organisation's sign-in is set up. */
  readonly oidc: Oidc | null
  readonly box: SecretBox
  /** Keys the hashes of recovery codes and of attempted names. */
  readonly key: Buffer
  /** At which new passwords are kept, and unknown people turned away. */
  readonly passwordCost: PasswordCost
  readonly audit: AuditLog
  readonly now: () => Date
}

export interface IdentityRequest {
  readonly workspace: Workspace
  readonly audit: AuditLog
  readonly key: Buffer
  readonly limits: SessionLimits
  readonly oidc: OidcSettings | null
  readonly passwordCost: PasswordCost
  readonly now: () => Date
}

/** Opens what knows people on a workspace that is up to date. */
export function openIdentity({
  workspace,
  audit,
  key,
  limits,
  oidc,
  passwordCost,
  now,
}: IdentityRequest): Identity {
  const accounts = openAccounts(workspace, { now })
  return {
    accounts,
    sessions: openSessions(workspace, { limits, now }),
    invitations: openInvitations(workspace, { accounts, now }),
    attempts: openAttempts(workspace, { key, now }),
    apiTokens: openApiTokens(workspace, { accounts, now }),
    oidc: oidc === null ? null : openOidc(oidc, { now }),
    box: secretBox(key),
    key,
    passwordCost,
    audit,
    now,
  }
}
