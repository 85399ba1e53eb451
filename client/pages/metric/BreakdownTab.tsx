import '../../styles/choices.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { breakdownQueries } from '../../../shared/editions/pageQueries.ts'
import { additive } from '../../../shared/figures/additive.ts'
import { seriesOptions } from '../../figures/figureQueries.ts'
import { metricQuery } from '../../address/metricQuery.ts'
import { Problem } from '../../parts/Problem.tsx'
import { api } from '../../trpc.ts'
import { BreakdownChange } from './BreakdownChange.tsx'
import { BreakdownChoices } from './BreakdownChoices.tsx'
import { BreakdownOverTime } from './BreakdownOverTime.tsx'
import { breakdownShown } from './breakdownShown.ts'
import { TwoDimensions } from './TwoDimensions.tsx'
import { spanOf } from '../../../shared/figures/spanOf.ts'
import type { TabProps } from './tabProps.ts'

/** The measure by one dimension. Values not recorded are a part like any other, so that the parts add up. */
export function BreakdownTab({ page, search, edition }: TabProps) {
  const navigate = useNavigate({ from: '/metrics/$metric' })
  const feed = useQuery(api.feeds.queryOptions()).data?.find(({ id }) => id === page?.metric.feed)
  if (!page) return <div className="chartspace" />
  const { metric } = page
  if (metric.breakdowns.length === 0) {
    return (
      <div className="notice">
        <p className="h3">This measure is not broken down</p>
        <p>What the partners send for it holds no further dimension.</p>
      </div>
    )
  }
  const { dimension = '', second, forms, view } = breakdownShown(page, search, edition)
  const labelOf = (name: string) => feed?.fields.find((field) => field.name === name)?.label ?? name
  return (
    <div className="breakdown">
      <div className="choices noprint">
        <label className="choice">
          <span className="fl">Broken down by</span>
          <select
            value={dimension}
            onChange={(event) =>
              void navigate({
                search: (before) => ({ ...before, breakdown: event.target.value }),
                replace: true,
              })
            }
          >
            {metric.breakdowns.map((name) => (
              <option key={name} value={name}>
                {labelOf(name)}
              </option>
            ))}
          </select>
        </label>
        <label className="choice">
          <span className="fl">Shown as</span>
          <select
            value={view ?? ''}
            onChange={(event) => {
              const chosen = forms.find(({ value }) => value === event.target.value)?.value
              void navigate({ search: (before) => ({ ...before, view: chosen }), replace: true })
            }}
          >
            {forms.map(({ value, label }) => (
              <option key={label} value={value ?? ''}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {edition === null && (
          <BreakdownChoices
            search={search}
            others={metric.breakdowns
              .filter((name) => name !== dimension)
              .map((name) => ({ name, label: labelOf(name) }))}
            additive={additive(metric)}
            explored={view !== undefined || second !== undefined}
          />
        )}
      </div>
      {second === undefined ? (
        <Parts
          page={page}
          search={search}
          dimension={dimension}
          label={labelOf(dimension)}
          view={view}
          edition={edition}
        />
      ) : (
        <TwoDimensions
          page={page}
          search={search}
          first={{ name: dimension, label: labelOf(dimension) }}
          second={{ name: second, label: labelOf(second) }}
          view={view === 'lines' || view === 'stacked' ? view : undefined}
        />
      )}
    </div>
  )
}

interface PartsProps {
  readonly page: NonNullable<TabProps['page']>
  readonly search: TabProps['search']
  readonly dimension: string
  readonly label: string
  readonly view: TabProps['search']['view']
  readonly edition: number | null
}

function Parts({ page, search, dimension, label, view, edition }: PartsProps) {
  const query = metricQuery(page.metric.id, search)
  const yearly = breakdownQueries(query, { page, dimension })
  const overTime = { ...query, breakdown: [dimension], ...spanOf(page), compare: null }
  const parts = useQuery(seriesOptions(edition, view === undefined ? yearly.parts : overTime))
  const whole = useQuery({ ...seriesOptions(edition, yearly.whole), enabled: view === undefined })
  const failed = parts.error ?? whole.error
  if (failed)
    return (
      <Problem error={failed} what="The breakdown" holds="The measure as a whole is shown under Chart." />
    )
  if (!parts.data || (view === undefined && !whole.data)) return <div className="chartspace" />
  if (view === undefined && whole.data) {
    return (
      <BreakdownChange
        page={page}
        parts={parts.data}
        whole={whole.data}
        dimension={dimension}
        label={label}
      />
    )
  }
  return (
    <BreakdownOverTime
      page={page}
      parts={parts.data}
      dimension={dimension}
      label={label}
      view={view ?? 'lines'}
      top={search.top === undefined ? null : Number(search.top)}
      share={search.share === '1'}
    />
  )
}
