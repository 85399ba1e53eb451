import '../../../styles/promises.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../../shared/figures/formatDate.ts'
import { formatValue } from '../../../../shared/figures/formatValue.ts'
import { movementSentence } from '../../../../shared/scrutiny/movement.ts'
import { promiseStates, type PromiseState } from '../../../../shared/scrutiny/promise.ts'
import type { PromiseEntry, PromiseSince, Question } from '../../../../shared/scrutiny/question.ts'
import { useSession } from '../../../parts/useSession.ts'
import { Options } from '../../../forms/Options.tsx'
import { SelectField } from '../../../forms/SelectField.tsx'
import { TextField } from '../../../forms/TextField.tsx'
import { FormProblem } from '../../../forms/FormProblem.tsx'
import { api, server } from '../../../trpc.ts'
import { DraftField } from '../DraftField.tsx'
import { MovementMark } from '../MovementMark.tsx'
import { StateIcon } from '../StateIcon.tsx'
import { AddPromise } from './AddPromise.tsx'
import { SinceFacts } from './SinceFacts.tsx'

interface Props {
  readonly question: Question
  readonly writes: boolean
  readonly onChanged: () => void
}

/** What was promised, by when, how one would see that it was kept, and what the figures say. */
export function Promises({ question, writes, onChanged }: Props) {
  const { number, status, promises } = question
  const session = useSession()
  const [adding, setAdding] = useState(false)
  const since = useQuery(
    api.questions.since.queryOptions(
      { number },
      { enabled: promises.some(({ citation }) => citation !== null) },
    ),
  )
  const adds = writes && (status === 'answered' || status === 'promised')
  if (promises.length === 0 && !adds) return null
  return (
    <section className="qpromises" aria-labelledby="promises">
      <div className="headrow">
        <h2 className="h2" id="promises">
          What was promised
        </h2>
        {adds && !adding && (
          <button type="button" className="btn noprint" onClick={() => setAdding(true)}>
            Add a promise
          </button>
        )}
      </div>
      {adding && session && (
        <AddPromise
          question={question}
          session={session}
          onDone={() => {
            setAdding(false)
            onChanged()
          }}
          onCancel={() => setAdding(false)}
        />
      )}
      {promises.length === 0 && !adding && <p className="mut">Nothing has been promised yet.</p>}
      {promises.map((promise) => (
        <Promised
          key={promise.number}
          promise={promise}
          since={since.data?.promises.find((each) => each.promise === promise.number)}
          writes={writes && status !== 'closed' && status !== 'withdrawn'}
          onChanged={onChanged}
        />
      ))}
    </section>
  )
}

interface PromisedProps {
  readonly promise: PromiseEntry
  readonly since: PromiseSince | undefined
  readonly writes: boolean
  readonly onChanged: () => void
}

function Promised({ promise, since, writes, onChanged }: PromisedProps) {
  const { number, text, due, state, overdue } = promise
  const change = useMutation(api.questions.changePromise.mutationOptions({ onSuccess: onChanged }))
  return (
    <article className="promise">
      {writes && state === 'open' ? (
        <DraftField
          label="Promise"
          name={`promise ${number}`}
          kept={text}
          save={(value, version) => server.questions.savePromise.mutate({ number, value, version })}
          onSaved={onChanged}
          kind="text"
          rows={2}
          most={1_000}
        />
      ) : (
        <p className="typed">{text.value}</p>
      )}
      <div className="row pstate">
        <span className={overdue ? 'standing over' : 'standing'}>
          <StateIcon state={overdue ? 'overdue' : state === 'open' ? 'promised' : 'closed'} />
          <span>
            <b>{overdue ? 'Overdue' : promiseStates[state]}</b>
            <small>due {formatDate(due)}</small>
          </span>
        </span>
        {writes && (
          <SelectField
            label="What became of it"
            inline
            value={state}
            disabled={change.isPending}
            onChoose={(value) => change.mutate({ number, state: value as PromiseState })}
          >
            <Options of={promiseStates} />
          </SelectField>
        )}
        {writes && state === 'open' && (
          <TextField
            label="Due"
            inline
            type="date"
            required
            defaultValue={due}
            key={due}
            onBlur={(event) => {
              if (event.target.value !== '' && event.target.value !== due)
                change.mutate({ number, due: event.target.value })
            }}
          />
        )}
      </div>
      <FormProblem message={change.error?.message ?? null} />
      {since && <Judged promise={promise} since={since} />}
    </article>
  )
}

/** What the figures say of a promise. They speak for or against; whether it was kept is for people to say. */
function Judged({
  promise: { measure, given },
  since: { figure, target },
}: {
  promise: PromiseEntry
  since: PromiseSince
}) {
  if (measure === null) return null
  const say = (value: number) => formatValue(value, { unit: figure.unit, basis: figure.basis })
  const aim = `${measure.direction === 'atLeast' ? 'at least' : 'at most'} ${say(measure.target)}`
  return (
    <div className="judged">
      <p className="qmeasure">{figure.measure}</p>
      <p>
        <b>Target, {aim}: </b>
        {target.kind === 'unknown'
          ? target.why
          : `${target.kind === 'met' ? 'met' : 'not met'}, ${say(target.at.value)} in ${target.at.label}.`}
      </p>
      <MovementMark movement={figure.movement} />
      <p className="small">
        Since it was promised on {formatDate(given)}: {movementSentence(figure.movement)}
      </p>
      <SinceFacts since={figure} />
    </div>
  )
}
