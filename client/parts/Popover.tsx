import { useEffect, useId, useRef, useState, type ReactNode } from 'react'

interface Props {
  readonly label: ReactNode
  readonly className: string
  readonly align?: 'start' | 'end'
  /** Names the panel for those who do not see it open. */
  readonly panelLabel: string
  readonly children: (close: () => void) => ReactNode
}

/**
 * A button that opens a panel of controls below itself. Escape, a click elsewhere and leaving it by keyboard close
 * it; Escape and a choice give the keyboard back to the button.
 */
export function Popover({ label, className, align = 'start', panelLabel, children }: Props) {
  const [state, setState] = useState<'closed' | 'open' | 'returned'>('closed')
  const open = state === 'open'
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (state === 'returned') button.current?.focus()
    if (state !== 'open') return
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && root.current?.contains(event.target) === false) setState('closed')
    }
    document.addEventListener('pointerdown', closeOutside)
    root.current?.querySelector<HTMLElement>('.pop :is(input, select, button, summary, a)')?.focus()
    return () => document.removeEventListener('pointerdown', closeOutside)
  }, [state])

  const close = () => setState('returned')
  return (
    <div
      className="menu"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        close()
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget))
          setState('closed')
      }}
    >
      <button
        ref={button}
        type="button"
        className={className}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setState(open ? 'closed' : 'open')}
      >
        {label}
      </button>
      {open && (
        <div id={id} className={align === 'end' ? 'pop end' : 'pop'} role="group" aria-label={panelLabel}>
          {children(close)}
        </div>
      )}
    </div>
  )
}
