import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Footer } from './Footer.tsx'
import { Masthead } from './Masthead.tsx'
import { OfflineNotice } from './OfflineNotice.tsx'
import { usePosition } from './usePosition.ts'
import { Problem } from './Problem.tsx'
import { useSessionProblem, useSignedOut } from './useSession.ts'

/** What may be seen without being signed in: nothing of anybody's until something is handed to it. */
const openPaths = new Set(['/sign-in', '/invitation', '/print'])

/** What stands around every page. Moving to another page puts the keyboard at its start, as a page load would. */
export function Shell() {
  const { lost } = usePosition()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const href = useRouterState({ select: (state) => state.location.href })
  const problem = useSessionProblem()
  const closed = useSignedOut() && !openPaths.has(path)
  useEffect(() => {
    // A page load: what an ended session had shown must not stay in memory.
    if (closed) window.location.replace(`/sign-in?to=${encodeURIComponent(href)}`)
  }, [closed, href])
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
      <OfflineNotice lost={lost && !closed} />
      {problem !== null && !openPaths.has(path) ? (
        <main id="main" className="wrap" tabIndex={-1}>
          <h1 className="h1">The dashboard could not be reached</h1>
          <Problem
            error={problem.error}
            what="This page"
            holds="Nothing is lost: figures, notes and editions are kept on the server."
            onRetry={problem.again}
          />
        </main>
      ) : (
        !closed && <Outlet />
      )}
      <Footer />
    </>
  )
}
