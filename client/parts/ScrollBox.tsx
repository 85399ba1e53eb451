import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'

interface Props {
  /** What lies inside, for those who come to it by keyboard. */
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

/** Holds what may be wider than the page. It takes the keyboard only while there is something to scroll to. */
export function ScrollBox({ label, className = '', children }: Props) {
  const ref = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      setScrolls(
        element.scrollWidth > element.clientWidth && getComputedStyle(element).overflowX !== 'visible',
      )
    })
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    return () => observer.disconnect()
  }, [])
  const reachable = scrolls ? { tabIndex: 0, role: 'region', 'aria-label': label } : {}
  return (
    <div ref={ref} className={`scroll ${className}`.trim()} {...reachable}>
      {children}
    </div>
  )
}
