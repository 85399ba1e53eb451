import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, type ReactNode } from 'react'
import { formatDate } from '../../../../shared/figures/formatDate.ts'
import type { Question } from '../../../../shared/scrutiny/question.ts'
import { mayWrite, type QuestionField } from '../../../../shared/scrutiny/questionStatus.ts'
import { FormProblem } from '../../../forms/FormProblem.tsx'
import { ThemeSelect } from '../../../forms/ThemeSelect.tsx'
import { api, server } from '../../../trpc.ts'
import { DraftField } from '../DraftField.tsx'

interface Props {
  readonly question: Question
  readonly writes: boolean
  readonly onSaved: () => void
}

/** The words of a question: written while it is a draft, read once it has been asked; the reply from then on. */
export function QuestionText({ question, writes, onSaved }: Props) {
  const id = useId()
  const known = useQuery(api.questions.list.queryOptions({}, { enabled: writes })).data?.choices.askedOf ?? []
  const { number, status, texts } = question
  const field = (
    name: QuestionField,
    label: string,
    more: { hint?: string; kind?: 'line' | 'date' | 'text'; rows?: number; most: number; list?: string },
  ): ReactNode =>
    writes && mayWrite(status, name) ? (
      <DraftField
        key={name}
        label={label}
        name={`question ${number} ${name}`}
        kept={texts[name]}
        save={(value, version) => server.questions.save.mutate({ number, field: name, value, version })}
        onSaved={onSaved}
        {...more}
      />
    ) : (
      <Told
        key={name}
        label={label}
        text={
          name === 'meetingDate' && texts[name].value !== ''
            ? formatDate(texts[name].value)
            : texts[name].value
        }
      />
    )
  return (
    <section className="qtext" aria-labelledby={`${id}-h`}>
      <h2 className="h2" id={`${id}-h`}>
        {status === 'draft' ? 'The draft' : 'Question and reply'}
      </h2>
      {status === 'draft' && writes && field('text', 'The question', { kind: 'text', rows: 3, most: 600 })}
      {field('why', 'Why it is asked', { kind: 'text', rows: 4, most: 4_000 })}
      {field('caveats', 'What to bear in mind', {
        kind: 'text',
        rows: 3,
        most: 6_000,
        hint: 'One a line: what the answerer would rightly object.',
      })}
      <div className="qpair">
        {field('askedOf', 'Asked of', { most: 200, list: `${id}-known` })}
        {field('owner', 'Who sees to it', { most: 120 })}
        {field('meeting', 'Meeting', { most: 200 })}
        {field('meetingDate', 'Date of the meeting', { kind: 'date', most: 10 })}
        {writes && status === 'draft' && <ThemeChoice question={question} onSaved={onSaved} />}
      </div>
      <datalist id={`${id}-known`}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {status !== 'draft' && field('reply', 'The reply', { kind: 'text', rows: 6, most: 20_000 })}
    </section>
  )
}

function ThemeChoice({ question, onSaved }: { question: Question; onSaved: () => void }) {
  const change = useMutation(api.questions.setTheme.mutationOptions({ onSuccess: onSaved }))
  return (
    <>
      <ThemeSelect
        value={question.theme}
        onChoose={(theme) => change.mutate({ number: question.number, theme })}
      />
      <FormProblem message={change.error?.message ?? null} />
    </>
  )
}

/** A text that stands; nothing where nothing was written. */
function Told({ label, text }: { label: string; text: string }) {
  if (text === '') return null
  return (
    <div className="told">
      <h3>{label}</h3>
      <p className="typed">{text}</p>
    </div>
  )
}
