import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState, type FormEvent } from 'react'
import { themes } from '../../../../shared/metrics/themes.ts'
import {
  recommendationKinds,
  type LinkedMeasure,
  type RecommendationKind,
} from '../../../../shared/scrutiny/recommendation.ts'
import { TextField } from '../../../forms/TextField.tsx'
import { api, type Session } from '../../../trpc.ts'
import { areasFor } from '../measureChoice.ts'

interface Props {
  readonly session: Session
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Writes down what an inspectorate or a court asks for. */
export function AddRecommendation({ session, onDone, onCancel }: Props) {
  const id = useId()
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
        <p className="field">
          <label htmlFor={`${id}-kind`}>Kind</label>
          <select
            id={`${id}-kind`}
            value={kind}
            onChange={(event) => setKind(event.target.value === 'order' ? 'order' : 'recommendation')}
          >
            {Object.entries(recommendationKinds).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </p>
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
      <p className="field">
        <label htmlFor={`${id}-text`}>What is recommended</label>
        <textarea
          id={`${id}-text`}
          rows={3}
          required
          maxLength={4_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </p>
      <div className="qpair">
        <TextField label="By when" type="date" value={due} onChange={(event) => setDue(event.target.value)} />
      </div>
      <div className="qpair linking">
        <p className="field">
          <label htmlFor={`${id}-metric`}>A measure that shows it</label>
          <select id={`${id}-metric`} value={metric} onChange={(event) => setMetric(event.target.value)}>
            <option value="">None</option>
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
