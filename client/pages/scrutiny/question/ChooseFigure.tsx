import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../../shared/figures/formatDate.ts'
import type { FigureRequest } from '../../../../shared/figures/figureRequest.ts'
import { figureViews, requestOf, type FigureNames } from '../../../../shared/figures/figureViews.ts'
import type { Metric } from '../../../../shared/metrics/metric.ts'
import { AreaSelect } from '../../../forms/AreaSelect.tsx'
import { FormProblem } from '../../../forms/FormProblem.tsx'
import { MeasureSelect } from '../../../forms/MeasureSelect.tsx'
import { SelectField } from '../../../forms/SelectField.tsx'
import { areasFor } from '../../../forms/areasFor.ts'
import { api, type Session } from '../../../trpc.ts'

interface Props {
  readonly metrics: readonly Metric[]
  readonly names: FigureNames
  readonly session: Session
  /** Adds it; why it cannot be added, as a sentence, or null. */
  readonly onAdd: (request: FigureRequest) => string | null
}

/** Which measure, where, how it is drawn, and from which edition. */
export function ChooseFigure({ metrics, names, session, onAdd }: Props) {
  const [chosen, setChosen] = useState('')
  const [area, setArea] = useState(areasFor(session)[0]?.code ?? '')
  const [view, setView] = useState('chart')
  const [edition, setEdition] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const published = useQuery(
    api.editions.one.queryOptions({ edition: edition ?? 0 }, { enabled: edition !== null }),
  ).data
  const offered = edition === null ? metrics : metrics.filter(({ id }) => published?.metrics.includes(id))
  const metric = offered.find(({ id }) => id === chosen)
  const views = metric ? figureViews(metric, names) : [{ value: 'chart', label: 'Control chart' }]
  const drawn = views.some(({ value }) => value === view) ? view : 'chart'
  const add = () => {
    if (metric === undefined) return setProblem('Choose a measure first.')
    const where = area === session.partnership.code ? undefined : area
    setProblem(onAdd(requestOf(metric.id, { area: where, view: drawn, edition })))
  }
  return (
    <fieldset className="addfig">
      <legend className="h3">Add a figure</legend>
      <MeasureSelect
        label="Measure"
        measures={offered}
        none="Choose one"
        value={metric?.id ?? ''}
        onChoose={setChosen}
      />
      <div className="qpair">
        <SelectField label="Drawn as" value={drawn} onChoose={setView}>
          {views.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        {drawn !== 'districts' && <AreaSelect session={session} value={area} onChoose={setArea} />}
        {session.editions.length > 0 && (
          <SelectField
            label="From"
            value={edition ?? ''}
            onChoose={(value) => setEdition(value === '' ? null : Number(value))}
          >
            <option value="">{usualSource(session)}</option>
            {session.editions.map(({ number, title, meetingDate }) => (
              <option key={number} value={number}>
                {title}, {formatDate(meetingDate)}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      <FormProblem message={problem} />
      <button type="button" className="btn" onClick={add}>
        Add this figure
      </button>
    </fieldset>
  )
}

/** What a figure of no edition is frozen from, for this reader. */
export function usualSource({ usualEdition }: Pick<Session, 'usualEdition'>): string {
  return usualEdition === null ? 'Live, on the day it is asked' : 'The newest edition on the day it is asked'
}
