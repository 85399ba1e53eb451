import { Link } from '@tanstack/react-router'
import { may } from '../../shared/access/permission.ts'
import { useSession, useSignedOut } from './useSession.ts'

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
            <Link to="/editions">Editions</Link>
            {session && may(session.viewer.role, 'data') && <Link to="/data">Data</Link>}
            {session && may(session.viewer.role, 'people') && <Link to="/people">Administration</Link>}
          </nav>
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
