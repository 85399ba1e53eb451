import type { InvitationTable } from '../../db/workspace/identityTables.ts'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import { grantColumns, type Accounts, type Grant } from './accounts.ts'
import { newSecretToken, tokenHash } from './secretToken.ts'

const daysValid = 7

export type InvitationFor =
  | { readonly kind: 'administrator' }
  | { readonly kind: 'account'; readonly email: string; readonly name: string; readonly grant: Grant }
  | { readonly kind: 'reset'; readonly account: string; readonly email: string; readonly name: string }

/** What the person behind a link brings: a password, or who they are at their organisation. */
export type Credential =
  | { readonly passwordHash: string; readonly oidcSubject: null }
  | { readonly passwordHash: null; readonly oidcSubject: string }

const administrator: Grant = {
  role: 'administrator',
  areas: 'all',
  feeds: 'all',
  disclosure: 'protected',
}

/** One-time links, each valid for a week. Only the hash of a link's token is stored. */
export function openInvitations(
  workspace: Workspace,
  { accounts, now }: { readonly accounts: Accounts; readonly now: () => Date },
) {
  const find = (token: string) =>
    workspace
      .selectFrom('invitation')
      .selectAll()
      .where('token_hash', '=', tokenHash(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now().toISOString())
      .executeTakeFirst()
  return {
    /** Makes a link's token. A new one for the same person, or for the first administrator, ends the one before. */
    async create(wanted: InvitationFor, by: string): Promise<string> {
      const token = newSecretToken()
      const email = wanted.kind === 'administrator' ? null : wanted.email
      const grant = wanted.kind === 'account' ? wanted.grant : administrator
      const row: InvitationTable = {
        token_hash: tokenHash(token),
        kind: wanted.kind,
        email,
        name: wanted.kind === 'administrator' ? null : wanted.name,
        ...grantColumns(grant),
        account: wanted.kind === 'reset' ? wanted.account : null,
        created_by: by,
        created_at: now().toISOString(),
        expires_at: new Date(now().getTime() + daysValid * 86_400_000).toISOString(),
        used_at: null,
      }
      await workspace.transaction().execute(async (change) => {
        await change
          .deleteFrom('invitation')
          .where('used_at', 'is', null)
          .where('email', email === null ? 'is' : '=', email)
          .execute()
        await change.insertInto('invitation').values(row).execute()
      })
      return token
    },
    /** The invitation behind a token; undefined when it was used, has run out or never was. */
    find,
    open: (): Promise<InvitationTable[]> =>
      workspace
        .selectFrom('invitation')
        .selectAll()
        .where('used_at', 'is', null)
        .where('expires_at', '>', now().toISOString())
        .where('email', 'is not', null)
        .orderBy('created_at', 'desc')
        .execute(),
    async withdraw(email: string): Promise<void> {
      await workspace
        .deleteFrom('invitation')
        .where('email', '=', email)
        .where('used_at', 'is', null)
        .execute()
    },
    /**
     * Uses the link up and makes the account, or sets its new credential: both or neither, and once. Returns the
     * account's id; null when the link was used meanwhile.
     */
    accept: (
      token: string,
      person: { readonly email: string; readonly name: string },
      credential: Credential,
    ): Promise<string | null> =>
      workspace.transaction().execute(async (change) => {
        const used = await change
          .updateTable('invitation')
          .set({ used_at: now().toISOString() })
          .where('token_hash', '=', tokenHash(token))
          .where('used_at', 'is', null)
          .where('expires_at', '>', now().toISOString())
          .returningAll()
          .executeTakeFirst()
        if (!used) return null
        if (used.account !== null) {
          const set =
            credential.oidcSubject === null
              ? { password_hash: credential.passwordHash }
              : { oidc_subject: credential.oidcSubject }
          await change
            .updateTable('account')
            .set({ ...set, totp_secret: null, totp_last_step: null })
            .where('id', '=', used.account)
            .execute()
          await change.deleteFrom('recovery_code').where('account', '=', used.account).execute()
          return used.account
        }
        return accounts.add(
          {
            email: used.email ?? person.email,
            name: used.name ?? person.name,
            grant: {
              role: used.role,
              areas: JSON.parse(used.areas) as Grant['areas'],
              feeds: JSON.parse(used.feeds) as Grant['feeds'],
              disclosure: used.disclosure,
            },
            ...credential,
          },
          change,
        )
      }),
  }
}

export type Invitations = ReturnType<typeof openInvitations>
