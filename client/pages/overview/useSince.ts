import { useQuery } from '@tanstack/react-query'
import type { EditionMark } from '../../../shared/editions/edition.ts'
import { changedSince, type ChangeSince } from '../../../shared/series/changedSince.ts'
import type { ScorecardRow } from '../../../shared/series/scorecard.ts'
import type { OverviewSearch } from '../../address/overviewSearch.ts'
import { overviewOptions } from '../../figures/figureQueries.ts'
import type { ShownEdition } from '../../parts/useEdition.ts'

export interface Since {
  /** What is asked: everything unusual now, or what is new since the edition before or since the month before. */
  readonly asked: 'all' | 'edition' | 'month'
  /** The edition before what is shown; undefined where there is none. */
  readonly earlier: EditionMark | undefined
  /** How each row stands to the earlier judgement; null while it is loading or cannot be had. */
  readonly of: ((row: ScorecardRow) => ChangeSince) | null
  readonly loading: boolean
  readonly error: unknown
}

/** Compares the judgement of every measure with the edition before, or with how its own chart read a month before. */
export function useSince(search: OverviewSearch, shown: ShownEdition, months: 1 | 3 | 12): Since {
  const earlier = editionBefore(shown)
  const asked = search.since === undefined || (search.since === 'edition' && !earlier) ? 'all' : search.since
  const query = useQuery({
    ...overviewOptions(earlier?.number ?? 0, { area: search.area, months, asAt: null }),
    enabled: asked === 'edition',
  })
  if (asked !== 'edition')
    return {
      asked,
      earlier,
      of: asked === 'month' ? ({ variation, before }) => changedSince(variation, before) : null,
      loading: false,
      error: null,
    }
  const before = query.data && new Map(query.data.rows.map((row) => [row.metric, row.variation]))
  return {
    asked,
    earlier,
    of: before ? ({ metric, variation }) => changedSince(variation, before.get(metric)) : null,
    loading: query.isPending,
    error: query.error,
  }
}

/** The newest edition published before the one that is read; the newest of all while figures are live. */
function editionBefore({ number, mark, editions }: ShownEdition): EditionMark | undefined {
  const newestFirst = editions.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt))
  if (number === null) return newestFirst[0]
  return mark && newestFirst.find(({ publishedAt }) => publishedAt < mark.publishedAt)
}
