import { useNavigate } from '@tanstack/react-router'
import type { AreaSearch } from '../address/areaSearch.ts'
import { formatMonths } from '../../shared/figures/formatMonths.ts'
import { LiveMarks } from '../parts/LiveMarks.tsx'
import { capitalise } from '../../shared/figures/capitalise.ts'
import type { Session } from '../trpc.ts'
import { AsKnownFilter } from './AsKnownFilter.tsx'
import { asKnownWords } from './asAtChoices.ts'
import { FilterPanel } from './FilterPanel.tsx'
import { FilterSelect } from './FilterSelect.tsx'
import { OverviewPeriod } from './OverviewPeriod.tsx'

interface Props {
  readonly code: string
  readonly search: AreaSearch
  readonly session: Session | undefined
  readonly period: { readonly from: string; readonly to: string } | undefined
}

/** The filters of an area's page: which area, which months, as known when. */
export function AreaFilters({ code, search, session, period }: Props) {
  const navigate = useNavigate({ from: '/areas/$area' })
  const choose = (change: Partial<AreaSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const areas = session?.partnership.areas ?? []
  return (
    <section className="filters" aria-label="Filters">
      <div className="wrap">
        <FilterSelect
          label={capitalise(session?.partnership.areaNoun.one ?? 'area')}
          value={code}
          choices={areas.map(({ code: value, name: label }) => ({ value, label }))}
          onChoose={(area) => void navigate({ params: { area }, search: (before) => before })}
        />
        <FilterPanel label="Period" value={period ? formatMonths(period.from, period.to) : '\u00a0'}>
          {(close) => <OverviewPeriod search={search} session={session} onChoose={choose} onDone={close} />}
        </FilterPanel>
        <AsKnownFilter asAt={search.asAt} onChoose={(asAt) => choose({ asAt })} />
        <LiveMarks synthetic={session?.synthetic === true} asKnown={asKnownWords(search.asAt)} />
      </div>
    </section>
  )
}
