import { useId } from 'react'
import type { OverviewSearch } from '../address/overviewSearch.ts'

interface Props {
  readonly search: OverviewSearch
  readonly onChoose: (change: Partial<OverviewSearch>) => void
}

const groupings = [
  { value: undefined, label: 'By theme' },
  { value: 'aims', label: 'By the Board’s aims' },
  { value: 'none', label: 'In one list' },
] as const

const orders = [
  { value: undefined, label: 'The Board’s order' },
  { value: '-signal', label: 'Most unusual first' },
  { value: '-change', label: 'Largest rise first' },
  { value: 'change', label: 'Largest fall first' },
  { value: 'name', label: 'By name' },
] as const

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

/** The present grouping and order, for the button that opens the choice. */
export function arrangedWords({ group, sort }: OverviewSearch): string {
  const grouped = groupings.find(({ value }) => value === group)?.label ?? 'By theme'
  if (sort === undefined) return grouped
  const order = orders.find(({ value }) => value === sort)?.label ?? 'sorted'
  return `${grouped}, ${order.charAt(0).toLowerCase()}${order.slice(1)}`
}
