import type { Feed } from '../../../shared/feeds/feed.ts'

interface Props {
  readonly feeds: readonly Feed[] | undefined
  readonly heading: string
}

/** How a file is loaded, and the templates to fill in. */
export function LoadingData({ feeds, heading }: Props) {
  return (
    <section className="sect" aria-labelledby="load">
      <h2 className="h2" id="load">
        {heading}
      </h2>
      <p className="dek">
        Files are loaded at the command line, in the dashboard’s own folder, whether or not it is running.
        Nothing is stored unless the whole file passes its checks.
      </p>
      <p className="h3 step">A street crime file from data.police.uk</p>
      <pre>
        <code>
          npm run --silent import -- --feed crime --profile police-uk 2026-10-west-yorkshire-street.csv
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
