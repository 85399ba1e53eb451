import '../../styles/metricHead.css'
import '../../styles/chartSpace.css'
import '../../styles/figure.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { metricQuery } from '../../address/metricQuery.ts'
import { publishedSearch } from '../../address/publishedSearch.ts'
import { metricPageOptions } from '../../figures/figureQueries.ts'
import { EditionNotice } from '../../parts/EditionNotice.tsx'
import { useEdition } from '../../parts/useEdition.ts'
import { MetricFilters } from '../../filters/MetricFilters.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { useBusy } from '../../parts/useBusy.ts'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { api } from '../../trpc.ts'
import { EmptyPage } from '../EmptyPage.tsx'
import { spanOf } from '../../../shared/figures/spanOf.ts'
import { AboutTab } from './AboutTab.tsx'
import { BreakdownTab } from './BreakdownTab.tsx'
import { ChartTab } from './ChartTab.tsx'
import { DistrictsTab } from './DistrictsTab.tsx'
import { MetricHead } from './MetricHead.tsx'
import { MetricTabs } from './MetricTabs.tsx'
import { RevisionsTab } from './RevisionsTab.tsx'
import { UnknownMetric } from './UnknownMetric.tsx'
import { TableTab } from './TableTab.tsx'
import type { TabProps } from './tabProps.ts'

/** One measure: its finding, and behind tabs the chart, the same numbers, the areas, the parts and the definition. */
export function MetricPage() {
  const { metric: id } = useParams({ from: '/metrics/$metric' })
  const { number: edition, known } = useEdition()
  const asked = useSearch({ from: '/metrics/$metric' })
  const search = edition === null ? asked : publishedSearch(asked)
  const session = useSession()
  const metrics = useQuery(api.metrics.queryOptions()).data
  const metric = metrics?.find((each) => each.id === id)
  const query = useQuery({
    ...metricPageOptions(edition, metricQuery(id, search)),
    enabled: known && (session === undefined || !session.empty),
    placeholderData: keepPreviousData,
  })
  const busy = useBusy()
  useTitle(metric?.name ?? 'Measure')
  if (session?.empty === true) return <EmptyPage />
  if (metrics !== undefined && metric === undefined) return <UnknownMetric id={id} />

  const page = query.isError || query.data?.metric.id !== id ? undefined : query.data
  return (
    <>
      <MetricFilters search={search} session={session} metric={metric} span={page && spanOf(page)} />
      <main id="main" className="wrap metric" tabIndex={-1} aria-busy={busy}>
        <EditionNotice metric={id} />
        <MetricHead id={id} metric={metric} page={page} search={search} />
        <MetricTabs
          current={search.tab}
          revisions={edition === null && session?.viewer.disclosure === 'unprotected'}
          areas={session?.partnership.areas.length ?? 1}
          noun={session?.partnership.areaNoun.many}
        />
        {query.isError ? (
          <Problem
            error={query.error}
            what="This figure"
            holds="Other measures are not affected."
            onRetry={() => void query.refetch()}
          />
        ) : (
          <Tab search={search} page={page} session={session} edition={edition} />
        )}
      </main>
    </>
  )
}

function Tab(props: TabProps) {
  switch (props.search.tab) {
    case undefined:
      return <ChartTab {...props} />
    case 'table':
      return <TableTab {...props} />
    case 'districts':
      return <DistrictsTab {...props} />
    case 'breakdown':
      return <BreakdownTab {...props} />
    case 'revisions':
      return <RevisionsTab {...props} />
    case 'about':
      return <AboutTab {...props} />
  }
}
