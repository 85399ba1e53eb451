import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState, type FormEvent } from 'react'
import type { Question } from '../../../../shared/scrutiny/question.ts'
import { themes } from '../../../../shared/metrics/themes.ts'
import { api, type Session } from '../../../trpc.ts'
import { areasFor, queryFor } from '../measureChoice.ts'

interface Props {
  readonly question: Question
  readonly session: Session
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Writes a promise down: what, by when, and by which figure one would see it. */
export function AddPromise({ question, session, onDone, onCancel }: Props) {
  const id = useId()
  const metrics = useQuery(api.metrics.queryOptions()).data ?? []
  const areas = areasFor(session)
  const first = question.figures[0]?.request.query
  const [text, setText] = useState('')
  const [due, setDue] = useState('')
  const [metric, setMetric] = useState(first?.metric ?? '')
  const [area, setArea] = useState(first?.areas[0] ?? areas[0]?.code ?? '')
  const [direction, setDirection] = useState<'atLeast' | 'atMost'>('atMost')
  const [target, setTarget] = useState('')
  const add = useMutation(api.questions.addPromise.mutationOptions({ onSuccess: onDone }))
  const chosen = metrics.find((each) => each.id === metric)
  const number = Number(target)
  const save = (event: FormEvent) => {
    event.preventDefault()
    add.mutate({
      question: question.number,
      promise: {
        text,
        due,
        measure:
          chosen && target.trim() !== '' && Number.isFinite(number)
            ? { query: queryFor(chosen.id, area, session), target: number, direction }
            : null,
      },
    })
  }
  return (
    <form className="addpromise" onSubmit={save}>
      <p className="field">
        <label htmlFor={`${id}-text`}>What was promised</label>
        <textarea
          id={`${id}-text`}
          rows={2}
          required
          maxLength={1_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </p>
      <div className="qpair">
        <p className="field">
          <label htmlFor={`${id}-due`}>By when</label>
          <input
            id={`${id}-due`}
            type="date"
            required
            value={due}
            onChange={(event) => setDue(event.target.value)}
          />
        </p>
        <p className="field">
          <label htmlFor={`${id}-metric`}>Seen by which figure</label>
          <select id={`${id}-metric`} value={metric} onChange={(event) => setMetric(event.target.value)}>
            <option value="">No figure can show it</option>
            {themes.map((group) => (
              <optgroup key={group.id} label={group.label}>
                {metrics
                  .filter((each) => each.theme === group.id)
                  .map((each) => (
                    <option key={each.id} value={each.id}>
                      {each.name}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </p>
        {metric !== '' && (
          <>
            <p className="field">
              <label htmlFor={`${id}-area`}>In</label>
              <select id={`${id}-area`} value={area} onChange={(event) => setArea(event.target.value)}>
                {areas.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            </p>
            <div className="field target">
              <span>Target for a month, in the measure’s own unit</span>
              <div className="row">
                <select
                  aria-label="Direction"
                  value={direction}
                  onChange={(event) => setDirection(event.target.value === 'atLeast' ? 'atLeast' : 'atMost')}
                >
                  <option value="atMost">at most</option>
                  <option value="atLeast">at least</option>
                </select>
                <input
                  aria-label="Target"
                  type="number"
                  step="any"
                  required
                  value={target}
                  onChange={(event) => setTarget(event.target.value)}
                />
              </div>
            </div>
          </>
        )}
      </div>
      {add.isError && (
        <p className="problemline" role="alert">
          {add.error.message}
        </p>
      )}
      <div className="row">
        <button type="submit" className="btn pri" disabled={add.isPending}>
          Write it down
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}
