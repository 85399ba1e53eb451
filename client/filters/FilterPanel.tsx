import type { ReactNode } from 'react'
import { Popover } from '../parts/Popover.tsx'

interface Props {
  readonly label: string
  readonly value: string
  readonly children: (close: () => void) => ReactNode
}

/** One filter with several controls: its present state as a button that opens them. */
export function FilterPanel({ label, value, children }: Props) {
  return (
    <div className="f">
      <span className="fl" aria-hidden="true">
        {label}
      </span>
      <span className="ctl">
        <Popover
          className="fb"
          panelLabel={label}
          label={
            <>
              <span className="sr">{label}: </span>
              {value}
            </>
          }
        >
          {children}
        </Popover>
      </span>
    </div>
  )
}
