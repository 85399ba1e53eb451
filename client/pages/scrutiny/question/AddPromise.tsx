import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Question } from '../../../../shared/scrutiny/question.ts'
import { AreaSelect } from '../../../forms/AreaSelect.tsx'
import { FormButtons } from '../../../forms/FormButtons.tsx'
import { FormProblem } from '../../../forms/FormProblem.tsx'
import { MeasureSelect } from '../../../forms/MeasureSelect.tsx'
import { TextArea } from '../../../forms/TextArea.tsx'
import { TextField } from '../../../forms/TextField.tsx'
import { areasFor } from '../../../forms/areasFor.ts'
import { api, type Session } from '../../../trpc.ts'
import { queryFor } from '../queryFor.ts'

interface Props {
  readonly question: Question
  readonly session: Session
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Writes a promise down: what, by when, and by which figure one would see it. */
export function AddPromise({ question, session, onDone, onCancel }: Props) {
  const metrics = useQuery(api.metrics.queryOptions()).data ?? []
  const first = question.figures[0]?.request.query
  const [text, setText] = useState('')
  const [due, setDue] = useState('')
  const [metric, setMetric] = useState(first?.metric ?? '')
  const [area, setArea] = useState(first?.areas[0] ?? areasFor(session)[0]?.code ?? '')
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
      <TextArea
        label="What was promised"
        rows={2}
        required
        maxLength={1_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="qpair">
        <TextField
          label="By when"
          type="date"
          required
          value={due}
          onChange={(event) => setDue(event.target.value)}
        />
        <MeasureSelect
          label="Seen by which figure"
          measures={metrics}
          none="No figure can show it"
          value={metric}
          onChoose={setMetric}
        />
        {metric !== '' && (
          <>
            <AreaSelect label="In" session={session} value={area} onChoose={setArea} />
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
      <FormProblem message={add.error?.message ?? null} />
      <FormButtons submit="Write it down" disabled={add.isPending} onCancel={onCancel} />
    </form>
  )
}
