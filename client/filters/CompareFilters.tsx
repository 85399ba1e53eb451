import type { CompareSearch } from '../address/compareSearch.ts'
import { LiveMarks } from '../parts/LiveMarks.tsx'
import type { Session } from '../trpc.ts'
import { areaChoices } from './areaChoices.ts'
import { AsKnownFilter } from './AsKnownFilter.tsx'
import { asKnownWords } from './asAtChoices.ts'
import { FilterSelect } from './FilterSelect.tsx'
import { monthChoices } from './monthChoices.ts'

interface Props {
  readonly search: CompareSearch
  readonly session: Session | undefined
  readonly onChoose: (change: Partial<CompareSearch>) => void
}

/** The filters that hold for every line of a comparison. */
export function CompareFilters({ search, session, onChoose }: Props) {
  const months = monthChoices(session?.months ?? null)
  const whole = session?.partnership.code ?? ''
  const orNothing = (value: string) => (value === '' ? undefined : value)
  return (
    <section className="filters" aria-label="Filters">
      <div className="wrap">
        <FilterSelect
          label="From"
          value={search.from ?? ''}
          choices={[
            { value: '', label: 'Last five years' },
            ...months.filter(({ value }) => search.to === undefined || value < search.to),
          ]}
          onChoose={(from) => onChoose({ from: orNothing(from) })}
        />
        <FilterSelect
          label="Up to"
          value={search.to ?? ''}
          choices={[
            { value: '', label: months[0]?.label ?? 'Newest' },
            ...months.slice(1).filter(({ value }) => search.from === undefined || value > search.from),
          ]}
          onChoose={(to) => onChoose({ to: orNothing(to) })}
        />
        {search.of !== undefined && session && (
          <FilterSelect
            label="Area"
            value={search.area ?? whole}
            choices={areaChoices(session)}
            onChoose={(area) => onChoose({ area: area === whole ? undefined : area })}
          />
        )}
        <FilterSelect
          label="One point is a"
          value={search.grain ?? 'month'}
          choices={[
            { value: 'month', label: 'Month' },
            { value: 'quarter', label: 'Quarter' },
          ]}
          onChoose={(grain) => onChoose({ grain: grain === 'quarter' ? 'quarter' : undefined })}
        />
        <AsKnownFilter asAt={search.asAt} onChoose={(asAt) => onChoose({ asAt })} />
        <LiveMarks synthetic={session?.synthetic === true} asKnown={asKnownWords(search.asAt)} />
      </div>
    </section>
  )
}
