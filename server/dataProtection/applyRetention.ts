import type { Installation } from '../installation.ts'
import { destroyOriginal } from './deletions.ts'
import { monthsBefore, readRetention } from './retention.ts'

const by = { who: 'retention', address: 'local' }

/** Deletes what is past its time: originals by feed, and audit events. Runs at the start and once a day. */
export async function applyRetention(
  installation: Installation,
): Promise<{ readonly originals: number; readonly events: number }> {
  const { workspace, audit, now } = installation
  const retention = await readRetention(workspace)
  const held = await workspace
    .selectFrom('submission')
    .select(['number', 'feed', 'committed_at'])
    .where('original_key', 'is not', null)
    .where('status', '=', 'committed')
    .execute()
  const due = held.filter((row) => row.committed_at < monthsBefore(now(), retention.originals[row.feed]))
  for (const { number, feed } of due) {
    const reason = `kept for ${retention.originals[feed]} months`
    await destroyOriginal(installation, { submission: number, reason, by })
  }
  const events = await audit.prune(monthsBefore(now(), retention.audit), by)
  return { originals: due.length, events }
}
