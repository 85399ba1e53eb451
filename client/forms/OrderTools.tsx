import '../styles/orderTools.css'
import { useEffect, useRef, type ReactNode } from 'react'

interface Props {
  /** What is moved, for who cannot see where the buttons stand. */
  readonly name: string
  readonly at: number
  readonly of: number
  readonly disabled?: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
  /** Anything else that can be done with it. */
  readonly children?: ReactNode
}

/** Moves one of several up or down, or takes it out; who moves it stays with it. */
export function OrderTools({ name, at, of, disabled = false, onMove, onRemove, children }: Props) {
  const up = useRef<HTMLButtonElement>(null)
  const down = useRef<HTMLButtonElement>(null)
  const moved = useRef<-1 | 1 | null>(null)
  useEffect(() => {
    if (moved.current === null || disabled) return
    const [wanted, other] = moved.current === -1 ? [up.current, down.current] : [down.current, up.current]
    moved.current = null
    ;(wanted?.disabled === true ? other : wanted)?.focus()
  }, [at, disabled])
  const move = (by: -1 | 1) => {
    moved.current = by
    onMove(by)
  }
  return (
    <div className="ordertools">
      <button
        ref={up}
        type="button"
        className="btn"
        disabled={disabled || at === 0}
        aria-label={`Move up: ${name}`}
        onClick={() => move(-1)}
      >
        ↑ Up
      </button>
      <button
        ref={down}
        type="button"
        className="btn"
        disabled={disabled || at === of - 1}
        aria-label={`Move down: ${name}`}
        onClick={() => move(1)}
      >
        ↓ Down
      </button>
      {children}
      <button
        type="button"
        className="link"
        disabled={disabled}
        aria-label={`Take out: ${name}`}
        onClick={onRemove}
      >
        Take out
      </button>
    </div>
  )
}
