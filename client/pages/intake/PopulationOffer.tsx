import '../../styles/chartSpace.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import { formatNumber, formatSigned } from '../../../shared/figures/formatValue.ts'
import { Problem } from '../../parts/Problem.tsx'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import { api } from '../../trpc.ts'
import type { PopulationPreview } from './intakeClient.ts'

interface Props {
  readonly upload: string
  readonly onLeave: () => void
}

/** A workbook of mid-year estimates: what it would change in the denominators of rates, and the way to take it. */
export function PopulationOffer({ upload, onLeave }: Props) {
  const id = useId()
  const [day, setDay] = useState<string | null>(null)
  const release = day === '' ? null : day
  const preview = useQuery({ ...api.intake.population.queryOptions({ upload, release }), retry: false })
  const store = useMutation(api.intake.storePopulation.mutationOptions())
  if (store.isSuccess)
    return (
      <div className="notice" role="status">
        <p className="h3">The population release of {formatDate(store.data.release)} is kept</p>
        <p>Rates rest on it from the next start of the dashboard; until then they stay as they are.</p>
        <div className="row">
          <button type="button" className="btn" onClick={onLeave}>
            Add another file
          </button>
        </div>
      </div>
    )
  return (
    <section className="sect population" aria-labelledby={`${id}-h`}>
      <h2 className="h2" id={`${id}-h`}>
        A population release for rates
      </h2>
      <label className="ifield">
        <span className="fl">Released on</span>
        <input
          type="date"
          value={day ?? preview.data?.release ?? ''}
          onChange={({ target }) => setDay(target.value)}
        />
        <small>The date on the cover, unless it is stated here</small>
      </label>
      {preview.isError && (
        <Problem error={preview.error} what="This release" holds="Nothing has been stored." />
      )}
      {preview.isPending && <div className="chartspace" />}
      {preview.data && <Change change={preview.data} />}
      {store.isError && <Problem error={store.error} what="The release" holds="Nothing has been stored." />}
      <div className="row">
        <button
          type="button"
          className="btn pri"
          disabled={preview.data === undefined || store.isPending}
          onClick={() => store.mutate({ upload, release })}
        >
          Take this release
        </button>
      </div>
    </section>
  )
}

function Change({ change }: { change: PopulationPreview }) {
  const { from, to, inForce, willCount, revised, compared, areas, source } = change
  return (
    <>
      <p className="dek">
        {areas.length} areas, mid-{from} to mid-{to}.{' '}
        {inForce === null
          ? 'Rates have no population yet.'
          : `Rates rest on the release of ${formatDate(inForce)} now; ${revised} of the ${compared} estimates that both hold differ.`}
        {!willCount && ' The release in force is newer and stays in force.'}
      </p>
      <ScrollBox label="People by area">
        <table className="plain">
          <caption className="sr">People by area, mid-{to}</caption>
          <thead>
            <tr>
              <th scope="col">Area</th>
              <th scope="col" className="r">
                Mid-{to}
              </th>
              <th scope="col" className="r">
                In force
              </th>
              <th scope="col" className="r">
                Difference
              </th>
            </tr>
          </thead>
          <tbody>
            {areas.map(({ name, persons, before }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="r">{formatNumber(persons)}</td>
                <td className="r">{before === null ? 'none' : formatNumber(before)}</td>
                <td className="r">
                  {before === null ? '–' : formatSigned(persons - before, { unit: 'count' })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="kick">{source}</p>
    </>
  )
}
