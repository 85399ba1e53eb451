import type { ReactNode } from 'react'

export interface Sorting<K extends string> {
  readonly by: K
  readonly falling: boolean
}

interface Props<K extends string> {
  readonly name: K
  readonly sorting: Sorting<string>
  readonly onSort: (sorting: Sorting<K>) => void
  readonly className?: string
  readonly rowSpan?: number
  /** Which way the first press sorts; figures fall, names rise. */
  readonly first?: 'falling' | 'rising'
  readonly children: ReactNode
}

/** A column head that sorts its table: once one way, again the other. Assistive technology is told which way it lies. */
export function SortHead<K extends string>(props: Props<K>) {
  const { name, sorting, onSort, className, rowSpan, first = 'falling', children } = props
  const sorted = sorting.by === name
  return (
    <th
      scope="col"
      className={className}
      rowSpan={rowSpan}
      aria-sort={sorted ? (sorting.falling ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        className={sorted ? 'sorth on' : 'sorth'}
        onClick={() => onSort({ by: name, falling: sorted ? !sorting.falling : first === 'falling' })}
      >
        {children}
        <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
          <path d={sorted && !sorting.falling ? 'M1 6L4 2L7 6' : 'M1 2L4 6L7 2'} />
        </svg>
      </button>
    </th>
  )
}
