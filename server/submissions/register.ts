import type { SubmissionCoverage } from '../../db/records/coverage.ts'
import type { Workspace } from '../../db/workspace/openWorkspace.ts'
import type { FeedId } from '../../shared/feeds/feed.ts'

/** One committed file, as everything that reads figures knows it. */
export interface Submission {
  readonly number: number
  readonly feed: FeedId
  readonly agency: string
  readonly mode: 'replace' | 'amend' | 'undo'
  readonly fileName: string
  readonly fileHash: string
  readonly profile: string
  readonly fields: readonly string[]
  readonly coverage: SubmissionCoverage
  readonly asAt: string
  readonly committedAt: string
  readonly rowsRead: number
  readonly rowsAccepted: number
  readonly rowsRejected: number
  readonly synthetic: boolean
  readonly committedBy: string
  /** The submission that this one undoes; null for files. */
  readonly undoes: number | null
  /** Why the figures change, as whoever sent them says. */
  readonly reason: string | null
}

/** A position in the data: all submissions up to a number, or those known by a date. Null is now. */
export type AsAt = number | string | null

/**
 * The register of submissions in memory: few and small, and every figure asks it what was supplied.
 * Submissions still pending are not in it.
 */
export interface Register {
  /** Every committed submission, in order of number. */
  all(): readonly Submission[]
  /** The submissions that count at a position: sample ones end where the first real one begins. */
  visible(asAt: AsAt): readonly Submission[]
  /** Those of them that say what was supplied: neither undone at that position nor the undoing of another. */
  standing(asAt: AsAt): readonly Submission[]
  /** The newest committed number; 0 when there is none. */
  position(): number
  /** Whether only invented figures are held and real ones never were, not even some that have been erased. */
  sampleOnly(): boolean
  /** Sample submissions that a first real one would end; empty once real data is held. */
  endingSample(): readonly number[]
  refresh(): Promise<void>
  onPosition(listener: (position: number) => void): () => void
}

/** Reads the register from the workspace. */
export async function openRegister(workspace: Workspace): Promise<Register> {
  let submissions: readonly Submission[] = await read(workspace)
  let wasReal = await heldReal(workspace)
  const listeners = new Set<(position: number) => void>()
  const position = () => submissions.at(-1)?.number ?? 0
  return {
    all: () => submissions,
    visible: (asAt) => visibleAt(submissions, asAt),
    standing: (asAt) => standingOf(visibleAt(submissions, asAt)),
    position,
    sampleOnly: () => submissions.length > 0 && !wasReal,
    endingSample: () =>
      submissions.every((submission) => submission.synthetic) ? submissions.map(({ number }) => number) : [],
    async refresh() {
      submissions = await read(workspace)
      wasReal = await heldReal(workspace)
      for (const listener of listeners) listener(position())
    },
    onPosition(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function visibleAt(submissions: readonly Submission[], asAt: AsAt): readonly Submission[] {
  const known = submissions.filter((submission) =>
    asAt === null ? true : typeof asAt === 'number' ? submission.number <= asAt : submission.asAt <= asAt,
  )
  // Invented and real figures never mix, at any position.
  return known.some((submission) => !submission.synthetic)
    ? known.filter((submission) => !submission.synthetic)
    : known
}

async function heldReal(workspace: Workspace): Promise<boolean> {
  const row = await workspace
    .selectFrom('submission')
    .select('number')
    .where('synthetic', '=', 0)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What is left when each undoing has taken away what it undoes. */
export function standingOf<T extends Pick<Submission, 'number' | 'undoes'>>(
  submissions: readonly T[],
): readonly T[] {
  const undone = new Set(submissions.flatMap(({ undoes }) => (undoes === null ? [] : [undoes])))
  return undone.size === 0
    ? submissions
    : submissions.filter(({ number, undoes }) => undoes === null && !undone.has(number))
}

async function read(workspace: Workspace): Promise<Submission[]> {
  const rows = await workspace
    .selectFrom('submission')
    .selectAll()
    .where('status', '=', 'committed')
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    feed: row.feed,
    agency: row.agency,
    mode: row.mode,
    fileName: row.file_name,
    fileHash: row.file_hash,
    profile: row.profile,
    fields: JSON.parse(row.fields) as string[],
    coverage: JSON.parse(row.coverage) as SubmissionCoverage,
    asAt: row.as_at,
    committedAt: row.committed_at,
    rowsRead: row.rows_read,
    rowsAccepted: row.rows_accepted,
    rowsRejected: row.rows_rejected,
    synthetic: row.synthetic === 1,
    committedBy: row.committed_by,
    undoes: row.undoes,
    reason: row.reason,
  }))
}
