import { createHmac } from 'node:crypto'
import { serialQueue } from '../../db/records/serialQueue.ts'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'

/** From this many failures in a row an account name waits a minute, and twice as long after each further one. */
const accountFailures = 5
const addressFailures = 20
const longestWait = 3_600_000
const forgottenAfter = 86_400_000

/** Guesses are counted before they are checked, so that many at once gain nothing. */
export interface Attempts {
  /**
   * Counts one attempt by this account name and address. Null: go on; else the time until which neither may try, the
   * same for names that exist and names that do not.
   */
  begin(name: string, address: string): Promise<Date | null>
  /** The attempt was right: the account's count begins anew and the address gets this one back. */
  succeeded(name: string, address: string): Promise<void>
}

/** Failed attempts, kept in the workspace so that a restart forgives nothing. Names are stored as keyed hashes. */
export function openAttempts(
  workspace: Workspace,
  { key, now }: { readonly key: Buffer; readonly now: () => Date },
): Attempts {
  const inTurn = serialQueue()
  const keyOf = (kind: 'name' | 'address', text: string) =>
    `${kind}:${createHmac('sha256', key).update(`${kind} ${text}`).digest('base64url')}`

  async function held(id: string) {
    const row = await workspace
      .selectFrom('sign_in_failure')
      .selectAll()
      .where('key', '=', id)
      .executeTakeFirst()
    const fresh = row && now().getTime() - Date.parse(row.last_at) < forgottenAfter
    return fresh ? row : { failures: 0, blocked_until: null }
  }
  async function count(id: string, from: number) {
    const failures = (await held(id)).failures + 1
    const over = failures - from
    const wait = over < 0 ? 0 : Math.min(60_000 * 2 ** over, longestWait)
    const row = {
      failures,
      last_at: now().toISOString(),
      blocked_until: wait === 0 ? null : new Date(now().getTime() + wait).toISOString(),
    }
    await workspace
      .insertInto('sign_in_failure')
      .values({ key: id, ...row })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
      .execute()
  }
  return {
    begin: (name, address) =>
      inTurn(async () => {
        const ids = [keyOf('name', name), keyOf('address', address)] as const
        const blocked = (await Promise.all(ids.map(held)))
          .flatMap(({ blocked_until }) => (blocked_until === null ? [] : [new Date(blocked_until)]))
          .filter((until) => until > now())
          .toSorted((a, b) => b.getTime() - a.getTime())
        if (blocked[0]) return blocked[0]
        await count(ids[0], accountFailures)
        await count(ids[1], addressFailures)
        const old = new Date(now().getTime() - forgottenAfter).toISOString()
        await workspace.deleteFrom('sign_in_failure').where('last_at', '<', old).execute()
        return null
      }),
    succeeded: (name, address) =>
      inTurn(async () => {
        await workspace.deleteFrom('sign_in_failure').where('key', '=', keyOf('name', name)).execute()
        const id = keyOf('address', address)
        await workspace
          .updateTable('sign_in_failure')
          .set({ failures: Math.max(0, (await held(id)).failures - 1), blocked_until: null })
          .where('key', '=', id)
          .execute()
      }),
  }
}
