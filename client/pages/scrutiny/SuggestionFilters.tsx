import { useNavigate } from '@tanstack/react-router'
import { themeLabel, themes } from '../../../shared/metrics/themes.ts'
import { isMonth } from '../../../shared/periods/month.ts'
import { kindWords } from '../../../shared/scrutiny/kindWords.ts'
import { signalKinds } from '../../../shared/scrutiny/signal.ts'
import type { Suggestion } from '../../../shared/scrutiny/suggestion.ts'
import type { ScrutinySearch } from '../../address/scrutinySearch.ts'
import { areaPattern } from '../../address/overviewSearch.ts'
import { oneOf } from '../../address/searchText.ts'
import { AsKnownFilter } from '../../filters/AsKnownFilter.tsx'
import { asKnownWords } from '../../filters/asAtChoices.ts'
import { FilterSelect, type Choice } from '../../filters/FilterSelect.tsx'
import { monthChoices } from '../../filters/monthChoices.ts'
import { LiveMarks } from '../../parts/LiveMarks.tsx'
import type { Session } from '../../trpc.ts'

interface Props {
  readonly search: ScrutinySearch
  readonly session: Session | undefined
  readonly edition: number | null
  /** Everything suggested, so that only what there is can be chosen. */
  readonly suggestions: readonly Suggestion[]
}

/** Which figures are looked at, and which of the suggestions are shown; every choice in the address. */
export function SuggestionFilters({ search, session, edition, suggestions }: Props) {
  const navigate = useNavigate({ from: '/scrutiny' })
  const choose = (change: Partial<ScrutinySearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const held = <T,>(of: (suggestion: Suggestion) => T | readonly T[]) =>
    new Set(suggestions.flatMap((each) => of(each)))
  const [themed, kinds, places] = [
    held(({ theme }) => theme),
    held((each) => each.kinds),
    held(({ place }) => place.code),
  ]
  const bodies = new Map(suggestions.map(({ askedOf }) => [askedOf.id, askedOf.name]))
  const areas = new Map(suggestions.map(({ place }) => [place.code, place.name]))
  return (
    <section className={edition === null ? 'filters' : 'filters published'} aria-label="Filters">
      <div className="wrap">
        {edition === null && (
          <FilterSelect
            label="New figures"
            value={search.month ?? ''}
            choices={[
              { value: '', label: session?.editions.length ? 'Since the last edition' : 'Last three months' },
              ...monthChoices(session?.months ?? null).slice(0, 36),
            ]}
            onChoose={(month) => choose({ month: isMonth(month) ? month : undefined })}
          />
        )}
        <FilterSelect
          label="Theme"
          value={search.theme ?? ''}
          choices={all(
            themes
              .filter(({ id }) => themed.has(id) || id === search.theme)
              .map(({ id }) => [id, themeLabel(id)]),
          )}
          onChoose={(theme) =>
            choose({
              theme: oneOf(
                theme,
                themes.map(({ id }) => id),
              ),
            })
          }
        />
        <FilterSelect
          label="Area"
          value={search.area ?? ''}
          choices={all([...areas].filter(([code]) => places.has(code)))}
          onChoose={(area) => choose({ area: areaPattern.test(area) ? area : undefined })}
        />
        <FilterSelect
          label="Kind"
          value={search.kind ?? ''}
          choices={all(
            signalKinds
              .filter((kind) => kinds.has(kind) || kind === search.kind)
              .map((kind) => [kind, kindWords[kind]]),
          )}
          onChoose={(kind) => choose({ kind: oneOf(kind, signalKinds) })}
        />
        <FilterSelect
          label="Asked of"
          value={search.body ?? ''}
          choices={all([...bodies])}
          onChoose={(body) => choose({ body: body === '' ? undefined : body })}
        />
        {edition === null && <AsKnownFilter asAt={search.asAt} onChoose={(asAt) => choose({ asAt })} />}
        <LiveMarks synthetic={session?.synthetic === true} asKnown={asKnownWords(search.asAt)} />
      </div>
    </section>
  )
}

function all(choices: readonly (readonly [string, string])[]): Choice[] {
  return [{ value: '', label: 'All' }, ...choices.map(([value, label]) => ({ value, label }))]
}
