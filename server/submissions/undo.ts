import { applySubmission } from '../../db/records/applySubmission.ts'
import { stageUndo } from '../../db/records/stageUndo.ts'
import { feedById, feeds } from '../../shared/feeds/feeds.ts'
import type { Actor } from '../access/actor.ts'
import { mayChangeFeed } from '../access/mayChangeFeed.ts'
import type { Installation } from '../installation.ts'
import { previewDiff, type PreviewDiff } from './previewDiff.ts'
import { nextNumber } from './nextNumber.ts'
import { settle } from './replay.ts'
import type { Register, Submission } from './register.ts'
import { slicesMeet, touchedSlice } from './touchedSlice.ts'
import { UndoRefusal } from './undoRefusal.ts'

export interface UndoRequest {
  /** The submission to undo. */
  readonly submission: number
  readonly by: string
  /** Who is signed in, where it was asked through a page. */
  readonly actor?: Actor | undefined
  /** Why, to be shown beside every figure that changes; null where nothing is said. */
  readonly reason: string | null
}

export interface UndoOutcome {
  /** The number of the undoing: a submission of its own, after which the figures are as before the undone one. */
  readonly submission: number
  readonly undoes: number
  readonly diff: PreviewDiff
}

/**
 * Takes the newest submission of a slice back, as an event of its own: what it put in is withdrawn, what it withdrew
 * comes back, and any earlier position still answers as it did. It carries the as-at date of what it undoes, so that by
 * date the undone figures were never known. Throws UndoRefusal when a later submission rests on it.
 */
export async function undoSubmission(
  installation: Installation,
  request: UndoRequest,
  now: () => Date = () => new Date(),
): Promise<UndoOutcome> {
  const { audit, records, register, workspace } = installation
  const outcome = await records.write(async (writer) => {
    const undone = undoable(register, request.submission)
    if (request.actor && !mayChangeFeed(request.actor.viewer, undone.feed))
      throw new UndoRefusal(
        'Your account is limited to some areas or feeds; this submission holds others too.',
      )
    const coverage = await touchedSlice(records.read, undone)
    for (const later of register.standing(null).filter(({ number }) => number > undone.number)) {
      if (later.feed === undone.feed && slicesMeet(coverage, await touchedSlice(records.read, later)))
        throw new UndoRefusal(
          `Submission ${undone.number} cannot be undone: submission ${later.number} (${later.fileName}) came later for the same months. Undo that one first, or send the right figures again.`,
        )
    }
    const feed = feedById[undone.feed]
    const ended = undone.synthetic
      ? []
      : register.all().flatMap((held) => (held.synthetic ? [held.number] : []))
    const diff = previewDiff(await stageUndo(writer, { feed, undoes: undone.number, coverage, ended }))
    const number = await nextNumber(workspace)
    await workspace
      .insertInto('submission')
      .values({
        number,
        feed: undone.feed,
        agency: undone.agency,
        mode: 'undo',
        status: 'pending',
        file_name: undone.fileName,
        file_hash: '',
        profile: undone.profile,
        fields: JSON.stringify(undone.fields),
        coverage: JSON.stringify(coverage),
        as_at: undone.asAt,
        committed_at: now().toISOString(),
        rows_read: 0,
        rows_accepted: 0,
        rows_rejected: 0,
        rows_added: null,
        rows_withdrawn: null,
        receipt: JSON.stringify({ rejectsByReason: [], warnings: [], diff }),
        synthetic: undone.synthetic ? 1 : 0,
        committed_by: request.by,
        original_key: null,
        undoes: undone.number,
        reason: request.reason?.trim() || null,
      })
      .execute()
    const counts = await applySubmission(writer.db, {
      number,
      feed,
      feeds: feeds.map(({ id }) => id),
      withdrawing: [],
    }).catch(async (error: unknown) => {
      await workspace.deleteFrom('submission').where('number', '=', number).execute()
      throw error
    })
    await settle(workspace, number, counts)
    await writer.checkpoint()
    await register.refresh()
    return { submission: number, undoes: undone.number, diff }
  })
  await audit.record({
    event: 'submission.undone',
    by: request.actor ?? { who: request.by, address: 'local' },
    subject: `submission ${outcome.undoes}`,
    detail: { by: `submission ${outcome.submission}`, reason: request.reason },
  })
  return outcome
}

/** The submission, if there is one of this number that still stands. */
function undoable(register: Register, number: number): Submission {
  const found = register.all().find((submission) => submission.number === number)
  if (!found) throw new UndoRefusal(`There is no submission ${number}.`)
  if (found.undoes !== null)
    throw new UndoRefusal(
      `Submission ${number} is itself the undoing of submission ${found.undoes}. Send the file of submission ${found.undoes} again instead.`,
    )
  const undoing = register.all().find(({ undoes }) => undoes === number)
  if (undoing)
    throw new UndoRefusal(`Submission ${number} has already been undone, by submission ${undoing.number}.`)
  if (!register.standing(null).includes(found))
    throw new UndoRefusal(`Submission ${number} is of the sample, which ended when real figures came.`)
  return found
}
