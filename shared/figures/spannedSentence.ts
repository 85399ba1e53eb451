import { periodLabel } from '../periods/periodLabel.ts'
import type { SpannedChange } from '../series/spannedChange.ts'

/** The warning beside a comparison that spans changes of law or counting; undefined where it spans none. */
export function spannedSentence(events: SpannedChange['events'] | undefined): string | undefined {
  if (events === undefined || events.length === 0) return undefined
  const named = events.map(({ month, title }) => `${title} (${periodLabel(month, 'month')})`)
  return `The comparison spans ${events.length === 1 ? 'a change' : 'changes'} of law or counting: ${named.join('; ')}. Part of the difference may come from it.`
}
