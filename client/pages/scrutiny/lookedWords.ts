import { formatNumber } from '../../../shared/series/formatFigure.ts'
import type { Suggestions } from '../../../shared/scrutiny/suggestion.ts'
import { countWord } from '../../figures/countWord.ts'

/** The first heading of the page: how many questions there are. */
export function suggestionsHeadline(
  count: number,
  { isDismissed, isFiltered }: { readonly isDismissed: boolean; readonly isFiltered: boolean },
): string {
  if (isDismissed)
    return count === 0 ? 'No suggestion is set aside' : `${numbered(count, 'suggestion')} set aside`
  if (count === 0) return isFiltered ? 'No suggestion fits these filters' : 'Nothing stands out'
  return `${numbered(count, 'question')} the evidence suggests`
}

function numbered(count: number, noun: string): string {
  const word = countWord(count)
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${noun}${count === 1 ? '' : 's'}`
}

/** How much was looked at to find what stands out, and how much of it chance is expected to have put there. */
export function lookedWords({ looked, period }: Pick<Suggestions, 'looked' | 'period'>): string {
  const { series, tests, found, falseShare } = looked
  if (series === 0) return 'No series is long enough yet to be judged.'
  const most = formatNumber(falseShare * 100)
  return (
    `${formatNumber(series)} series were looked at, with ${formatNumber(tests)} tests of the figures new in ${period.label}. ` +
    `${formatNumber(found)} of these tests stand out; at most ${most}% of those are expected to be chance.`
  )
}
