import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { figureViews, requestOf } from '../../../shared/figures/figureViews.ts'
import type { Pack } from '../../../shared/packs/pack.ts'
import { AreaSelect } from '../../forms/AreaSelect.tsx'
import { FormProblem } from '../../forms/FormProblem.tsx'
import { MeasureSelect } from '../../forms/MeasureSelect.tsx'
import { SelectField } from '../../forms/SelectField.tsx'
import { areasFor } from '../../forms/areasFor.ts'
import { api, type Session } from '../../trpc.ts'
import { usePackChange } from './usePackChange.ts'

/** Adds a figure of the pack's edition. Figures with filters or other months are added from their own page. */
export function AddFigure({ pack, session }: { pack: Pack; session: Session }) {
  const edition = useQuery(api.editions.one.queryOptions({ edition: pack.edition })).data
  const all = useQuery(api.metrics.queryOptions()).data ?? []
  const feeds = useQuery(api.feeds.queryOptions()).data ?? []
  const metrics = all.filter(({ id }) => edition?.metrics.includes(id))
  const [chosen, setChosen] = useState<string | null>(null)
  const [area, setArea] = useState(areasFor(session)[0]?.code ?? '')
  const [view, setView] = useState('chart')
  const [added, setAdded] = useState<string | null>(null)
  const change = usePackChange(pack.number)
  const add = useMutation(
    api.packs.add.mutationOptions({ ...change, onSuccess: ({ title }) => setAdded(title) }),
  )
  const metric = metrics.find(({ id }) => id === chosen) ?? metrics[0]
  if (!metric) return null
  const views = figureViews(metric, { feeds, partnership: session.partnership })
  const shown = views.some(({ value }) => value === view) ? view : 'chart'
  return (
    <section className="addfigure" aria-labelledby="addfigure">
      <h2 className="h3" id="addfigure">
        Add a figure
      </h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setAdded(null)
          add.mutate({
            pack: pack.number,
            request: requestOf(metric.id, {
              area: area === session.partnership.code ? undefined : area,
              view: shown,
              edition: null,
            }),
          })
        }}
      >
        <FormProblem message={add.error?.message ?? null} />
        <MeasureSelect label="Measure" measures={metrics} value={metric.id} onChoose={setChosen} />
        <SelectField label="Shown" value={shown} onChoose={setView}>
          {views.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        {shown !== 'districts' && <AreaSelect session={session} value={area} onChoose={setArea} />}
        <button type="submit" className="btn" disabled={add.isPending}>
          {add.isPending ? 'Adding …' : 'Add'}
        </button>
        <p className="kick" role="status">
          {added === null ? '' : `Added: ${added}`}
        </p>
      </form>
    </section>
  )
}
