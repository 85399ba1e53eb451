import type { Role } from '../../shared/access/viewer.ts'

/** A token by which a program reads figures as its maker may, or less. */
export interface ApiTokenTable {
  id: string
  /** SHA-256 of the token: who reads this table cannot use it. */
  token_hash: string
  account: string
  /** What its maker calls it. */
  name: string
  role: Role
  /** JSON: `'all'` or area codes; never more than the account's own. */
  areas: string
  disclosure: 'protected' | 'unprotected'
  created_at: string
  expires_at: string
  revoked_at: string | null
  last_used_at: string | null
}
