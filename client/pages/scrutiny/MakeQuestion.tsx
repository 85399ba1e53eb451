import { useMutation } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { draftOf } from '../../../shared/scrutiny/draftOf.ts'
import type { Suggestion } from '../../../shared/scrutiny/suggestion.ts'
import { createQuestion } from './createQuestion.ts'

/** Takes a suggestion up: a draft in the ledger, opened for editing. A promise already belongs to a question. */
export function MakeQuestion({ suggestion }: { suggestion: Suggestion }) {
  const { history } = useRouter()
  const make = useMutation({
    mutationFn: () => createQuestion(draftOf(suggestion)),
    onSuccess: (id) => history.push(`/scrutiny/questions/${encodeURIComponent(id)}`),
  })
  const owed = /^promiseDue~question-(\d+)~/.exec(suggestion.id)?.[1]
  if (owed !== undefined)
    return (
      <Link className="btn" to="/scrutiny/questions/$id" params={{ id: owed }}>
        <b>Open the question</b>
        <span className="sr">: {suggestion.question}</span>
      </Link>
    )
  if (suggestion.figures.length === 0) return null
  return (
    <>
      <button type="button" className="btn" disabled={make.isPending} onClick={() => make.mutate()}>
        <b>{make.isPending ? 'Writing it down …' : 'Make it a question'}</b>
        <span className="sr">: {suggestion.question}</span>
      </button>
      {make.isError && (
        <p className="problemline" role="alert">
          The question was not written down. {make.error.message}
        </p>
      )}
    </>
  )
}
