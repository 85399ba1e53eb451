import { seriesQuerySchema } from '../../shared/series/seriesQuery.ts'
import type { CompareSearch } from '../address/compareSearch.ts'
import { lineQuery } from '../pages/compare/compareQueries.ts'
import type { Compared } from '../pages/compare/compared.ts'
import type { Wanted } from './figureRequests.ts'

/** What an export of a comparison holds: the same lines in the same order. */
export function compareRequest(
  { lines }: Compared,
  { search, smallNumbers }: { readonly search: CompareSearch; readonly smallNumbers: Wanted['smallNumbers'] },
): Wanted {
  const edition = lines[0]?.page.edition?.number ?? null
  const [query, ...others] = lines.map(({ line }) =>
    seriesQuerySchema.parse(lineQuery(line, search, edition)),
  )
  return {
    shows: search.view === 'table' ? 'table' : 'chart',
    smallNumbers,
    figures:
      query === undefined ? [] : [{ view: 'compare', query, others, scale: search.scale ?? 'own', edition }],
  }
}
