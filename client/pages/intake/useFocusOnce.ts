import { useEffect, useRef, type RefObject } from 'react'

/** Gives the keyboard to a heading when it first appears, so that what is new is where reading goes on. */
export function useFocusOnce(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return heading
}
