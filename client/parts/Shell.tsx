import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Footer } from './Footer.tsx'
import { Masthead } from './Masthead.tsx'
import { OfflineNotice } from './OfflineNotice.tsx'
import { usePosition } from './usePosition.ts'

/** What stands around every page. Moving to another page puts the keyboard at its start, as a page load would. */
export function Shell() {
  const { lost } = usePosition()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [path])
  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <Masthead />
      <OfflineNotice lost={lost} />
      <Outlet />
      <Footer />
    </>
  )
}
