import { Link } from '@tanstack/react-router'
import { useSession } from './useSession.ts'

/** Whose dashboard this is, and the pages there are. */
export function Masthead() {
  const session = useSession()
  return (
    <header className="mast">
      <div className="wrap">
        <Link className="brand" to="/">
          <b>Partnership performance dashboard</b>
          <span>{session?.partnership.board ?? '\u00a0'}</span>
        </Link>
        <nav className="nav" aria-label="Main">
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
            Overview
          </Link>
          <Link to="/metrics">Metrics</Link>
          <Link to="/data">Data</Link>
        </nav>
        {session && (
          <p className="who">
            <b>Reading as</b> {session.viewer.name}
          </p>
        )}
      </div>
    </header>
  )
}
