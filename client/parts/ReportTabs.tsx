import { Link } from '@tanstack/react-router'

/** What has been laid before the board: the packs it reads, and the editions that their figures are from. */
export function ReportTabs() {
  return (
    <nav className="tabs2" aria-label="Reports">
      <Link to="/reports" activeOptions={{ exact: true, includeSearch: false }}>
        Meeting packs
      </Link>
      <Link to="/editions">Editions</Link>
    </nav>
  )
}
