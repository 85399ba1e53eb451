import { sql } from 'kysely'
import { serialQueue } from '../../db/records/serialQueue.ts'
import type { AuditEventTable } from '../../db/workspace/auditTables.ts'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { AuditEventName } from '../../shared/access/auditEvent.ts'
import type { Actor } from '../access/actor.ts'
import { writeAnchor } from './auditAnchor.ts'
import { auditHash, chainStart } from './auditHash.ts'
import { redacted } from './redacted.ts'

export interface AuditEntry {
  readonly event: AuditEventName
  /** Who did it; of someone not signed in, the name they gave and where they came from. */
  readonly by: Actor | { readonly who: string; readonly address: string }
  readonly subject?: string
  readonly detail?: Readonly<Record<string, unknown>>
}

export interface AuditFilter {
  readonly event?: string | undefined
  /** Part of a name, a subject, an address or a detail. */
  readonly text?: string | undefined
  /** Days, both included, as YYYY-MM-DD. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Only events before this number, for the next page. */
  readonly before?: number | undefined
}

/** Who did what, when and from where. Nothing here changes an event; retention alone removes, and says so. */
export interface AuditLog {
  /** Adds an event to the chain; returns when it is stored. */
  record(entry: AuditEntry): Promise<void>
  search(filter: AuditFilter, limit: number): Promise<AuditEventTable[]>
  /** Removes events before a day and notes how many and where the chain goes on; returns how many. */
  prune(before: string, by: AuditEntry['by']): Promise<number>
}

/** The audit log in the workspace; one process writes it, one event after another. */
export function openAuditLog(
  workspace: Workspace,
  { dataDir, now }: { readonly dataDir: string; readonly now: () => Date },
): AuditLog {
  const inTurn = serialQueue()
  async function append({ event, by, subject = '', detail = {} }: AuditEntry): Promise<void> {
    const last = await workspace
      .selectFrom('audit_event')
      .select(['number', 'hash'])
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    const entry = {
      number: Number(last?.number ?? 0) + 1,
      at: now().toISOString(),
      event,
      ...('viewer' in by
        ? {
            account: by.account,
            who: by.viewer.name,
            role: by.viewer.role,
            session: by.session?.slice(0, 12) ?? null,
          }
        : { account: null, who: by.who.slice(0, 200), role: null, session: null }),
      subject: subject.slice(0, 300),
      detail: JSON.stringify(redacted(detail)),
      address: by.address,
      previous_hash: last?.hash ?? chainStart,
    }
    const hash = auditHash(entry)
    await workspace
      .insertInto('audit_event')
      .values({ ...entry, hash })
      .execute()
    writeAnchor(dataDir, { number: entry.number, hash })
  }
  return {
    record: (entry) => inTurn(() => append(entry)),
    search(filter, limit) {
      let query = workspace.selectFrom('audit_event').selectAll().orderBy('number', 'desc').limit(limit)
      const { event, text, from, to, before } = filter
      if (event !== undefined) query = query.where('event', '=', event)
      if (from !== undefined) query = query.where('at', '>=', from)
      if (to !== undefined) query = query.where('at', '<', `${to}T24`)
      if (before !== undefined) query = query.where('number', '<', before)
      if (text !== undefined && text !== '') {
        const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
        query = query.where((e) =>
          e.or(
            (['who', 'subject', 'address', 'detail'] as const).map(
              (column) => sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`,
            ),
          ),
        )
      }
      return query.execute()
    },
    prune: (before, by) =>
      inTurn(async () => {
        const newest = await workspace
          .selectFrom('audit_event')
          .select(['number', 'hash'])
          .where('at', '<', before)
          .orderBy('number', 'desc')
          .limit(1)
          .executeTakeFirst()
        if (!newest) return 0
        // Noted first: were it cut short between, verifying would find the events still there and complain of nothing.
        await append({
          event: 'audit.pruned',
          by,
          subject: `events to ${newest.number}`,
          detail: { before, upTo: newest.number, hashOfLast: newest.hash },
        })
        const removed = await workspace
          .deleteFrom('audit_event')
          .where('number', '<=', newest.number)
          .executeTakeFirst()
        return Number(removed.numDeletedRows)
      }),
  }
}
