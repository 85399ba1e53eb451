import { Link, useRouterState } from '@tanstack/react-router'
import { may } from '../../shared/access/permission.ts'
import { useSession, useSignedOut } from './useSession.ts'
import { capitalise } from '../../shared/figures/capitalise.ts'
import type { Session } from '../trpc.ts'
import { FindButton } from './FindButton.tsx'
import { ViewsMenu } from './ViewsMenu.tsx'

/** Whose dashboard this is, and the pages there are. */
export function Masthead() {
  const session = useSession()
  const signedOut = useSignedOut()
  return (
    <header className="mast">
      <div className="wrap">
        <Link className="brand" to="/">
          <b>Partnership performance dashboard</b>
          <span>{session?.partnership.board ?? '\u00a0'}</span>
        </Link>
        {!signedOut && (
          <nav className="nav" aria-label="Main">
            <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
              Overview
            </Link>
            <Link to="/metrics">Metrics</Link>
            {session && <AreasLink session={session} />}
            <Link to="/compare" activeOptions={{ includeSearch: false }}>
              Compare
            </Link>
            <ReportsLink />
            {session && <ScrutinyLink writes={may(session.viewer.role, 'questions')} />}
            {session && may(session.viewer.role, 'data') && <Link to="/data">Data</Link>}
            {session && may(session.viewer.role, 'people') && <Link to="/people">Administration</Link>}
          </nav>
        )}
        {!signedOut && (
          <div className="tools noprint">
            <FindButton />
            {session && <ViewsMenu session={session} />}
          </div>
        )}
        {session && (
          <p className="who">
            <b>Reading as</b> <Link to="/account">{session.viewer.name}</Link>
          </p>
        )}
      </div>
    </header>
  )
}

/** To packs and editions: one place for what has been laid before the board. */
function ReportsLink() {
  const here = useRouterState({ select: ({ location }) => /^\/(reports|editions)/.test(location.pathname) })
  return (
    <Link to="/reports" aria-current={here ? 'page' : undefined}>
      Reports
    </Link>
  )
}

/** To the pages of the areas, where there is more than one. */
function AreasLink({ session: { partnership } }: { session: Session }) {
  const here = useRouterState({ select: ({ location }) => location.pathname.startsWith('/areas/') })
  const [first] = partnership.areas
  if (!first || partnership.areas.length < 2) return null
  return (
    <Link to="/areas/$area" params={{ area: first.code }} aria-current={here ? 'page' : undefined}>
      {capitalise(partnership.areaNoun.many)}
    </Link>
  )
}

/** To the questions: what the evidence suggests for those who write them, what was asked for everybody else. */
function ScrutinyLink({ writes }: { writes: boolean }) {
  const here = useRouterState({ select: ({ location }) => location.pathname.startsWith('/scrutiny') })
  return (
    <Link
      to={writes ? '/scrutiny' : '/scrutiny/questions'}
      activeOptions={{ includeSearch: false }}
      aria-current={here ? 'page' : undefined}
    >
      Scrutiny
    </Link>
  )
}
