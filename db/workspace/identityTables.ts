import type { Role } from '../../shared/access/viewer.ts'

/** One person who may sign in. Never deleted, so that what they did keeps a name; disabled instead. */
export interface AccountTable {
  id: string
  /** Lower case; unique. */
  email: string
  name: string
  role: Role
  /** JSON: `'all'` or area codes. */
  areas: string
  /** JSON: `'all'` or feed ids. */
  feeds: string
  disclosure: 'protected' | 'unprotected'
  /** `scrypt$N$r$p$salt$hash`; null where the person signs in through the organisation only. */
  password_hash: string | null
  /** The organisation's issuer and subject, joined by a space; null until linked. */
  oidc_subject: string | null
  /** The second factor's secret, encrypted under the installation's identity key; null where there is none. */
  totp_secret: string | null
  /** The time step of the last code used, so that a code works once. */
  totp_last_step: number | null
  created_at: string
  disabled_at: string | null
}

/** A code on paper that stands in for the second factor, once. */
export interface RecoveryCodeTable {
  account: string
  code_hash: string
  used_at: string | null
}

/** One signed-in browser. */
export interface SessionTable {
  /** SHA-256 of the cookie's token: who reads this table cannot sign in with it. */
  id: string
  /** Null for a sample sign-in. */
  account: string | null
  /** The role tried out in a sample sign-in; else null. */
  sample_role: Role | null
  /** `secondFactor`: the password was right and nothing more is allowed yet. */
  stage: 'secondFactor' | 'signedIn'
  created_at: string
  last_seen_at: string
  /** Ends then whatever happens. */
  expires_at: string
  address: string
  agent: string
}

/** A one-time link: to join, to become the first administrator, or to set a new password. */
export interface InvitationTable {
  token_hash: string
  kind: 'administrator' | 'account' | 'reset'
  /** Null for the first administrator, who gives it. */
  email: string | null
  name: string | null
  role: Role
  areas: string
  feeds: string
  disclosure: 'protected' | 'unprotected'
  /** The account whose password is set anew; null for the others. */
  account: string | null
  created_by: string
  created_at: string
  expires_at: string
  used_at: string | null
}

/** Failed attempts in a row, by account name or address, known accounts or not. */
export interface SignInFailureTable {
  key: string
  failures: number
  last_at: string
  blocked_until: string | null
}
