import '../../styles/editions.css'
import '../../styles/forms.css'
import '../../styles/packs.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { may } from '../../../shared/access/permission.ts'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import { Problem } from '../../parts/Problem.tsx'
import { ReportTabs } from '../../parts/ReportTabs.tsx'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import { useBusy } from '../../parts/useBusy.ts'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { api } from '../../trpc.ts'
import { ErrataTable } from './ErrataTable.tsx'
import { PublishForm } from './PublishForm.tsx'

/** What has been laid before the board, what of it has changed since, and the way to publish the next edition. */
export function EditionsPage() {
  useTitle('Editions')
  const session = useSession()
  const busy = useBusy()
  const editions = useQuery(api.editions.list.queryOptions())
  const errata = useQuery({
    ...api.editions.errata.queryOptions({}),
    enabled: editions.data !== undefined && editions.data.length > 0,
  })
  const newest = editions.data?.[0]
  return (
    <main id="main" className="wrap editions packs" tabIndex={-1} aria-busy={busy}>
      <ReportTabs />
      <section className="changed" aria-labelledby="editions">
        <h1 className="h1" id="editions">
          {editions.data === undefined
            ? 'Editions'
            : newest
              ? `The board last saw the edition of ${formatDate(newest.meetingDate)}`
              : 'Nothing has been published yet'}
        </h1>
        <p className="dek">
          An edition holds the figures as they were laid before the board. They are stored as values: later
          submissions, definitions and rules do not move them.
          {session?.synthetic === true && ' Synthetic sample data.'}
        </p>
        {editions.isError && (
          <Problem
            error={editions.error}
            what="The list of editions"
            onRetry={() => void editions.refetch()}
          />
        )}
        {editions.data && editions.data.length > 0 && (
          <ScrollBox label="Table of editions">
            <table className="plain">
              <caption className="sr">Editions, newest first</caption>
              <thead>
                <tr>
                  <th scope="col">Meeting</th>
                  <th scope="col">Title</th>
                  <th scope="col">Published</th>
                  <th scope="col">By</th>
                  <th scope="col" className="r">
                    Measures
                  </th>
                  <th scope="col" className="r">
                    Submissions up to
                  </th>
                  <th scope="col" className="r">
                    Restated since
                  </th>
                </tr>
              </thead>
              <tbody>
                {editions.data.map((edition) => (
                  <tr key={edition.number}>
                    <td className="nb">{formatDate(edition.meetingDate)}</td>
                    <th scope="row">
                      <Link to="/editions/$number" params={{ number: String(edition.number) }}>
                        {edition.title}
                      </Link>
                    </th>
                    <td className="nb">{formatDate(edition.publishedAt)}</td>
                    <td>{edition.publishedBy}</td>
                    <td className="r">{edition.metrics.length}</td>
                    <td className="r">{edition.position}</td>
                    <td className="r">
                      {errata.data?.filter(({ editions: quoting }) =>
                        quoting.some(({ number }) => number === edition.number),
                      ).length ?? ''}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
      </section>
      {newest && (
        <section className="sect" aria-labelledby="errata">
          <h2 className="h2" id="errata">
            Errata
          </h2>
          <p className="dek">
            Published figures that say something else now, and every edition that quoted them.
          </p>
          {errata.isError && (
            <Problem error={errata.error} what="The errata" onRetry={() => void errata.refetch()} />
          )}
          {errata.data && <ErrataTable errata={errata.data} naming />}
        </section>
      )}
      {session && may(session.viewer.role, 'data') && !session.empty && <PublishForm session={session} />}
    </main>
  )
}
