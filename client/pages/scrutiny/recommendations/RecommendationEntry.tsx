import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../../shared/figures/formatDate.ts'
import {
  recommendationKinds,
  recommendationStates,
  type Recommendation,
  type RecommendationField,
  type RecommendationState,
} from '../../../../shared/scrutiny/recommendation.ts'
import { FormButtons } from '../../../forms/FormButtons.tsx'
import { FormProblem } from '../../../forms/FormProblem.tsx'
import { Options } from '../../../forms/Options.tsx'
import { SelectField } from '../../../forms/SelectField.tsx'
import { TextArea } from '../../../forms/TextArea.tsx'
import { TextField } from '../../../forms/TextField.tsx'
import { api, server } from '../../../trpc.ts'
import { DraftField } from '../DraftField.tsx'
import { StateIcon } from '../StateIcon.tsx'
import { LinkedFigure } from './LinkedFigure.tsx'

interface Props {
  readonly recommendation: Recommendation
  readonly writes: boolean
  readonly onChanged: () => void
}

/** One recommendation: from whom, what, who by when, how far it has come, and what its measures say. */
export function RecommendationEntry({ recommendation, writes, onChanged }: Props) {
  const { number, kind, texts, due, state, late, measures, notes } = recommendation
  const [editing, setEditing] = useState(false)
  const done = state === 'done' || state === 'notAccepted'
  return (
    <article className={done ? 'rec done' : 'rec'} aria-labelledby={`rec-${number}`}>
      <div className="recw">
        <p className="kick">
          {recommendationKinds[kind]} of {texts.source.value}
          {texts.reference.value !== '' && `, ${texts.reference.value}`}
        </p>
        {editing ? (
          <Words recommendation={recommendation} onSaved={onChanged} />
        ) : (
          <h2 className="ft typed" id={`rec-${number}`}>
            {texts.text.value}
          </h2>
        )}
        <p className="recwho">
          <b>{texts.who.value}</b>
          {due === null ? ', no day set' : `, by ${formatDate(due)}`}
        </p>
        {notes.length > 0 && (
          <ul className="recnotes" aria-label="Progress">
            {notes.map(({ text, by, at }) => (
              <li key={at}>
                <span className="typed">{text}</span>
                <small>
                  {formatDate(at)}, {by}
                </small>
              </li>
            ))}
          </ul>
        )}
        {writes && (
          <div className="row noprint">
            <Progress number={number} onChanged={onChanged} />
            <button type="button" className="link" onClick={() => setEditing(!editing)}>
              {editing ? 'Done with the words' : 'Change the words'}
            </button>
          </div>
        )}
      </div>
      <div className="recs-state">
        <span className={late ? 'standing over' : 'standing'}>
          <StateIcon
            state={late ? 'overdue' : done ? 'closed' : state === 'underWay' ? 'promised' : 'asked'}
          />
          <span>
            <b>{late ? 'Overdue' : recommendationStates[state]}</b>
            {late && <small>{recommendationStates[state].toLowerCase()}</small>}
          </span>
        </span>
        {writes && <StateChoice recommendation={recommendation} onChanged={onChanged} />}
      </div>
      <div className="recm">
        {measures.length === 0 && <p className="mut">No measure is linked.</p>}
        {measures.map((linked) => (
          <LinkedFigure key={`${linked.metric} ${linked.area ?? ''}`} linked={linked} />
        ))}
      </div>
    </article>
  )
}

const labels: Readonly<Record<RecommendationField, { label: string; most: number; long?: boolean }>> = {
  source: { label: 'Who recommends it', most: 200 },
  reference: { label: 'Reference', most: 120 },
  text: { label: 'The recommendation', most: 4_000, long: true },
  who: { label: 'Who has to act', most: 200 },
}

function Words({ recommendation, onSaved }: { recommendation: Recommendation; onSaved: () => void }) {
  const { number, texts } = recommendation
  return (Object.keys(labels) as RecommendationField[]).map((field) => {
    const { label, most, long } = labels[field]
    return (
      <DraftField
        key={field}
        label={label}
        name={`recommendation ${number} ${field}`}
        kept={texts[field]}
        save={(value, version) => server.recommendations.save.mutate({ number, field, value, version })}
        onSaved={onSaved}
        kind={long === true ? 'text' : 'line'}
        most={most}
      />
    )
  })
}

function Progress({ number, onChanged }: { number: number; onChanged: () => void }) {
  const [note, setNote] = useState<string | null>(null)
  const change = useMutation(
    api.recommendations.change.mutationOptions({
      onSuccess: () => {
        setNote(null)
        onChanged()
      },
    }),
  )
  if (note === null)
    return (
      <button type="button" className="btn" onClick={() => setNote('')}>
        Note progress
      </button>
    )
  return (
    <form
      className="progressnote"
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ number, note })
      }}
    >
      <TextArea
        label="What has been done"
        rows={2}
        required
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <FormProblem message={change.error?.message ?? null} />
      <FormButtons submit="Add the note" disabled={change.isPending} onCancel={() => setNote(null)} />
    </form>
  )
}

function StateChoice({
  recommendation: { number, state, due },
  onChanged,
}: {
  recommendation: Recommendation
  onChanged: () => void
}) {
  const change = useMutation(api.recommendations.change.mutationOptions({ onSuccess: onChanged }))
  return (
    <div className="noprint">
      <SelectField
        label="State"
        inline
        value={state}
        onChoose={(value) => change.mutate({ number, state: value as RecommendationState })}
      >
        <Options of={recommendationStates} />
      </SelectField>
      <TextField
        label="Due"
        inline
        type="date"
        defaultValue={due ?? ''}
        key={due ?? ''}
        onBlur={(event) => {
          const day = event.target.value === '' ? null : event.target.value
          if (day !== due) change.mutate({ number, due: day })
        }}
      />
      <FormProblem message={change.error?.message ?? null} />
    </div>
  )
}
