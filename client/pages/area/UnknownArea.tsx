import '../../styles/templates.css'
import { Link } from '@tanstack/react-router'
import type { Session } from '../../trpc.ts'

/** Said in place of a page for an area that the partnership has not; trying again would not help. */
export function UnknownArea({ code, session }: { code: string; session: Session }) {
  const { areas, areaNoun, name } = session.partnership
  return (
    <main id="main" className="wrap" tabIndex={-1}>
      <h1 className="h1 step">
        There is no {areaNoun.one} “{code}” in {name}
      </h1>
      {areas.length > 1 && (
        <ul className="templates">
          {areas.map((area) => (
            <li key={area.code}>
              <Link to="/areas/$area" params={{ area: area.code }}>
                {area.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p className="step">
        <Link to="/">Go to the overview</Link>
      </p>
    </main>
  )
}
