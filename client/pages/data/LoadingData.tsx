import '../../styles/templates.css'
import { Link } from '@tanstack/react-router'
import type { Feed } from '../../../shared/feeds/feed.ts'
import { useSession } from '../../parts/useSession.ts'

interface Props {
  readonly feeds: readonly Feed[] | undefined
  readonly heading: string
}

/** How a file is loaded, and the templates to fill in. */
export function LoadingData({ feeds, heading }: Props) {
  const session = useSession()
  const month = session?.months?.to ?? '2026-10'
  return (
    <section className="sect" aria-labelledby="load">
      <h2 className="h2" id="load">
        {heading}
      </h2>
      <p className="dek">
        A file shows what it would change before anything is stored, and is stored whole or not at all.
      </p>
      {session?.viewer.role === 'analyst' && (
        <p className="row step">
          <Link className="btn pri" to="/data/add">
            Add a file
          </Link>
        </p>
      )}
      <p className="step">
        The same can be done at the command line, in the dashboard’s own folder, whether or not it is running.
      </p>
      <p className="h3 step">A street crime file from data.police.uk</p>
      <pre>
        <code>
          {`npm run --silent import -- --feed crime --profile police-uk ${month}-${slug(session?.partnership.name ?? 'force')}-street.csv`}
        </code>
      </pre>
      <p className="h3 step">A filled-in template</p>
      <pre>
        <code>npm run --silent import -- --feed intelligence intelligence.csv</code>
      </pre>
      <p className="step">
        Add <code>--dry-run</code> to see what would change without storing anything.
      </p>
      <h3 className="h3 step">Templates</h3>
      <ul className="templates">
        {(feeds ?? []).map(({ id, label, row }) => (
          <li key={id}>
            <a href={`/api/templates/${id}.csv`} download={`${id}.csv`}>
              {label} (CSV)
            </a>
            <span className="mut"> {row}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A partnership's name as the publisher writes it in file names. */
function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
