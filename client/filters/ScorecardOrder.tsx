import { useId } from 'react'
import type { OverviewSearch } from '../address/overviewSearch.ts'
import { groupings, orders } from './overviewChoices.ts'

interface Props {
  readonly search: OverviewSearch
  readonly onChoose: (change: Partial<OverviewSearch>) => void
}

/** How the scorecard is grouped and in which order its rows stand. */
export function ScorecardOrder({ search, onChoose }: Props) {
  const id = useId()
  return (
    <>
      <fieldset>
        <legend>Grouped</legend>
        {groupings.map(({ value, label }) => (
          <label className="opt" key={label}>
            <input
              type="radio"
              name={`${id}-group`}
              checked={search.group === value}
              onChange={() => onChoose({ group: value, shut: undefined })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <fieldset className="group">
        <legend>Order</legend>
        {orders.map(({ value, label }) => (
          <label className="opt" key={label}>
            <input
              type="radio"
              name={`${id}-order`}
              checked={search.sort === value}
              onChange={() => onChoose({ sort: value })}
            />
            {label}
          </label>
        ))}
      </fieldset>
    </>
  )
}
