import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FigureRequest } from '../../../shared/figures/figureRequest.ts'
import { pageQuery } from '../../../shared/editions/pageQueries.ts'
import type { Metric } from '../../../shared/metrics/metric.ts'
import type { Pack } from '../../../shared/packs/pack.ts'
import { seriesQuerySchema } from '../../../shared/series/seriesQuery.ts'
import { FilterSelect } from '../../filters/FilterSelect.tsx'
import { FormProblem } from '../../parts/FormProblem.tsx'
import { api, type Session } from '../../trpc.ts'
import { usePackChange } from './usePackChange.ts'

const shapes = [
  { value: 'change', words: 'a year before and now' },
  { value: 'lines', words: 'over time, as lines' },
  { value: 'stacked', words: 'over time, stacked' },
] as const

/** Adds a figure of the pack's edition. Figures with filters or other months are added from their own page. */
export function AddFigure({ pack, session }: { pack: Pack; session: Session }) {
  const edition = useQuery(api.editions.one.queryOptions({ edition: pack.edition })).data
  const all = useQuery(api.metrics.queryOptions()).data ?? []
  const fields = useQuery(api.feeds.queryOptions()).data ?? []
  const metrics = all.filter(({ id }) => edition?.metrics.includes(id))
  const [chosen, setChosen] = useState<string | null>(null)
  const [area, setArea] = useState('')
  const [view, setView] = useState('chart')
  const [added, setAdded] = useState<string | null>(null)
  const change = usePackChange(pack.number)
  const add = useMutation(
    api.packs.add.mutationOptions({ ...change, onSuccess: ({ title }) => setAdded(title) }),
  )
  const metric = metrics.find(({ id }) => id === chosen) ?? metrics[0]
  if (!metric) return null
  const labelOf = (dimension: string) =>
    fields.find(({ id }) => id === metric.feed)?.fields.find(({ name }) => name === dimension)?.label ??
    dimension
  const views = [
    { value: 'chart', label: 'Control chart' },
    ...(session.partnership.areas.length > 1
      ? [{ value: 'districts', label: `${session.partnership.areaNoun.many} side by side` }]
      : []),
    ...metric.breakdowns.flatMap((dimension) =>
      shapes.map(({ value, words }) => ({
        value: `${value}:${dimension}`,
        label: `By ${labelOf(dimension).toLowerCase()}, ${words}`,
      })),
    ),
  ]
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
          add.mutate({ pack: pack.number, request: requestOf(metric, { area, view: shown }) })
        }}
      >
        <FormProblem message={add.error?.message ?? null} />
        <FilterSelect
          label="Measure"
          value={metric.id}
          choices={metrics.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={setChosen}
        />
        <FilterSelect label="Shown" value={shown} choices={views} onChoose={setView} />
        {shown !== 'districts' && (
          <FilterSelect
            label="Area"
            value={area}
            choices={[
              { value: '', label: session.partnership.areaName },
              ...session.partnership.areas.map(({ code, name }) => ({ value: code, label: name })),
            ]}
            onChoose={setArea}
          />
        )}
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

function requestOf(metric: Metric, { area, view }: { area: string; view: string }): FigureRequest {
  const own = area === '' || view === 'districts' ? undefined : area
  const query = seriesQuerySchema.parse(pageQuery(metric.id, own))
  const [shape = '', dimension] = view.split(':')
  if (dimension !== undefined)
    return {
      view: 'breakdown',
      query,
      edition: null,
      dimension,
      shape: shapes.find(({ value }) => value === shape)?.value ?? 'change',
      by2: null,
      top: null,
      share: false,
    }
  return { view: view === 'districts' ? 'districts' : 'chart', query, edition: null }
}
