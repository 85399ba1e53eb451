import { Link } from '@tanstack/react-router'

/** For a link to a measure that the catalogue does not hold. */
export function UnknownMetric({ id }: { id: string }) {
  return (
    <main id="main" className="wrap" tabIndex={-1}>
      <div className="notice">
        <h1 className="h1">There is no measure called “{id}”</h1>
        <p>The link may be mistyped, or the measure may have been renamed.</p>
        <div className="row">
          <Link className="btn pri" to="/metrics">
            See all measures
          </Link>
        </div>
      </div>
    </main>
  )
}
