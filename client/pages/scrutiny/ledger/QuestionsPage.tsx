import '../../../styles/forms.css'
import '../../../styles/ledger.css'
import '../../../styles/questionTable.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { may } from '../../../../shared/access/permission.ts'
import type { QuestionsSearch } from '../../../address/questionsSearch.ts'
import { stringifySearch } from '../../../address/searchText.ts'
import { Problem } from '../../../parts/Problem.tsx'
import { useBusy } from '../../../parts/useBusy.ts'
import { useSession } from '../../../parts/useSession.ts'
import { useTitle } from '../../../parts/useTitle.ts'
import { api } from '../../../trpc.ts'
import { ScrutinyTabs } from '../ScrutinyTabs.tsx'
import { AddQuestion } from './AddQuestion.tsx'
import { ImportQuestions } from './ImportQuestions.tsx'
import { LedgerCounts } from './LedgerCounts.tsx'
import { QuestionFilters } from './QuestionFilters.tsx'
import { QuestionTable } from './QuestionTable.tsx'

/** What the board has asked, of whom, and what became of it. */
export function QuestionsPage() {
  const search = useSearch({ from: '/scrutiny/questions' })
  const session = useSession()
  const found = useQuery(
    api.questions.list.queryOptions(search, { placeholderData: keepPreviousData, refetchOnMount: 'always' }),
  )
  const [adding, setAdding] = useState(false)
  const [importing, setImporting] = useState(false)
  const busy = useBusy()
  useTitle('Questions')
  const { data } = found
  const writes = session !== undefined && may(session.viewer.role, 'questions')
  return (
    <>
      <QuestionFilters search={search} session={session} choices={data?.choices} />
      <main id="main" className="wrap ledger" tabIndex={-1} aria-busy={busy && data === undefined}>
        <ScrutinyTabs />
        <div className="headrow">
          <div>
            <h1 className="h1">{headline(data)}</h1>
            {data && data.held > 0 && <LedgerCounts counts={data.counts} />}
          </div>
          <div className="row noprint">
            {writes && (
              <button type="button" className="btn pri" onClick={() => setAdding(true)}>
                Add question
              </button>
            )}
            {writes && (
              <button
                type="button"
                className="btn"
                aria-expanded={importing}
                onClick={() => setImporting(!importing)}
              >
                Bring in past questions
              </button>
            )}
            {data && data.total > 0 && (
              <a className="btn" href={`/api/questions.csv${stringifySearch(filterOf(search))}`} download>
                Download as CSV
              </a>
            )}
          </div>
        </div>
        {importing && <ImportQuestions onDone={() => setImporting(false)} />}
        {found.isError && data === undefined && (
          <Problem error={found.error} what="The ledger" onRetry={() => void found.refetch()} />
        )}
        {data && data.questions.length > 0 && <QuestionTable questions={data.questions} total={data.total} />}
        {data && data.questions.length === 0 && <p className="lgnone">{emptyWords(data.held, writes)}</p>}
        <p className="kick lgnote">
          A measure that moved after a question was asked did not necessarily move because of it.
          {session?.synthetic === true && ' Synthetic sample data.'}
        </p>
        {adding && session && (
          <AddQuestion
            session={session}
            askedOf={data?.choices.askedOf ?? []}
            onClose={() => setAdding(false)}
          />
        )}
      </main>
    </>
  )
}

function headline(
  data: { readonly held: number; readonly counts: { readonly overdue: number } } | undefined,
): string {
  if (data === undefined) return 'Questions'
  if (data.held === 0) return 'No question has been asked yet'
  const { overdue } = data.counts
  if (overdue === 0) return 'No promise to the board is overdue'
  return overdue === 1
    ? 'One promise to the board is overdue'
    : `${overdue} questions hold an overdue promise`
}

function emptyWords(held: number, writes: boolean): string {
  if (held > 0) return 'No question fits these filters. Choose others above to see the rest.'
  return writes
    ? 'Take up a suggestion, ask about a measure on its own page, or add a question here.'
    : 'Questions appear here once they have been asked.'
}

/** The address’s filters without what belongs to other pages. */
function filterOf(search: QuestionsSearch): Record<string, unknown> {
  const { search: words, status, askedOf, theme, area, meeting, overdue } = search
  return { search: words, status, askedOf, theme, area, meeting, overdue }
}
