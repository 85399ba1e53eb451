import type { Partnership } from '../../shared/partnership/partnership.ts'
import { notPlaced } from '../../shared/partnership/partnership.ts'
import type { RowPlan } from './check/rowPlan.ts'
import type { TallyEntry } from './check/tally.ts'
import { IntakeRefusal } from './intakeRefusal.ts'
import type { RejectLog } from './rejectLog.ts'

const tolerableFaults = 1 / 20
const shownReasons = 3

export interface ReadingResult {
  readonly rows: number
  readonly rejects: RejectLog
  /** Whether the last record had its line end. */
  readonly terminated: boolean
  /** The last row that was rejected as faulty; 0 for none. */
  readonly lastFaulty: number
  readonly lastRow: number
  readonly confirm: boolean
}

/**
 * Refuses a file of which too much cannot be read: nothing but a header, cut off, no row that can be taken, or more than
 * one row in twenty faulty (then the file or the profile is wrong, and the rest would be a wrong count) unless confirmed.
 */
export function refuseUnusable(result: ReadingResult): void {
  const { rows, rejects, terminated, lastFaulty, lastRow, confirm } = result
  if (rows === 0) throw new IntakeRefusal('The file has a header but no rows: there is nothing to take in.')
  if (!terminated && lastFaulty === lastRow && rows > 1) {
    throw new IntakeRefusal(
      `The file ends in the middle of row ${lastRow}, which has no line end and cannot be read (${lastReason(rejects)}): it was cut off. Send it again.`,
    )
  }
  const taken = rows - rejects.count
  if (taken === 0) {
    throw new IntakeRefusal(
      `None of the ${count(rows)} can be taken in: ${reasons(rejects)}. Check that this is the right file, feed and profile.`,
    )
  }
  if (rejects.faulty > rows * tolerableFaults && !confirm) {
    throw new IntakeRefusal(
      `${rejects.faulty.toLocaleString('en-GB')} of ${count(rows)} cannot be read, more than one in twenty: ${reasons(rejects)}. Correct the file or choose another profile; to take in the other ${count(taken)} as they are, confirm (--confirm).`,
    )
  }
}

/** Refuses a file that names places, none of them in the partnership: it is another's. */
export function refuseElsewhere(
  tally: readonly TallyEntry[],
  { partnership, plan }: { partnership: Partnership; plan: RowPlan },
): void {
  if (tally.some(({ area }) => area !== notPlaced)) return
  const unknown = plan.notes.filter(({ field }) => field === 'area').flatMap((notes) => notes.unknown())
  if (unknown.length === 0) return
  throw new IntakeRefusal(
    `No row names a ${partnership.areaNoun.one} of ${partnership.name}; they name ${unknown.slice(0, 5).join(', ')}. Check that the file is for this partnership.`,
  )
}

function count(rows: number): string {
  return `${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'}`
}

function lastReason(rejects: RejectLog): string {
  return rejects.byReason().at(-1)?.reason ?? 'cut off'
}

function reasons(rejects: RejectLog): string {
  const all = rejects.byReason()
  const shown = all.slice(0, shownReasons).map(({ reason, count: rows, first }) => {
    const value = first.value === '' ? '' : `, ‘${first.value}’`
    return `${reason} (${count(rows)}, first row ${first.row}${value})`
  })
  return (
    shown.join('; ') + (all.length > shownReasons ? `; and ${all.length - shownReasons} other reasons` : '')
  )
}
