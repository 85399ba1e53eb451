import { Link } from '@tanstack/react-router'
import { may } from '../../../shared/access/permission.ts'
import { useSession } from '../../parts/useSession.ts'

/** The pages of scrutiny: what the evidence suggests, what was asked, what others ask for, and when the board meets. */
export function ScrutinyTabs() {
  const session = useSession()
  return (
    <nav className="tabs2 noprint" aria-label="Scrutiny">
      {session && may(session.viewer.role, 'questions') && (
        <Link to="/scrutiny" activeOptions={{ exact: true, includeSearch: false }}>
          Suggestions
        </Link>
      )}
      <Link to="/scrutiny/questions" activeOptions={{ includeSearch: false }}>
        Questions
      </Link>
      <Link to="/scrutiny/recommendations">Recommendations and orders</Link>
      <Link to="/scrutiny/meetings">Meetings and briefings</Link>
    </nav>
  )
}
