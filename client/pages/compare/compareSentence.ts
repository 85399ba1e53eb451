import type { Metric } from '../../../shared/metrics/metric.ts'
import { countWord } from '../../figures/countWord.ts'
import { variationWords } from '../../../shared/figures/variationWords.ts'
import type { Compared } from './compared.ts'

/** What the page says first: the question it answers, or which lines changed by more than usual. */
export function compareSentence(
  { lines }: Compared,
  { subject, waiting }: { readonly subject: Metric | undefined; readonly waiting: boolean },
): string {
  const own = lines.find(({ line }) => line.metric === subject?.id)
  if (subject) {
    const change = own ? variationWords(own.page.chart.variation) : ''
    const word = change.endsWith('high') ? 'rise' : change.endsWith('low') ? 'fall' : 'change'
    return `Is the ${word} in ${subject.name.charAt(0).toLowerCase()}${subject.name.slice(1)} good news?`
  }
  if (lines.length === 0) return waiting ? 'Compare' : 'Choose measures to compare'
  const changed = lines.filter(
    ({ page }) => page.chart.variation.kind !== 'common' && page.chart.variation.kind !== 'unjudged',
  ).length
  if (lines.length === 1) return `${lines[0]?.name ?? ''}: add another line to compare it with`
  return `${countWord(changed)} of ${lines.length} lines changed by more than usual`
}
