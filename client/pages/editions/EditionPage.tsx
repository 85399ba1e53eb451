import '../../styles/crumb.css'
import '../../styles/editions.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import { Problem } from '../../parts/Problem.tsx'
import { useBusy } from '../../parts/useBusy.ts'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { api, errorCode } from '../../trpc.ts'
import { ComparedTable } from './ComparedTable.tsx'
import { ErrataTable } from './ErrataTable.tsx'

/** One edition: its commentary, how its figures stand beside live ones, and what has been restated since. */
export function EditionPage() {
  const { number: text } = useParams({ from: '/editions/$number' })
  const number = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0
  const session = useSession()
  const busy = useBusy()
  const query = useQuery(api.editions.one.queryOptions({ edition: number }, { enabled: number > 0 }))
  const compared = useQuery(
    api.editions.compared.queryOptions({ edition: number }, { enabled: query.data !== undefined }),
  )
  const errata = useQuery(
    api.editions.errata.queryOptions({ edition: number }, { enabled: query.data !== undefined }),
  )
  const edition = query.data
  useTitle(edition?.title ?? 'Edition')
  const code = errorCode(query.error)
  if (number === 0 || code === 'NOT_FOUND' || code === 'BAD_REQUEST')
    return (
      <main id="main" className="wrap editions" tabIndex={-1}>
        <h1 className="h1">There is no such edition</h1>
        <p className="dek">
          <Link to="/editions">All editions</Link>
        </p>
      </main>
    )
  if (query.isError)
    return (
      <main id="main" className="wrap editions" tabIndex={-1}>
        <h1 className="h1">Edition {number}</h1>
        <Problem
          error={query.error}
          what="This edition"
          holds="What was published is kept; only this page is affected."
          onRetry={() => void query.refetch()}
        />
      </main>
    )
  return (
    <main id="main" className="wrap editions" tabIndex={-1} aria-busy={busy}>
      <div className="crumb">
        <span>
          <Link to="/editions">Editions</Link>
          {edition && <>&nbsp;/&nbsp;{formatDate(edition.meetingDate)}</>}
        </span>
      </div>
      <section className="changed first" aria-labelledby="edition">
        <h1 className="h1" id="edition">
          {edition?.title ?? `Edition ${number}`}
        </h1>
        {edition && (
          <>
            <p className="dek">
              Laid before the board for {formatDate(edition.meetingDate)}; published{' '}
              {formatDate(edition.publishedAt)} by {edition.publishedBy}. Figures up to submission{' '}
              {edition.position}
              {edition.populationRelease === null
                ? ''
                : `, rates by the population estimates of ${edition.populationRelease}`}
              , counts under {edition.policy.threshold} hidden.
              {edition.synthetic && ' Synthetic sample data.'}
            </p>
            {edition.commentary
              .split(/\n{2,}/)
              .filter((paragraph) => paragraph.trim() !== '')
              .map((paragraph, place) => (
                <p className="commentary" key={place}>
                  {paragraph}
                </p>
              ))}
            <p className="row">
              <Link className="btn pri" to="/" search={{ edition: String(edition.number) }}>
                Read this edition
              </Link>
            </p>
          </>
        )}
      </section>
      <section className="sect" aria-labelledby="errata">
        <h2 className="h2" id="errata">
          {errata.data ? errataHeadline(errata.data.length) : 'Restated since'}
        </h2>
        {errata.isError && (
          <Problem error={errata.error} what="The errata" onRetry={() => void errata.refetch()} />
        )}
        {errata.data && <ErrataTable errata={errata.data} />}
      </section>
      <section className="sect" aria-labelledby="compared">
        <h2 className="h2" id="compared">
          Published beside live
        </h2>
        <p className="dek">
          The same months now, for the same reader{session ? ` in ${session.partnership.areaName}` : ''}.
        </p>
        {compared.isError && (
          <Problem error={compared.error} what="The comparison" onRetry={() => void compared.refetch()} />
        )}
        {compared.data && <ComparedTable rows={compared.data} edition={number} />}
      </section>
    </main>
  )
}

function errataHeadline(count: number): string {
  if (count === 0) return 'Nothing has been restated since'
  return count === 1 ? 'One figure has been restated since' : `${count} figures have been restated since`
}
