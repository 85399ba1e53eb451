import { lazy, Suspense, useEffect, useState } from 'react'

const Palette = lazy(async () => ({ default: (await import('../palette/Palette.tsx')).Palette }))

/** Opens the search: by its button, by Ctrl or ⌘ with K, and by / outside a field. */
export function FindButton() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, select, dialog')
      const asked = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
      if (!asked && !(event.key === '/' && !typing)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <button type="button" className="find-b" aria-keyshortcuts="Control+K" onClick={() => setOpen(true)}>
        Find
      </button>
      {open && (
        <Suspense>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
