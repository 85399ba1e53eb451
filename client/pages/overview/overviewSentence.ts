import { isMonth } from '../../../shared/periods/month.ts'
import { spokenPeriodLabel } from '../../../shared/periods/periodLabel.ts'
import type { Scorecard, ScorecardRow } from '../../../shared/series/scorecard.ts'
import { countWord } from '../../figures/countWord.ts'

/** The answer to "what changed?" as one sentence for the head of the overview. */
export function overviewHeadline(rows: readonly ScorecardRow[], period: Scorecard['period']): string {
  const changed = rows.filter(
    ({ variation }) => variation.kind !== 'common' && variation.kind !== 'unjudged',
  ).length
  const measures = rows.length === 1 ? 'measure' : 'measures'
  return `${countWord(changed)} of ${rows.length} ${measures} changed by more than usual, ${spokenSpan(period)}`
}

/** What the rest did, and why some cannot be judged. */
export function overviewStandfirst(rows: readonly ScorecardRow[]): string {
  const common = rows.filter(({ variation }) => variation.kind === 'common').length
  const unjudged = rows.filter(({ variation }) => variation.kind === 'unjudged')
  const parts = [
    common === 0
      ? 'No measure stayed within its usual range.'
      : `${countWord(common)} stayed within ${common === 1 ? 'its' : 'their'} usual range.`,
  ]
  if (unjudged.length > 0) {
    parts.push(`${countWord(unjudged.length)} cannot be judged yet; the table says why.`)
  }
  parts.push('Provisional months are shown but raise no finding.')
  return parts.join(' ')
}

function spokenSpan({ from, to, label }: Scorecard['period']): string {
  if (!isMonth(from) || !isMonth(to)) return label
  if (from === to) return spokenPeriodLabel(to, 'month')
  const first = spokenPeriodLabel(from, 'month')
  return `${from.slice(0, 4) === to.slice(0, 4) ? first.slice(0, -5) : first} to ${spokenPeriodLabel(to, 'month')}`
}
