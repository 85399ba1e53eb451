import { sql } from 'kysely'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { AuditEntry } from '../audit/auditLog.ts'
import type { Installation } from '../installation.ts'
import { replay } from '../submissions/replay.ts'

/** A deletion that was not made, as a sentence for the person who asked. */
export class DeletionRefusal extends Error {}

export interface DeletionRequest {
  readonly submission: number
  /** Why, for the record that outlives what is deleted. */
  readonly reason: string
  readonly by: AuditEntry['by']
}

/**
 * Destroys the key of a submission's original and then the file: from that moment nobody can read it, wherever a copy
 * of the file lies. The accepted rows stay.
 */
export async function destroyOriginal(installation: Installation, request: DeletionRequest): Promise<void> {
  const { workspace, archive, audit } = installation
  const { submission, reason, by } = request
  const destroyed = await workspace.transaction().execute(async (change) => {
    const updated = await change
      .updateTable('submission')
      .set({ original_key: null })
      .where('number', '=', submission)
      .where('original_key', 'is not', null)
      .executeTakeFirst()
    if (updated.numUpdatedRows !== 1n) return false
    await change
      .insertInto('deletion')
      .values(await deletionRow(change, { kind: 'original', request, now: installation.now() }))
      .execute()
    return true
  })
  if (!destroyed)
    throw new DeletionRefusal(`Submission ${submission} has no original that could be destroyed.`)
  await forgetOldPages(installation)
  await archive.removeOriginal(submission)
  await audit.record({
    event: 'original.destroyed',
    by,
    subject: `submission ${submission}`,
    detail: { reason },
  })
}

/**
 * Deletes a submission's rows as though the file had never been sent: key, original and accepted rows go, and the
 * records are rebuilt from the other submissions, so that what they also supplied comes back. Its number, and that and
 * why it was erased, stay. Editions keep the figures they were published with.
 */
export async function eraseSubmission(installation: Installation, request: DeletionRequest): Promise<void> {
  const { workspace, records, archive, register, audit } = installation
  const { submission, reason, by } = request
  await records.exclusively(async (alone) => {
    const held = await workspace
      .selectFrom('submission')
      .select('number')
      .where('number', '=', submission)
      .where('status', '=', 'committed')
      .executeTakeFirst()
    if (!held) throw new DeletionRefusal(`There is no submission ${submission}, or it was erased before.`)
    await workspace.transaction().execute(async (change) => {
      await change
        .updateTable('submission')
        .set({ status: 'erased', original_key: null, receipt: '{}' })
        .where('number', '=', submission)
        .execute()
      // What later submissions added is counted anew, now that they are compared with less.
      await change
        .updateTable('submission')
        .set({ rows_added: null, rows_withdrawn: null })
        .where('number', '>', submission)
        .execute()
      await change
        .insertInto('deletion')
        .values(await deletionRow(change, { kind: 'rows', request, now: installation.now() }))
        .execute()
    })
    await forgetOldPages(installation)
    await archive.remove(submission)
    // A crash from here on is mended by the next start, which finds that the records do not agree with the register.
    await alone.reset()
    await replay({ workspace, records: alone, archive })
    await register.refresh()
  })
  await audit.record({
    event: 'submission.erased',
    by,
    subject: `submission ${submission}`,
    detail: { reason },
  })
}

async function deletionRow(
  change: Pick<Workspace, 'selectFrom'>,
  {
    kind,
    request,
    now,
  }: { readonly kind: 'rows' | 'original'; readonly request: DeletionRequest; readonly now: Date },
) {
  const { submission, reason, by } = request
  const last = await change
    .selectFrom('deletion')
    .select((e) => e.fn.max('number').as('number'))
    .executeTakeFirst()
  return {
    number: Number(last?.number ?? 0) + 1,
    submission,
    kind,
    reason,
    deleted_by: 'viewer' in by ? by.viewer.name : by.who,
    deleted_at: now.toISOString(),
  }
}

/** The embedded store overwrites what it deletes; its journal of recent changes is emptied too. */
async function forgetOldPages({ workspace, config }: Installation): Promise<void> {
  if (config.databaseUrl === null) await sql`pragma wal_checkpoint(truncate)`.execute(workspace)
}
