import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { FeedId } from '../../shared/feeds/feed.ts'
import { disclosureIn, roles, type Viewer } from '../../shared/access/viewer.ts'
import type { AccountTable } from '../../db/workspace/identityTables.ts'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'

const feedIds = ['crime', 'intelligence', 'nrm', 'attendance', 'returns'] as const satisfies readonly FeedId[]

/** What an administrator grants: a role, and limits within it. */
export const grantSchema = z.strictObject({
  role: z.enum(roles),
  areas: z.union([z.literal('all'), z.array(z.string().min(1).max(40)).min(1).max(100)]),
  feeds: z.union([z.literal('all'), z.array(z.enum(feedIds)).min(1)]),
  disclosure: z.enum(['protected', 'unprotected']),
})

export type Grant = z.infer<typeof grantSchema>

export const emailSchema = z.email('this is not an e-mail address').max(200).toLowerCase()
export const personName = z.string().trim().min(1, 'a name is needed').max(100)

/** The columns in which a grant is stored. */
export function grantColumns({ role, areas, feeds, disclosure }: Grant) {
  return {
    role,
    areas: JSON.stringify(areas),
    feeds: JSON.stringify(feeds),
    disclosure: disclosureIn(role, disclosure),
  }
}

type GrantColumns = Pick<AccountTable, 'role' | 'areas' | 'feeds' | 'disclosure'>

/** A grant as it was stored; throws when the columns hold anything else. */
export function readGrant({ role, areas, feeds, disclosure }: GrantColumns): Grant {
  return grantSchema.parse({ role, areas: JSON.parse(areas), feeds: JSON.parse(feeds), disclosure })
}

/** The account as every read of figures takes it. */
export function viewerOf(account: GrantColumns & { readonly name: string }): Viewer {
  const { role, areas, feeds, disclosure } = readGrant(account)
  return { name: account.name, role, areas, feeds, disclosure: disclosureIn(role, disclosure) }
}

/** Accounts in the workspace. */
export function openAccounts(workspace: Workspace, { now }: { readonly now: () => Date }) {
  const active = () => workspace.selectFrom('account').selectAll().where('disabled_at', 'is', null)
  return {
    async count(): Promise<number> {
      const row = await workspace
        .selectFrom('account')
        .select((e) => e.fn.countAll().as('n'))
        .executeTakeFirst()
      return Number(row?.n ?? 0)
    },
    all: (): Promise<AccountTable[]> => workspace.selectFrom('account').selectAll().orderBy('name').execute(),
    /** An account that may sign in. */
    find: (id: string): Promise<AccountTable | undefined> => active().where('id', '=', id).executeTakeFirst(),
    byEmail: (email: string): Promise<AccountTable | undefined> =>
      active().where('email', '=', email.trim().toLowerCase()).executeTakeFirst(),
    bySubject: (subject: string): Promise<AccountTable | undefined> =>
      active().where('oidc_subject', '=', subject).executeTakeFirst(),
    async add(
      person: {
        readonly email: string
        readonly name: string
        readonly grant: Grant
        readonly passwordHash: string | null
        readonly oidcSubject: string | null
      },
      into: Pick<Workspace, 'insertInto'> = workspace,
    ): Promise<string> {
      const id = randomUUID()
      await into
        .insertInto('account')
        .values({
          id,
          email: person.email.trim().toLowerCase(),
          name: person.name,
          ...grantColumns(person.grant),
          password_hash: person.passwordHash,
          oidc_subject: person.oidcSubject,
          totp_secret: null,
          totp_last_step: null,
          created_at: now().toISOString(),
          disabled_at: null,
        })
        .execute()
      return id
    },
    async set(id: string, change: Partial<Omit<AccountTable, 'id'>>): Promise<void> {
      await workspace.updateTable('account').set(change).where('id', '=', id).execute()
    },
    /** Takes the step of a second-factor code; false when another request took it or a later one first. */
    async takeStep(id: string, step: number): Promise<boolean> {
      const result = await workspace
        .updateTable('account')
        .set({ totp_last_step: step })
        .where('id', '=', id)
        .where((e) => e.or([e('totp_last_step', 'is', null), e('totp_last_step', '<', step)]))
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },
    /** Uses up a recovery code; false when it is not one of the account's or was used before. */
    async takeRecoveryCode(id: string, hash: string): Promise<boolean> {
      const result = await workspace
        .updateTable('recovery_code')
        .set({ used_at: now().toISOString() })
        .where('account', '=', id)
        .where('code_hash', '=', hash)
        .where('used_at', 'is', null)
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },
    /** Replaces the recovery codes; an empty list takes the second factor's paper codes away. */
    async setRecoveryCodes(id: string, hashes: readonly string[]): Promise<void> {
      await workspace.transaction().execute(async (change) => {
        await change.deleteFrom('recovery_code').where('account', '=', id).execute()
        if (hashes.length === 0) return
        await change
          .insertInto('recovery_code')
          .values(hashes.map((code_hash) => ({ account: id, code_hash, used_at: null })))
          .execute()
      })
    },
    async recoveryCodesLeft(id: string): Promise<number> {
      const row = await workspace
        .selectFrom('recovery_code')
        .select((e) => e.fn.countAll().as('n'))
        .where('account', '=', id)
        .where('used_at', 'is', null)
        .executeTakeFirst()
      return Number(row?.n ?? 0)
    },
  }
}

export type Accounts = ReturnType<typeof openAccounts>
