import type { Suggestion } from '../../../shared/scrutiny/suggestion.ts'
import type { ScrutinySearch } from '../../address/scrutinySearch.ts'

/** The suggestions that the filters of the address leave, dismissed ones or those that stand. */
export function chosenSuggestions(
  suggestions: readonly Suggestion[],
  { theme, area, kind, body, show }: ScrutinySearch,
): Suggestion[] {
  return suggestions.filter(
    (each) =>
      (each.dismissed !== null) === (show === 'dismissed') &&
      (theme === undefined || each.theme === theme) &&
      (area === undefined || each.place.code === area) &&
      (kind === undefined || each.kinds.includes(kind)) &&
      (body === undefined || each.askedOf.id === body),
  )
}
