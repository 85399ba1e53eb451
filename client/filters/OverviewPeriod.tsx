import { usualMonths } from '../address/usualMonths.ts'
import { useId } from 'react'
import { isMonth } from '../../shared/periods/month.ts'
import type { OverviewSearch } from '../address/overviewSearch.ts'
import type { Session } from '../trpc.ts'
import { monthChoices } from './monthChoices.ts'
import { lengths } from './overviewChoices.ts'

interface Props {
  readonly search: OverviewSearch
  readonly session: Session | undefined
  readonly onChoose: (change: Partial<OverviewSearch>) => void
  readonly onDone: () => void
}

/** How many months the latest value covers, and which month is the last. */
export function OverviewPeriod({ search, session, onChoose, onDone }: Props) {
  const id = useId()
  const newest = session?.months?.to
  const usual = usualMonths(session?.months)
  return (
    <>
      <fieldset>
        <legend>Latest value covers</legend>
        {lengths.map(({ value, label }) => (
          <label className="opt" key={value}>
            <input
              type="radio"
              name={`${id}-length`}
              checked={(search.months ?? usual) === value}
              onChange={() => onChoose({ months: value === usual ? undefined : value })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div className="group">
        <label className="pl" htmlFor={`${id}-to`}>
          Up to and including
        </label>
        <br />
        <select
          id={`${id}-to`}
          value={search.to ?? newest ?? ''}
          onChange={(event) => {
            const month = event.target.value
            onChoose({ to: month === newest || !isMonth(month) ? undefined : month })
          }}
        >
          {monthChoices(session?.months ?? null).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="row">
        <button type="button" className="btn" onClick={onDone}>
          Done
        </button>
      </div>
    </>
  )
}
