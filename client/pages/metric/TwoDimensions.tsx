import { useQuery } from '@tanstack/react-query'
import { pairQuery } from '../../../shared/editions/pageQueries.ts'
import { metricQuery } from '../../address/metricQuery.ts'
import { Problem } from '../../parts/Problem.tsx'
import { api } from '../../trpc.ts'
import { BreakdownCross } from './BreakdownCross.tsx'
import { BreakdownPairs } from './BreakdownPairs.tsx'
import type { TabProps } from './tabProps.ts'

interface Props {
  readonly page: NonNullable<TabProps['page']>
  readonly search: TabProps['search']
  readonly first: { readonly name: string; readonly label: string }
  readonly second: { readonly name: string; readonly label: string }
  /** Over time as lines or stacked; undefined: the newest twelve months as a table. */
  readonly view: 'lines' | 'stacked' | undefined
}

/** The measure by two dimensions at once. */
export function TwoDimensions({ page, search, first, second, view }: Props) {
  const dimensions = [first.name, second.name] as const
  const parts = useQuery(
    api.series.queryOptions(
      pairQuery(metricQuery(page.metric.id, search), { page, dimensions, newest: view === undefined }),
    ),
  )
  if (parts.isError)
    return (
      <Problem
        error={parts.error}
        what="This breakdown"
        holds="The measure by one dimension is shown without a second."
      />
    )
  if (!parts.data) return <div className="chartspace" />
  const shown = {
    page,
    parts: parts.data,
    first,
    second,
    top: search.top === undefined ? null : Number(search.top),
    share: search.share === '1',
  }
  return view === undefined ? <BreakdownCross {...shown} /> : <BreakdownPairs {...shown} view={view} />
}
