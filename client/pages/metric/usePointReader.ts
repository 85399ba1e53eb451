import { useState, type KeyboardEvent } from 'react'

interface PointReader {
  readonly active: number | null
  readonly setActive: (x: number | null) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Which point of a chart is being read: chosen by pointer or by arrow keys, Home, End, Page Up and Page Down. */
export function usePointReader(count: number): PointReader {
  const [active, setActive] = useState<number | null>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = pointAfterKey(event.key, active, count)
    if (next === undefined) return
    event.preventDefault()
    setActive(next)
  }
  return {
    active: active !== null && active < count ? active : null,
    setActive: (x) => setActive(x !== null && x >= 0 && x < count ? Math.round(x) : null),
    onKeyDown,
  }
}

/** The point a key leads to; null to read none; undefined where the key means nothing to a chart. */
export function pointAfterKey(key: string, active: number | null, count: number): number | null | undefined {
  const last = count - 1
  const within = (x: number) => Math.min(last, Math.max(0, x))
  switch (key) {
    case 'ArrowLeft':
      return active === null ? last : within(active - 1)
    case 'ArrowRight':
      return active === null ? last : within(active + 1)
    case 'PageUp':
      return active === null ? last : within(active - 12)
    case 'PageDown':
      return active === null ? last : within(active + 12)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'Escape':
      return active === null ? undefined : null
    default:
      return undefined
  }
}
