import { useEffect, useRef, useState, type ReactNode } from 'react'

/** Draws its content when it comes near the window, and keeps it: many charts at once would hold the page up. */
export function OnceVisible({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (ref.current === null || seen) return
    const show = () => setSeen(true)
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) show()
      },
      { rootMargin: '300px' },
    )
    observer.observe(ref.current)
    window.addEventListener('beforeprint', show)
    return () => {
      observer.disconnect()
      window.removeEventListener('beforeprint', show)
    }
  }, [seen])
  return (
    <div ref={ref} className="once">
      {seen && children}
    </div>
  )
}
