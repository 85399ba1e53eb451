import { createHash } from 'node:crypto'
import { feeds } from '../../shared/feeds/feeds.ts'
import { readsRowCounts } from '../access/readsRowCounts.ts'
import type { Viewer } from '../../shared/access/viewer.ts'
import type { Installation } from '../installation.ts'
import { readRetention } from './retention.ts'

/** What is kept of people and partners, why and for how long, as it is in this installation. */
export async function keepingOf(
  { workspace, pseudonymKey, register }: Installation,
  viewer: Pick<Viewer, 'areas' | 'disclosure'>,
) {
  const retention = await readRetention(workspace)
  const submissions = register.all()
  return {
    retention,
    /** Tells two keys apart without giving anything of either away. */
    keyFingerprint: createHash('sha256')
      .update('fingerprint')
      .update(pseudonymKey)
      .digest('hex')
      .slice(0, 12),
    feeds: feeds.map((feed) => {
      const own = submissions.filter((submission) => submission.feed === feed.id)
      return {
        id: feed.id,
        label: feed.label,
        row: feed.row,
        fields: feed.fields.map(({ label }) => label),
        references: feed.fields.filter(({ type }) => type.kind === 'reference').map(({ label }) => label),
        submissions: own.length,
        // How many rows there are is a count of records like any other.
        rows: readsRowCounts(viewer) ? own.reduce((sum, { rowsAccepted }) => sum + rowsAccepted, 0) : null,
      }
    }),
  }
}

/** Each submission with what is still kept of it, and every deletion there was, newest first. */
export async function deletableOf({ workspace }: Installation) {
  const submissions = await workspace
    .selectFrom('submission')
    .select(['number', 'feed', 'agency', 'file_name', 'committed_at', 'original_key', 'status'])
    .where('status', '!=', 'pending')
    .orderBy('number', 'desc')
    .execute()
  const deletions = await workspace.selectFrom('deletion').selectAll().orderBy('number', 'desc').execute()
  return {
    submissions: submissions.map((row) => ({
      number: row.number,
      feed: row.feed,
      agency: row.agency,
      fileName: row.file_name,
      committedOn: row.committed_at,
      kept: row.status === 'erased' ? 'nothing' : row.original_key === null ? 'rows' : 'rowsAndOriginal',
    })),
    deletions: deletions.map((row) => ({
      number: row.number,
      submission: row.submission,
      kind: row.kind,
      reason: row.reason,
      by: row.deleted_by,
      at: row.deleted_at,
    })),
  }
}
