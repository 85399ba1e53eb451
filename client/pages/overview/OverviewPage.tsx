import { usualMonths } from '../../address/usualMonths.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useDeferredValue } from 'react'
import { readAsAt } from '../../address/metricQuery.ts'
import { chosenThemes, type OverviewSearch } from '../../address/overviewSearch.ts'
import { OverviewFilters } from '../../filters/OverviewFilters.tsx'
import { overviewOptions } from '../../figures/figureQueries.ts'
import { EditionNotice } from '../../parts/EditionNotice.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { useBusy } from '../../parts/useBusy.ts'
import { useEdition } from '../../parts/useEdition.ts'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'
import type { Session } from '../../trpc.ts'
import { groupRows, type Grouping } from './groupRows.ts'
import { ScorecardSection } from './ScorecardSection.tsx'
import { sortRows } from './sortRows.ts'
import { useSince } from './useSince.ts'
import { WhatChanged } from './WhatChanged.tsx'

/** Fetched where it is needed: nearly every reader has figures. */
const EmptyPage = lazy(async () => ({ default: (await import('../EmptyPage.tsx')).EmptyPage }))

const lengths = { '1': 1, '3': 3, '12': 12 } as const

/** The board's first page: what changed, then every measure in a row. */
export function OverviewPage() {
  const search = useSearch({ from: '/' })
  const session = useSession()
  const navigate = useNavigate({ from: '/' })
  const choose = (change: Partial<OverviewSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
  const shown = useEdition()
  const { number: edition, known } = shown
  const { to, area } = search
  const months = lengths[search.months ?? usualMonths(session?.months)]
  const query = useQuery({
    ...overviewOptions(edition, { to, area, months, asAt: readAsAt(search.asAt) }),
    enabled: known && (session === undefined || !session.empty),
    placeholderData: keepPreviousData,
  })
  const since = useSince(search, shown, months)
  const busy = useBusy()
  useTitle('Overview')
  // Some thirty rows of small charts are drawn in slices, so that a slow machine still answers the keyboard meanwhile.
  const scorecard = useDeferredValue(query.data)
  if (session?.empty === true)
    return (
      <Suspense fallback={<main id="main" className="wrap" tabIndex={-1} aria-busy="true" />}>
        <EmptyPage />
      </Suspense>
    )

  const themes = chosenThemes(search.themes)
  const rows = scorecard?.rows.filter((row) => row.headline && themes.includes(row.theme))
  return (
    <>
      <OverviewFilters search={search} session={session} period={scorecard?.period} />
      <main id="main" className="wrap overview" tabIndex={-1} aria-busy={busy || scorecard !== query.data}>
        {query.isError && scorecard === undefined ? (
          <>
            <h1 className="sr">Overview</h1>
            <Problem
              error={query.error}
              what="The overview"
              holds="The figures themselves are kept; only this page is affected."
              onRetry={() => void query.refetch()}
            />
          </>
        ) : (
          <>
            <EditionNotice />
            <WhatChanged
              scorecard={scorecard}
              rows={rows ?? []}
              since={since}
              onSince={(next) => choose({ since: next })}
            />
            <ScorecardSection
              scorecard={scorecard}
              groups={
                rows && session
                  ? groupRows(rows, groupingOf(search, session)).map((group) => ({
                      ...group,
                      rows: sortRows(group.rows, search.sort, scorecard?.findings ?? []),
                    }))
                  : null
              }
              session={session}
              search={search}
              onChoose={choose}
            />
          </>
        )}
      </main>
    </>
  )
}

function groupingOf({ group }: OverviewSearch, { partnership }: Session): Grouping {
  if (group === 'none') return 'none'
  return group === 'aims' ? partnership.aims : 'themes'
}
