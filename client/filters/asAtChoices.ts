import { formatDate } from '../../shared/figures/formatDate.ts'
import type { SubmissionRow } from '../trpc.ts'
import type { Choice } from './FilterSelect.tsx'

/** The days on which figures were known, newest first: each stands for the last submission made as of that day. */
export function asAtChoices(submissions: readonly Pick<SubmissionRow, 'submission' | 'asAt'>[]): Choice[] {
  const last = new Map<string, number>()
  for (const { submission, asAt } of submissions) last.set(asAt, Math.max(submission, last.get(asAt) ?? 0))
  return [...last]
    .toSorted((a, b) => b[1] - a[1])
    .slice(1)
    .map(([asAt, submission]) => ({
      value: String(submission),
      label: `On ${formatDate(asAt)} (submission ${submission})`,
    }))
}

/** The position an address names in words, for after "As known"; undefined is now. */
export function asKnownWords(asAt: string | undefined): string | undefined {
  if (asAt === undefined) return undefined
  return asAt.includes('-') ? `on ${formatDate(asAt)}` : `after submission ${asAt}`
}
