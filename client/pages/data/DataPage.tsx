import '../../styles/metric.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../figures/formatDate.ts'
import { formatMonths } from '../../figures/formatMonths.ts'
import { formatNumber } from '../../figures/formatValue.ts'
import { Problem } from '../../parts/Problem.tsx'
import { useSession } from '../../parts/useSession.ts'
import { useTitle } from '../../parts/useTitle.ts'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import { api, type SubmissionRow } from '../../trpc.ts'
import { LoadingData } from './LoadingData.tsx'

const shownAtFirst = 20

/** What has been received, newest first, and how to load more. */
export function DataPage() {
  useTitle('Data')
  const session = useSession()
  const [all, setAll] = useState(false)
  const feeds = useQuery(api.feeds.queryOptions()).data
  const query = useQuery(api.submissions.queryOptions())
  const rows = query.data?.toSorted((a, b) => b.submission - a.submission)
  return (
    <main id="main" className="wrap data" tabIndex={-1} aria-busy={query.isFetching}>
      <section className="changed" aria-labelledby="received">
        <h1 className="h1" id="received">
          {rows ? headline(rows, session?.months ?? null) : 'What has been received'}
        </h1>
        <p className="dek">
          Every submission is kept as it was accepted, so that any figure can be shown as it was known then.
          {session?.synthetic === true && ' Synthetic sample data.'}
        </p>
        {query.isError && (
          <Problem error={query.error} what="The list of submissions" onRetry={() => void query.refetch()} />
        )}
        {rows && rows.length > 0 && (
          <ScrollBox label="Submissions" className="submissions">
            <table className="plain">
              <caption className="sr">Submissions, newest first</caption>
              <thead>
                <tr>
                  <th scope="col" className="r">
                    No.
                  </th>
                  <th scope="col">Received</th>
                  <th scope="col">Agency and feed</th>
                  <th scope="col">Months</th>
                  <th scope="col" className="r">
                    Rows
                  </th>
                  <th scope="col" className="r">
                    Rejected
                  </th>
                  <th scope="col">As known on</th>
                  <th scope="col">Mode</th>
                  <th scope="col">File</th>
                </tr>
              </thead>
              <tbody>
                {(all ? rows : rows.slice(0, shownAtFirst)).map((row) => (
                  <tr key={row.submission}>
                    <th scope="row" className="r">
                      {row.submission}
                    </th>
                    <td className="nb">{formatDate(row.committedOn)}</td>
                    <td>
                      {row.agency}, {row.feedLabel.toLowerCase()}
                    </td>
                    <td className="nb">{row.from === '' ? '–' : formatMonths(row.from, row.to)}</td>
                    <td className="r">{formatNumber(row.rows)}</td>
                    <td className="r">{formatNumber(row.rejected)}</td>
                    <td className="nb">{formatDate(row.asAt)}</td>
                    <td>{row.mode === 'amend' ? 'Amends' : 'Replaces'}</td>
                    <td className="file">{row.fileName}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
        {rows && rows.length > shownAtFirst && (
          <p className="kick more">
            {all
              ? `All ${rows.length} submissions. `
              : `The newest ${shownAtFirst} of ${rows.length} submissions. `}
            <button type="button" className="link" onClick={() => setAll(!all)}>
              {all ? 'Show fewer' : 'Show all'}
            </button>
          </p>
        )}
      </section>
      <LoadingData feeds={feeds} heading="Load a file" />
    </main>
  )
}

function headline(rows: readonly SubmissionRow[], months: { from: string; to: string } | null): string {
  if (rows.length === 0) return 'Nothing has been received yet'
  const count = rows.length === 1 ? 'One submission has' : `${rows.length} submissions have`
  return months === null
    ? `${count} been received`
    : `${count} been received, covering ${formatMonths(months.from, months.to)}`
}
