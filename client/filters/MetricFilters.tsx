import { useNavigate } from '@tanstack/react-router'
import type { Metric } from '../../shared/metrics/metric.ts'
import { readFilters } from '../../shared/series/filtersText.ts'
import type { MetricSearch } from '../address/metricSearch.ts'
import { formatMonths } from '../../shared/figures/formatMonths.ts'
import { LiveMarks } from '../parts/LiveMarks.tsx'
import { useEdition } from '../parts/useEdition.ts'
import type { Session } from '../trpc.ts'
import { AsKnownFilter } from './AsKnownFilter.tsx'
import { asKnownWords } from './asAtChoices.ts'
import { areaChoices } from './areaChoices.ts'
import { compareChoices } from './compareChoices.ts'
import { DimensionFilters } from './DimensionFilters.tsx'
import { FilterPanel } from './FilterPanel.tsx'
import { FilterSelect } from './FilterSelect.tsx'
import { MetricPeriod } from './MetricPeriod.tsx'
import { ShownAs, shownWords } from './ShownAs.tsx'

interface Props {
  readonly search: MetricSearch
  readonly session: Session | undefined
  readonly metric: Metric | undefined
  /** First and last period on show, once known. */
  readonly span: { readonly from: string; readonly to: string } | undefined
}

/** The metric page's filters: every choice in the address, so that the link is the figure. */
export function MetricFilters({ search, session, metric, span }: Props) {
  const navigate = useNavigate({ from: '/metrics/$metric' })
  const choose = (change: Partial<MetricSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const { number: edition } = useEdition()
  const filters = Object.values(readFilters(search.filters)).flat()
  return (
    <section className={edition === null ? 'filters' : 'filters published'} aria-label="Filters">
      <div className="wrap">
        {edition === null && (
          <FilterPanel label="Period" value={periodWords(search, span)}>
            {(close) => (
              <MetricPeriod search={search} session={session} span={span} onChoose={choose} onDone={close} />
            )}
          </FilterPanel>
        )}
        <FilterSelect
          label="Area"
          value={search.area ?? session?.partnership.code ?? ''}
          choices={session ? areaChoices(session) : []}
          onChoose={(area) => choose({ area: area === session?.partnership.code ? undefined : area })}
        />
        {edition === null ? (
          <>
            <FilterPanel label="Shown as" value={shownWords(search)}>
              {() => <ShownAs search={search} metric={metric} onChoose={choose} />}
            </FilterPanel>
            <FilterSelect
              label="Compared with"
              value={search.compare ?? 'samePeriodLastYear'}
              choices={session ? compareChoices(session, search) : []}
              onChoose={(compare) =>
                choose({ compare: compare === 'samePeriodLastYear' ? undefined : compare })
              }
            />
            {metric && metric.breakdowns.length > 0 && (
              <FilterPanel
                label="Only"
                value={filters.length === 0 ? 'All records' : `${filters.length} chosen`}
              >
                {() => <DimensionFilters search={search} metric={metric} onChoose={choose} />}
              </FilterPanel>
            )}
            <AsKnownFilter asAt={search.asAt} onChoose={(asAt) => choose({ asAt })} />
          </>
        ) : (
          <FilterSelect
            label="Shown as"
            value={search.grain ?? 'month'}
            choices={[
              { value: 'month', label: 'Monthly' },
              { value: 'quarter', label: 'Quarterly' },
            ]}
            onChoose={(grain) => choose({ grain: grain === 'quarter' ? 'quarter' : undefined })}
          />
        )}
        <LiveMarks synthetic={session?.synthetic === true} asKnown={asKnownWords(search.asAt)} />
      </div>
    </section>
  )
}

function periodWords(search: MetricSearch, span: Props['span']): string {
  const from = search.from ?? span?.from
  const to = search.to ?? span?.to
  return from === undefined || to === undefined ? '\u00a0' : formatMonths(from, to)
}
