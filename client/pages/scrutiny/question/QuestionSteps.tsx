import { useMutation } from '@tanstack/react-query'
import type { Question } from '../../../../shared/scrutiny/question.ts'
import { questionStatuses, type QuestionStatus } from '../../../../shared/scrutiny/questionStatus.ts'
import { FormProblem } from '../../../forms/FormProblem.tsx'
import { api } from '../../../trpc.ts'
import { StateIcon } from '../StateIcon.tsx'

const way: readonly QuestionStatus[] = ['draft', 'asked', 'answered', 'promised', 'closed']

interface Props {
  readonly question: Question
  readonly steps: readonly QuestionStatus[]
  readonly onMoved: () => void
}

/** Where the question stands on its way, and the steps that are open from here. */
export function QuestionSteps({ question, steps, onMoved }: Props) {
  const { number, status } = question
  const move = useMutation(api.questions.move.mutationOptions({ onSuccess: onMoved, onError: onMoved }))
  const at = way.indexOf(status)
  return (
    <section className="qsteps noprint" aria-label="Where it stands">
      <ol>
        {way.map((each, i) => (
          <li
            key={each}
            className={i <= at ? 'past' : undefined}
            aria-current={each === status ? 'step' : undefined}
          >
            <StateIcon state={each} />
            {questionStatuses[each]}
          </li>
        ))}
        {status === 'withdrawn' && (
          <li className="past" aria-current="step">
            <StateIcon state="withdrawn" />
            Withdrawn
          </li>
        )}
      </ol>
      <div className="row">
        {steps.map((to) => (
          <button
            key={to}
            type="button"
            className={to === forward(status) ? 'btn pri' : 'btn'}
            disabled={move.isPending}
            onClick={() => move.mutate({ number, to })}
          >
            {stepWords(question, to)}
          </button>
        ))}
      </div>
      <p className="kick">{hint(question, steps)}</p>
      <FormProblem message={move.error?.message ?? null} />
    </section>
  )
}

function forward(status: QuestionStatus): QuestionStatus | undefined {
  return way[way.indexOf(status) + 1]
}

function stepWords({ status, askedAt }: Question, to: QuestionStatus): string {
  switch (to) {
    case 'draft':
      return 'Take it up again'
    case 'asked':
      return askedAt === null ? 'Mark as asked' : 'Take it up again'
    case 'answered':
      return status === 'closed' ? 'Open it again' : 'Mark as answered'
    case 'promised':
      return status === 'closed' ? 'Open it again' : 'Mark as promised'
    case 'closed':
      return 'Close'
    case 'withdrawn':
      return 'Withdraw'
  }
}

/** What the next step needs, or what it does. */
function hint({ status, promises }: Question, steps: readonly QuestionStatus[]): string {
  if (status === 'draft')
    return steps.includes('asked')
      ? 'When it is asked its words and figures are frozen as they are then.'
      : 'Say whom it is asked of; then it can be marked as asked.'
  if (status === 'asked' && !steps.includes('answered'))
    return 'Write down the reply; then it can be marked as answered.'
  if (status === 'answered' && promises.length === 0)
    return 'Close it, or add below what was promised in the reply.'
  if (status === 'promised' && !steps.includes('closed'))
    return 'It can be closed once it is said of each promise whether it was kept.'
  return ''
}
