import { formatDate } from '../../../shared/figures/formatDate.ts'
import type { ScorecardRow } from '../../../shared/series/scorecard.ts'
import { countWord } from '../../figures/countWord.ts'
import type { Since } from './useSince.ts'

/** The answer to "what changed since then?" as the head of the overview. */
export function sinceHeadline(fresh: number, rows: number, since: Pick<Since, 'asked' | 'earlier'>): string {
  const measures = rows === 1 ? 'measure' : 'measures'
  return `${countWord(fresh)} of ${rows} ${measures} began to change unusually ${sinceWords(since)}`
}

/** What goes on unusually from before, and what ended, by name. */
export function sinceStandfirst(rows: readonly ScorecardRow[], of: NonNullable<Since['of']>): string {
  const goesOn = rows.filter((row) => of(row) === 'goesOn').length
  const ended = rows.filter((row) => of(row) === 'ended').map(({ name }) => name)
  const parts = [
    goesOn === 0
      ? 'No other measure stands outside its usual range.'
      : `${countWord(goesOn)} more ${goesOn === 1 ? 'goes on' : 'go on'} from before.`,
  ]
  if (ended.length > 0) parts.push(`Back within the usual range: ${ended.join('; ')}.`)
  return parts.join(' ')
}

/** Since when, in words. */
export function sinceWords({ asked, earlier }: Pick<Since, 'asked' | 'earlier'>): string {
  if (asked === 'edition' && earlier)
    return `since the edition for the meeting of ${formatDate(earlier.meetingDate)}`
  return 'with the newest final month'
}
