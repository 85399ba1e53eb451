import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import {
  recommendationKinds,
  type LinkedMeasure,
  type RecommendationKind,
} from '../../../../shared/scrutiny/recommendation.ts'
import { AreaSelect } from '../../../forms/AreaSelect.tsx'
import { FormButtons } from '../../../forms/FormButtons.tsx'
import { FormProblem } from '../../../forms/FormProblem.tsx'
import { MeasureSelect } from '../../../forms/MeasureSelect.tsx'
import { Options } from '../../../forms/Options.tsx'
import { SelectField } from '../../../forms/SelectField.tsx'
import { TextArea } from '../../../forms/TextArea.tsx'
import { TextField } from '../../../forms/TextField.tsx'
import { areasFor } from '../../../forms/areasFor.ts'
import { api, type Session } from '../../../trpc.ts'

interface Props {
  readonly session: Session
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Writes down what an inspectorate or a court asks for. */
export function AddRecommendation({ session, onDone, onCancel }: Props) {
  const metrics = useQuery(api.metrics.queryOptions()).data ?? []
  const areas = areasFor(session)
  const [kind, setKind] = useState<RecommendationKind>('recommendation')
  const [source, setSource] = useState('')
  const [reference, setReference] = useState('')
  const [text, setText] = useState('')
  const [who, setWho] = useState('')
  const [due, setDue] = useState('')
  const [metric, setMetric] = useState('')
  const [area, setArea] = useState(areas[0]?.code ?? '')
  const [measures, setMeasures] = useState<readonly LinkedMeasure[]>([])
  const add = useMutation(api.recommendations.add.mutationOptions({ onSuccess: onDone }))
  const named = ({ metric: wanted, area: where }: LinkedMeasure) =>
    `${metrics.find((each) => each.id === wanted)?.name ?? wanted}, ${areas.find(({ code }) => code === where)?.name ?? session.partnership.areaName}`
  const save = (event: FormEvent) => {
    event.preventDefault()
    add.mutate({ kind, source, reference, text, who, due: due === '' ? null : due, measures: [...measures] })
  }
  return (
    <form className="addrec" onSubmit={save} aria-label="Add a recommendation">
      <div className="qpair">
        <SelectField
          label="Kind"
          value={kind}
          onChoose={(value) => setKind(value === 'order' ? 'order' : 'recommendation')}
        >
          <Options of={recommendationKinds} />
        </SelectField>
        <TextField
          label="Who recommends it"
          required
          maxLength={200}
          value={source}
          onChange={(event) => setSource(event.target.value)}
        />
        <TextField
          label="Reference"
          maxLength={120}
          value={reference}
          onChange={(event) => setReference(event.target.value)}
        />
        <TextField
          label="Who has to act"
          required
          maxLength={200}
          value={who}
          onChange={(event) => setWho(event.target.value)}
        />
      </div>
      <TextArea
        label="What is recommended"
        rows={3}
        required
        maxLength={4_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="qpair">
        <TextField label="By when" type="date" value={due} onChange={(event) => setDue(event.target.value)} />
      </div>
      <div className="qpair linking">
        <MeasureSelect
          label="A measure that shows it"
          measures={metrics}
          none="None"
          value={metric}
          onChoose={setMetric}
        />
        <AreaSelect label="In" session={session} value={area} onChoose={setArea} />
      </div>
      <ul className="linked">
        {measures.map((each) => (
          <li key={named(each)}>
            {named(each)}{' '}
            <button
              type="button"
              className="link"
              onClick={() => setMeasures(measures.filter((other) => other !== each))}
            >
              Take off<span className="sr">: {named(each)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="row">
        <button
          type="button"
          className="btn"
          disabled={metric === '' || measures.length >= 12}
          onClick={() => {
            const where = area === session.partnership.code ? null : area
            if (!measures.some((each) => each.metric === metric && each.area === where))
              setMeasures([...measures, { metric, area: where }])
            setMetric('')
          }}
        >
          Link this measure
        </button>
      </div>
      <FormProblem message={add.error?.message ?? null} />
      <FormButtons submit="Write it down" disabled={add.isPending} onCancel={onCancel} />
    </form>
  )
}
