import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { draftOf } from '../../../shared/scrutiny/draftOf.ts'
import type { Suggestion } from '../../../shared/scrutiny/suggestion.ts'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { server } from '../../trpc.ts'

/** Takes a suggestion up: a draft in the ledger, opened for editing. A promise already belongs to a question. */
export function MakeQuestion({ suggestion }: { suggestion: Suggestion }) {
  const navigate = useNavigate()
  const make = useMutation({
    mutationFn: () => server.questions.create.mutate(draftOf(suggestion)),
    onSuccess: ({ id }) => navigate({ to: '/scrutiny/questions/$id', params: { id: String(id) } }),
  })
  if (suggestion.ofQuestion !== null)
    return (
      <Link className="btn" to="/scrutiny/questions/$id" params={{ id: String(suggestion.ofQuestion) }}>
        <b>Open the question it was promised to</b>
        <span className="sr">: {suggestion.question}</span>
      </Link>
    )
  return (
    <>
      <button type="button" className="btn" disabled={make.isPending} onClick={() => make.mutate()}>
        <b>{make.isPending ? 'Writing it down …' : 'Make it a question'}</b>
        <span className="sr">: {suggestion.question}</span>
      </button>
      <FormProblem
        message={make.isError ? `The question was not written down. ${make.error.message}` : null}
      />
    </>
  )
}
