import { addMonths, type Month } from '../../../shared/periods/month.ts'
import { formatMonths } from '../../../shared/figures/formatMonths.ts'
import type { Receipt } from './intakeClient.ts'

/** What the file is complete for, and how that is known, as a sentence. */
export function coverageWords({ coverage: { months, quarters, deduced }, mode }: Receipt): string {
  const spans = [...runs(months, 1), ...runs(quarters, 3)]
  if (spans.length === 0) return 'Complete for no month: only the records in the file change.'
  const how = deduced ? 'as its rows show' : 'as you state'
  return `${mode === 'amend' ? 'Amends' : 'Complete for'} ${spans.join(', ')}, ${how}${quarters.length > 0 ? '; figures of whole quarters are kept as such' : ''}.`
}

/** Periods of so many months that follow one another, as spans. */
function runs(starts: readonly Month[], length: number): string[] {
  const found: { first: Month; last: Month }[] = []
  for (const start of starts) {
    const last = addMonths(start, length - 1)
    const run = found.at(-1)
    if (run && addMonths(run.last, 1) === start) run.last = last
    else found.push({ first: start, last })
  }
  return found.map(({ first, last }) => formatMonths(first, last))
}
