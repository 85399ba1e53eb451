import type { ReactNode } from 'react'
import type { RowGroup } from './groupRows.ts'

interface Props {
  readonly group: RowGroup
  /** How many columns the head of the group spans. */
  readonly columns: number
  readonly open: boolean
  /** Opens and shuts it; null where all rows are one list, which has no head. */
  readonly onTurn: (() => void) | null
  readonly children: ReactNode
}

/** One group of the scorecard under its head. Shut, it says how many measures it hides; on paper it is always open. */
export function ScorecardGroup({ group, columns, open, onTurn, children }: Props) {
  const changed = group.rows.filter(
    ({ variation }) => !['common', 'unjudged'].includes(variation.kind),
  ).length
  return (
    <tbody className={open ? undefined : 'shut'}>
      {onTurn !== null && (
        <tr className="theme">
          <th colSpan={columns} scope="rowgroup">
            <button type="button" className="turn" aria-expanded={open} onClick={onTurn}>
              <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
                <path d={open ? 'M1.5 3L5 7L8.5 3' : 'M3 1.5L7 5L3 8.5'} />
              </svg>
              {group.name}
              {!open && (
                <small>
                  {group.rows.length} {group.rows.length === 1 ? 'measure' : 'measures'}, {changed} changed
                </small>
              )}
            </button>
          </th>
        </tr>
      )}
      {children}
    </tbody>
  )
}
