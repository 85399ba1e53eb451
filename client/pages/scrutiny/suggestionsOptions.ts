import { queryOptions } from '@tanstack/react-query'
import type { Suggestions } from '../../../shared/scrutiny/suggestion.ts'
import { readAsAt } from '../../address/metricQuery.ts'
import type { ScrutinySearch } from '../../address/scrutinySearch.ts'
import { server } from '../../trpc.ts'

/** Which figures are looked at: an edition's, or live ones of one month, as known then. */
export interface SuggestionsQuery {
  readonly edition: number | null
  readonly month: ScrutinySearch['month'] | null
  readonly asAt: number | string | null
}

/** What an address asks for; an edition has its own months and knows of nothing later. */
export function suggestionsQuery(search: ScrutinySearch, edition: number | null): SuggestionsQuery {
  return edition === null
    ? { edition, month: search.month ?? null, asAt: readAsAt(search.asAt) }
    : { edition, month: null, asAt: null }
}

/** The questions that these figures suggest. */
export function suggestionsOptions(query: SuggestionsQuery) {
  const { edition, month, asAt } = query
  return queryOptions({
    queryKey: ['suggestions', edition, month, asAt],
    queryFn: ({ signal }): Promise<Suggestions> =>
      server.scrutiny.suggestions.query({ edition, month: month ?? null, asAt }, { signal }),
  })
}
