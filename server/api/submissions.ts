import { readsRowCounts } from '../access/readsRowCounts.ts'
import { feedById } from '../../shared/feeds/feeds.ts'
import type { Context } from './context.ts'

/** Every submission held, newest first, with what it covered and whether it still stands. */
export function submissionsOf({ register, partnership, viewer }: Context) {
  const all = register
    .visible(null)
    .filter(({ feed }) => viewer.feeds === 'all' || viewer.feeds.includes(feed))
  const standing = new Set(register.standing(null))
  return all
    .map((submission) => {
      const { coverage } = submission
      const months = [...coverage.months, ...coverage.quarters].toSorted()
      return {
        submission: submission.number,
        feed: submission.feed,
        feedLabel: feedById[submission.feed].label,
        agency: coverage.agencies
          .map((id) => partnership.agencies.find((agency) => agency.id === id)?.name ?? id)
          .join(', '),
        mode: submission.mode,
        fileName: submission.fileName,
        profile: submission.profile,
        from: months[0] ?? '',
        to: months.at(-1) ?? '',
        rows: readsRowCounts(viewer) ? submission.rowsAccepted : null,
        rejected: readsRowCounts(viewer) ? submission.rowsRejected : null,
        asAt: submission.asAt,
        committedOn: submission.committedAt,
        synthetic: submission.synthetic,
        by: submission.committedBy,
        reason: submission.reason,
        /** The submission that this one took back; null for files. */
        undoes: submission.undoes,
        /** The submission that took this one back; null while it stands. */
        undoneBy: all.find(({ undoes }) => undoes === submission.number)?.number ?? null,
        stands: standing.has(submission),
      }
    })
    .toReversed()
}
