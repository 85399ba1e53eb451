import '../../styles/forms.css'
import '../../styles/scrutiny.css'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { scorecardState } from '../../../shared/figures/scorecardState.ts'
import type { Suggestion, Suggestions } from '../../../shared/scrutiny/suggestion.ts'
import type { ScrutinySearch } from '../../address/scrutinySearch.ts'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { EditionNotice } from '../../parts/EditionNotice.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { useBusy } from '../../parts/useBusy.ts'
import { useEdition } from '../../parts/useEdition.ts'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { server } from '../../trpc.ts'
import { EmptyPage } from '../EmptyPage.tsx'
import { chosenSuggestions } from './chosenSuggestions.ts'
import { DismissDialog } from './DismissDialog.tsx'
import { lookedWords, suggestionsHeadline } from './lookedWords.ts'
import { ScrutinyTabs } from './ScrutinyTabs.tsx'
import { SuggestionCard } from './SuggestionCard.tsx'
import { SuggestionFilters } from './SuggestionFilters.tsx'
import { suggestionsOptions, suggestionsQuery, type SuggestionsQuery } from './suggestionsOptions.ts'

const shownAtFirst = 10

/** The questions that the evidence suggests, most telling first. */
export function SuggestionsPage() {
  const search = useSearch({ from: '/scrutiny' })
  const session = useSession()
  const { number: edition, known } = useEdition()
  const query = suggestionsQuery(search, edition)
  const found = useQuery({
    ...suggestionsOptions(query),
    enabled: known && (session === undefined || !session.empty),
    placeholderData: keepPreviousData,
  })
  const busy = useBusy()
  useTitle('Suggested questions')
  if (session?.empty === true) return <EmptyPage />
  return (
    <>
      <SuggestionFilters
        search={search}
        session={session}
        edition={edition}
        suggestions={found.data?.suggestions ?? []}
      />
      <main id="main" className="wrap scrutiny" tabIndex={-1} aria-busy={busy}>
        <ScrutinyTabs />
        {found.isError && found.data === undefined ? (
          <>
            <h1 className="sr">Suggested questions</h1>
            <Problem
              error={found.error}
              what="The suggestions"
              holds="The figures and the questions already written down are kept."
              onRetry={() => void found.refetch()}
            />
          </>
        ) : found.data === undefined ? (
          <Waiting />
        ) : (
          <>
            <EditionNotice />
            <SuggestionList found={found.data} search={search} query={query} />
          </>
        )}
      </main>
    </>
  )
}

/** Rules stay while the figures are looked through; nothing moves. */
function Waiting() {
  return (
    <>
      <h1 className="h1">Questions the evidence suggests</h1>
      <p className="dek">Looking through every measure and area …</p>
      <div className="sglist waiting" aria-hidden="true" />
    </>
  )
}

interface ListProps {
  readonly found: Suggestions
  readonly search: ScrutinySearch
  readonly query: SuggestionsQuery
}

function SuggestionList({ found, search, query }: ListProps) {
  const client = useQueryClient()
  const [dismissing, setDismissing] = useState<Suggestion | null>(null)
  const [isAll, setAll] = useState(false)
  const again = () => client.invalidateQueries({ queryKey: ['suggestions'] })
  const restore = useMutation({
    mutationFn: (suggestion: string) => server.scrutiny.restore.mutate({ ...query, suggestion }),
    onSuccess: again,
  })
  const isDismissed = search.show === 'dismissed'
  const chosen = chosenSuggestions(found.suggestions, search)
  const setAside = found.suggestions.filter(({ dismissed }) => dismissed !== null).length
  const shown = isAll ? chosen : chosen.slice(0, shownAtFirst)
  const isFiltered = [search.theme, search.area, search.kind, search.body].some((each) => each !== undefined)
  return (
    <>
      <h1 className="h1">{suggestionsHeadline(chosen.length, { isDismissed, isFiltered })}</h1>
      <p className="dek">
        {lookedWords(found)}{' '}
        {chosen.length > 0 && !isDismissed && 'Each needs a person to use, change or dismiss it.'}
      </p>
      {chosen.length === 0 ? (
        <p className="sgnone">{emptyWords({ isDismissed, isFiltered })}</p>
      ) : (
        <div className="sglist">
          {shown.map((suggestion, place) => (
            <SuggestionCard
              key={`${suggestion.id} ${suggestion.place.code}`}
              suggestion={suggestion}
              rank={place + 1}
              onDismiss={() => setDismissing(suggestion)}
              onRestore={() => restore.mutate(suggestion.id)}
            />
          ))}
        </div>
      )}
      <FormProblem message={restore.error?.message ?? null} />
      <p className="more noprint">
        {chosen.length > shownAtFirst && (
          <button type="button" className="link" onClick={() => setAll(!isAll)}>
            {isAll ? `Show the first ${shownAtFirst}` : `Show all ${chosen.length}`}
          </button>
        )}{' '}
        {isDismissed ? (
          <Link to="/scrutiny" search={(before) => ({ ...before, show: undefined })}>
            Back to the suggestions
          </Link>
        ) : (
          setAside > 0 && (
            <Link to="/scrutiny" search={(before) => ({ ...before, show: 'dismissed' as const })}>
              Show {setAside} dismissed
            </Link>
          )
        )}
      </p>
      <p className="src">
        Drafted from computed figures alone, by fixed wordings. What stands out did not necessarily happen
        because of anything that happened at the same time. {scorecardState(found)}
      </p>
      {dismissing && (
        <DismissDialog
          suggestion={dismissing}
          query={query}
          onClose={(dismissed) => {
            setDismissing(null)
            if (dismissed) void again()
          }}
        />
      )}
    </>
  )
}

function emptyWords({ isDismissed, isFiltered }: { isDismissed: boolean; isFiltered: boolean }): string {
  if (isDismissed) return 'Nothing has been set aside with these filters.'
  if (isFiltered)
    return 'What is suggested is about something else, or was set aside. Choose other filters above.'
  return 'No measure moved by more than chance explains, no return is overdue and no final figure was restated. That is good news for a board: there is time for the questions it brought itself.'
}
