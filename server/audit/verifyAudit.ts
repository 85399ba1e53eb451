import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { AuditAnchor } from './auditAnchor.ts'
import { auditHash, chainStart } from './auditHash.ts'

export interface AuditVerdict {
  readonly events: number
  /** The newest event, to be noted elsewhere; null in an empty log. */
  readonly head: AuditAnchor | null
  /** What does not hold, as sentences; empty when the log is whole. */
  readonly problems: readonly string[]
}

const pageSize = 5_000

/**
 * Whether the log is as it was written: every hash fits its event, every event the one before it, none is missing,
 * and the newest one noted beside the store (or in `anchor`) is there.
 */
export async function verifyAudit(workspace: Workspace, anchor: AuditAnchor | null): Promise<AuditVerdict> {
  const problems: string[] = []
  let events = 0
  let previous = null as AuditAnchor | null
  let anchored = anchor === null || anchor.number === 0
  const pruned = await prunedTo(workspace)
  for (;;) {
    const page = await workspace
      .selectFrom('audit_event')
      .selectAll()
      .where('number', '>', previous?.number ?? 0)
      .orderBy('number')
      .limit(pageSize)
      .execute()
    for (const event of page) {
      events++
      const before: AuditAnchor =
        previous ?? (event.number > 1 && pruned ? pruned : { number: 0, hash: chainStart })
      if (event.number !== before.number + 1)
        problems.push(`Events ${before.number + 1} to ${event.number - 1} are missing.`)
      else if (event.previous_hash !== before.hash)
        problems.push(`Event ${event.number} does not follow from event ${before.number} as it is now.`)
      if (auditHash(event) !== event.hash)
        problems.push(`Event ${event.number} was changed after it was written.`)
      if (event.number === anchor?.number) {
        anchored = true
        if (event.hash !== anchor.hash)
          problems.push(`Event ${event.number} is not the one that was noted beside the store.`)
      }
      previous = { number: event.number, hash: event.hash }
    }
    if (page.length < pageSize) break
  }
  if (!anchored && anchor) {
    problems.push(
      `The log ends with event ${previous?.number ?? 0}, but event ${anchor.number} was noted beside the store: events were cut off.`,
    )
  }
  return { events, head: previous, problems }
}

/** Where retention last cut the chain; the note itself is an event of the chain and is verified with it. */
async function prunedTo(workspace: Workspace): Promise<{ number: number; hash: string } | null> {
  const oldest = await workspace
    .selectFrom('audit_event')
    .select('number')
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  const notes = await workspace
    .selectFrom('audit_event')
    .select('detail')
    .where('event', '=', 'audit.pruned')
    .execute()
  const cuts = notes
    .map(({ detail }) => JSON.parse(detail) as { upTo?: number; hashOfLast?: string })
    .flatMap(({ upTo, hashOfLast }) =>
      upTo === undefined || hashOfLast === undefined ? [] : [{ number: upTo, hash: hashOfLast }],
    )
    .filter(({ number }) => oldest !== undefined && number < oldest.number)
  return cuts.toSorted((a, b) => b.number - a.number)[0] ?? null
}
