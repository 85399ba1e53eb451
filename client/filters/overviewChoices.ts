import type { OverviewSearch } from '../address/overviewSearch.ts'

/** How many months the latest value may cover. */
export const lengths = [
  { value: '1', label: 'One month' },
  { value: '3', label: 'Three months' },
  { value: '12', label: 'Twelve months' },
] as const

/** What brings the rows of the scorecard together. */
export const groupings = [
  { value: undefined, label: 'By theme' },
  { value: 'aims', label: 'By the Board’s aims' },
  { value: 'none', label: 'In one list' },
] as const

/** In which order they stand. */
export const orders = [
  { value: undefined, label: 'The Board’s order' },
  { value: '-signal', label: 'Most unusual first' },
  { value: '-change', label: 'Largest rise first' },
  { value: 'change', label: 'Largest fall first' },
  { value: 'name', label: 'By name' },
] as const

/** The present grouping and order, for the button that opens the choice. */
export function arrangedWords({ group, sort }: OverviewSearch): string {
  const grouped = groupings.find(({ value }) => value === group)?.label ?? 'By theme'
  if (sort === undefined) return grouped
  const order = orders.find(({ value }) => value === sort)?.label ?? 'sorted'
  return `${grouped}, ${order.charAt(0).toLowerCase()}${order.slice(1)}`
}
