import type { Role } from '../../shared/access/viewer.ts'
import type { SessionTable } from '../../db/workspace/identityTables.ts'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { SessionLimits } from '../config.ts'
import { newSecretToken, tokenHash } from './secretToken.ts'

/** Where a request came from, as far as is known. */
export interface Origin {
  readonly address: string
  readonly agent: string
}

const secondFactorMinutes = 5

/** Signed-in browsers. A token is made here at each sign-in and never taken from a request. */
export interface Sessions {
  /** Begins a session and returns the cookie's token. */
  begin(
    holder: { readonly account: string } | { readonly sampleRole: Role },
    stage: SessionTable['stage'],
    origin: Origin,
  ): Promise<string>
  /** The session of a token, noting that it was used; null when unknown, ended or idle for too long. */
  find(token: string): Promise<SessionTable | null>
  list(account: string): Promise<SessionTable[]>
  end(id: string): Promise<void>
  endAll(account: string, options?: { readonly except?: string }): Promise<void>
  /** Aborts when the session has ended, for answers that stay open. */
  whenEnded(id: string): AbortSignal
}

/** Sessions in the workspace. */
export function openSessions(
  workspace: Workspace,
  { limits, now }: { readonly limits: SessionLimits; readonly now: () => Date },
): Sessions {
  const open = new Map<string, Set<AbortController>>()
  const announce = (id: string) => {
    for (const controller of open.get(id) ?? []) controller.abort()
    open.delete(id)
  }
  const after = (minutes: number) => new Date(now().getTime() + minutes * 60_000).toISOString()
  const idleSince = () => after(-limits.idleMinutes)

  const remove = async (rows: readonly { readonly id: string }[]) => {
    for (const { id } of rows) {
      await workspace.deleteFrom('session').where('id', '=', id).execute()
      announce(id)
    }
  }
  return {
    async begin(holder, stage, { address, agent }) {
      await remove(
        await workspace
          .selectFrom('session')
          .select('id')
          .where((e) => e.or([e('expires_at', '<=', after(0)), e('last_seen_at', '<=', idleSince())]))
          .execute(),
      )
      const token = newSecretToken()
      const minutes = stage === 'secondFactor' ? secondFactorMinutes : limits.hours * 60
      await workspace
        .insertInto('session')
        .values({
          id: tokenHash(token),
          account: 'account' in holder ? holder.account : null,
          sample_role: 'sampleRole' in holder ? holder.sampleRole : null,
          stage,
          created_at: after(0),
          last_seen_at: after(0),
          expires_at: after(minutes),
          address,
          agent: agent.slice(0, 200),
        })
        .execute()
      return token
    },
    async find(token) {
      const session = await workspace
        .selectFrom('session')
        .selectAll()
        .where('id', '=', tokenHash(token))
        .executeTakeFirst()
      if (!session) return null
      if (session.expires_at <= after(0) || session.last_seen_at <= idleSince()) {
        await remove([session])
        return null
      }
      // Once a minute is exact enough, and spares a write with every read.
      if (session.last_seen_at < after(-1)) {
        await workspace
          .updateTable('session')
          .set({ last_seen_at: after(0) })
          .where('id', '=', session.id)
          .execute()
      }
      return session
    },
    list: (account) =>
      workspace
        .selectFrom('session')
        .selectAll()
        .where('account', '=', account)
        .where('stage', '=', 'signedIn')
        .where('expires_at', '>', after(0))
        .where('last_seen_at', '>', idleSince())
        .orderBy('last_seen_at', 'desc')
        .execute(),
    end: (id) => remove([{ id }]),
    async endAll(account, { except } = {}) {
      const rows = await workspace.selectFrom('session').select('id').where('account', '=', account).execute()
      await remove(rows.filter(({ id }) => id !== except))
    },
    whenEnded(id) {
      const controller = new AbortController()
      const known = open.get(id) ?? new Set()
      open.set(id, known.add(controller))
      return controller.signal
    },
  }
}
