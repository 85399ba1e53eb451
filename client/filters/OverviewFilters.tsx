import { lazy, Suspense } from 'react'
import { usualMonths } from '../address/usualMonths.ts'
import { useNavigate } from '@tanstack/react-router'
import { themeLabel, themes } from '../../shared/metrics/themes.ts'
import { addMonths, isMonth } from '../../shared/periods/month.ts'
import { chosenThemes, type OverviewSearch } from '../address/overviewSearch.ts'
import { formatMonths } from '../../shared/figures/formatMonths.ts'
import { LiveMarks } from '../parts/LiveMarks.tsx'
import { useEdition } from '../parts/useEdition.ts'
import type { Session } from '../trpc.ts'
import { AsKnownFilter } from './AsKnownFilter.tsx'
import { asKnownWords } from './asAtChoices.ts'
import { areaChoices } from './areaChoices.ts'
import { FilterPanel } from './FilterPanel.tsx'
import { FilterSelect } from './FilterSelect.tsx'
import { arrangedWords, lengths } from './overviewChoices.ts'

// What a panel holds is fetched when it is opened.
const OverviewPeriod = lazy(async () => ({ default: (await import('./OverviewPeriod.tsx')).OverviewPeriod }))
const ScorecardOrder = lazy(async () => ({ default: (await import('./ScorecardOrder.tsx')).ScorecardOrder }))

interface Props {
  readonly search: OverviewSearch
  readonly session: Session | undefined
  /** The months on show, once known. */
  readonly period: { readonly from: string; readonly to: string } | undefined
}

/** The overview's filters: one line, every choice in the address. */
export function OverviewFilters({ search, session, period }: Props) {
  const navigate = useNavigate({ from: '/' })
  const choose = (change: Partial<OverviewSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const { number: edition } = useEdition()
  const usual = usualMonths(session?.months)
  const chosen = chosenThemes(search.themes)
  const named = themes.map(({ id }) => id).filter((theme) => theme !== 'records')
  return (
    <section className={edition === null ? 'filters' : 'filters published'} aria-label="Filters">
      <div className="wrap">
        {edition === null ? (
          <FilterPanel label="Period" value={periodWords(search, session, period)}>
            {(close) => (
              <Suspense fallback={<p>Loading …</p>}>
                <OverviewPeriod search={search} session={session} onChoose={choose} onDone={close} />
              </Suspense>
            )}
          </FilterPanel>
        ) : (
          <FilterSelect
            label="Latest value covers"
            value={search.months ?? usual}
            choices={lengths}
            onChoose={(months) =>
              choose({
                months: months === usual ? undefined : months === '1' || months === '12' ? months : '3',
              })
            }
          />
        )}
        <FilterSelect
          label="Area"
          value={search.area ?? session?.partnership.code ?? ''}
          choices={session ? areaChoices(session) : []}
          onChoose={(area) => choose({ area: area === session?.partnership.code ? undefined : area })}
        />
        <FilterPanel label="Themes" value={search.themes === undefined ? 'All' : themeWords(search)}>
          {() => (
            <fieldset>
              <legend>Show measures of</legend>
              {named.map((theme) => (
                <label className="opt" key={theme}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(theme)}
                    onChange={(event) => {
                      const next = event.target.checked
                        ? [...chosen, theme]
                        : chosen.filter((each) => each !== theme)
                      const all = named.every((each) => next.includes(each)) || next.length === 0
                      choose({
                        themes: all ? undefined : named.filter((each) => next.includes(each)).join(','),
                      })
                    }}
                  />
                  {themeLabel(theme)}
                </label>
              ))}
            </fieldset>
          )}
        </FilterPanel>
        <FilterPanel label="Measures" value={arrangedWords(search)}>
          {() => (
            <Suspense fallback={<p>Loading …</p>}>
              <ScorecardOrder search={search} onChoose={choose} />
            </Suspense>
          )}
        </FilterPanel>
        {edition === null && <AsKnownFilter asAt={search.asAt} onChoose={(asAt) => choose({ asAt })} />}
        <LiveMarks synthetic={session?.synthetic === true} asKnown={asKnownWords(search.asAt)} />
      </div>
    </section>
  )
}

function periodWords(search: OverviewSearch, session: Session | undefined, period: Props['period']): string {
  const to = search.to ?? period?.to ?? session?.months?.to
  if (to === undefined || !isMonth(to)) return session === undefined ? '\u00a0' : 'No data yet'
  return formatMonths(addMonths(to, 1 - Number(search.months ?? usualMonths(session?.months))), to)
}

function themeWords(search: OverviewSearch): string {
  const chosen = chosenThemes(search.themes)
  const [first] = chosen
  return chosen.length === 1 && first ? themeLabel(first) : `${chosen.length} themes`
}
