import { useId } from 'react'
import type { MetricSearch } from '../address/metricSearch.ts'
import type { Session } from '../trpc.ts'
import { monthChoices } from './monthChoices.ts'

interface Props {
  readonly search: MetricSearch
  readonly session: Session | undefined
  /** First and last month on show, where the address names none. */
  readonly span: { readonly from: string; readonly to: string } | undefined
  readonly onChoose: (change: Partial<MetricSearch>) => void
  readonly onDone: () => void
}

/** First and last month of the series; a span that would end before it starts is not offered. */
export function MetricPeriod({ search, session, span, onChoose, onDone }: Props) {
  const id = useId()
  const months = monthChoices(session?.months ?? null)
  const first = session?.months?.from ?? ''
  const last = session?.months?.to ?? ''
  return (
    <>
      <div className="group">
        <label className="pl" htmlFor={`${id}-from`}>
          From
        </label>
        <br />
        <select
          id={`${id}-from`}
          value={search.from ?? span?.from ?? first}
          onChange={(event) => onChoose({ from: event.target.value })}
        >
          {months
            .filter(({ value }) => value <= (search.to ?? last))
            .map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
        </select>
      </div>
      <div className="group">
        <label className="pl" htmlFor={`${id}-to`}>
          Up to and including
        </label>
        <br />
        <select
          id={`${id}-to`}
          value={search.to ?? span?.to ?? last}
          onChange={(event) => onChoose({ to: event.target.value === last ? undefined : event.target.value })}
        >
          {months
            .filter(({ value }) => value >= (search.from ?? span?.from ?? first))
            .map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
        </select>
      </div>
      <div className="row">
        <button type="button" className="btn" onClick={() => onChoose({ from: undefined, to: undefined })}>
          Last five years
        </button>
        <button type="button" className="btn" onClick={() => onChoose({ from: first, to: undefined })}>
          All months
        </button>
        <button type="button" className="btn" onClick={onDone}>
          Done
        </button>
      </div>
    </>
  )
}
