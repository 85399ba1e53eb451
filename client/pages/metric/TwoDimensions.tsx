import { useQuery } from '@tanstack/react-query'
import { metricQuery } from '../../address/metricQuery.ts'
import { spanOf } from '../../../shared/figures/spanOf.ts'
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
  const monthly = page.result.query.grain === 'month'
  const last = page.result.series[0]?.points.findLast(({ value }) => value !== null)?.period
  const newest = monthly && view === undefined
  const parts = useQuery(
    api.series.queryOptions({
      ...metricQuery(page.metric.id, search),
      breakdown: [first.name, second.name],
      compare: null,
      ...(newest ? { from: last, to: last, transform: 'rolling12' as const } : spanOf(page)),
    }),
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
