import { Link } from '@tanstack/react-router'
import { useTitle } from '../parts/useTitle.ts'

/** For an address that leads nowhere. */
export function NotFoundPage() {
  useTitle('Page not found')
  return (
    <main id="main" className="wrap" tabIndex={-1}>
      <div className="notice">
        <h1 className="h1">There is no page at this address</h1>
        <p>The link may be mistyped. Everything the dashboard holds can be reached from the overview.</p>
        <div className="row">
          <Link className="btn pri" to="/">
            Go to the overview
          </Link>
        </div>
      </div>
    </main>
  )
}
