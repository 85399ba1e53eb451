import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { ApiTokenTable } from '../../db/workspace/apiTokenTable.ts'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import { may, type Permission } from '../../shared/access/permission.ts'
import { disclosureIn, roles, type Role, type Viewer } from '../../shared/access/viewer.ts'
import type { Actor } from '../access/actor.ts'
import { viewerOf, type Accounts } from './accounts.ts'
import { AccountRefusal } from './ownAccount.ts'
import { newSecretToken, tokenHash } from './secretToken.ts'

/** What a token may read: a role no greater than its maker's, and limits within it. */
export const tokenGrantSchema = z.strictObject({
  name: z.string().trim().min(1, 'a name is needed').max(100),
  role: z.enum(roles),
  areas: z.union([z.literal('all'), z.array(z.string().min(1).max(40)).min(1).max(100)]),
  disclosure: z.enum(['protected', 'unprotected']),
  days: z.int().min(1).max(366),
})

export type TokenGrant = z.infer<typeof tokenGrantSchema>

const permissions: readonly Permission[] = ['own', 'figures', 'questions', 'data', 'people']
const mostHeld = 20

/** What makes tokens recognisable in a file that they should not be in. */
const tokenStart = 'ppd_'

interface Store {
  readonly accounts: Accounts
  readonly now: () => Date
}

/**
 * Tokens of accounts. What one may read is worked out at each use from what its account may read then, so that a
 * change of rights reaches programs at once.
 */
export function openApiTokens(workspace: Workspace, { accounts, now }: Store) {
  const list = (account: string): Promise<ApiTokenTable[]> =>
    workspace
      .selectFrom('api_token')
      .selectAll()
      .where('account', '=', account)
      .orderBy('created_at', 'desc')
      .execute()
  const stands = ({ revoked_at: revoked, expires_at: expires }: ApiTokenTable) =>
    revoked === null && expires > now().toISOString()
  return {
    list,
    /** A new token, in clear this once. Throws AccountRefusal where it would read more than its maker. */
    async make(maker: Actor, grant: TokenGrant): Promise<{ readonly id: string; readonly token: string }> {
      const { viewer, account } = maker
      if (account === null)
        throw new AccountRefusal(
          'A sample sign-in has no account, and so no tokens. An account of your own has.',
        )
      if (!within(grant.role, viewer.role))
        throw new AccountRefusal('A token cannot have a greater role than you.')
      if (!areasWithin(grant.areas, viewer.areas))
        throw new AccountRefusal('A token cannot read areas that you cannot read.')
      if (grant.disclosure === 'unprotected' && disclosureIn(grant.role, viewer.disclosure) === 'protected')
        throw new AccountRefusal('A token cannot show small numbers that you are not shown.')
      const held = await list(account)
      if (held.filter(stands).length >= mostHeld)
        throw new AccountRefusal(`You have ${mostHeld} tokens. Revoke one that is not used.`)
      const [id, token] = [randomUUID(), tokenStart + newSecretToken()]
      const made = now()
      await workspace
        .insertInto('api_token')
        .values({
          id,
          token_hash: tokenHash(token),
          account,
          name: grant.name,
          role: grant.role,
          areas: JSON.stringify(grant.areas),
          disclosure: grant.disclosure,
          created_at: made.toISOString(),
          expires_at: new Date(made.getTime() + grant.days * 86_400_000).toISOString(),
          revoked_at: null,
          last_used_at: null,
        })
        .execute()
      return { id, token }
    },
    /** Ends a token of the account; false where it has no such one. */
    async revoke(id: string, account: string): Promise<boolean> {
      const result = await workspace
        .updateTable('api_token')
        .set({ revoked_at: now().toISOString() })
        .where('id', '=', id)
        .where('account', '=', account)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },
    /** Who asks with a token; null where it is unknown, expired, revoked, or more than its account may have now. */
    async actorOf(token: string, address: string): Promise<Actor | null> {
      const row = await workspace
        .selectFrom('api_token')
        .selectAll()
        .where('token_hash', '=', tokenHash(token))
        .executeTakeFirst()
      if (!row || !stands(row)) return null
      const account = await accounts.find(row.account)
      if (!account) return null
      const viewer = narrowed(viewerOf(account), row)
      if (viewer === null) return null
      const at = now().toISOString()
      // Once a minute is exact enough, and spares a write with every read.
      if (row.last_used_at === null || row.last_used_at.slice(0, 16) !== at.slice(0, 16))
        await workspace.updateTable('api_token').set({ last_used_at: at }).where('id', '=', row.id).execute()
      return {
        viewer,
        account: account.id,
        email: account.email,
        session: `token ${row.id}`,
        sample: false,
        address,
      }
    },
  }
}

export type ApiTokens = ReturnType<typeof openApiTokens>

/** What both account and token allow; null where the account lost what the token was made for. */
function narrowed(own: Viewer, { role, areas: held, disclosure }: ApiTokenTable): Viewer | null {
  if (!within(role, own.role)) return null
  const wanted = z.union([z.literal('all'), z.array(z.string())]).parse(JSON.parse(held))
  const areas =
    wanted === 'all'
      ? own.areas
      : own.areas === 'all'
        ? wanted
        : wanted.filter((area) => own.areas.includes(area))
  if (areas !== 'all' && areas.length === 0) return null
  const level = disclosure === 'unprotected' && own.disclosure === 'unprotected' ? 'unprotected' : 'protected'
  return { ...own, role, areas, disclosure: disclosureIn(role, level) }
}

function within(role: Role, own: Role): boolean {
  return permissions.every((permission) => !may(role, permission) || may(own, permission))
}

function areasWithin(wanted: TokenGrant['areas'], own: Viewer['areas']): boolean {
  return own === 'all' || (wanted !== 'all' && wanted.every((area) => own.includes(area)))
}
