import '../../styles/forms.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { auditEvents } from '../../../shared/access/auditEvent.ts'
import { roleWords } from '../../../shared/access/roleWords.ts'
import { momentWords } from '../../../shared/figures/momentWords.ts'
import { AdminTabs } from '../../parts/AdminTabs.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { useTitle } from '../../parts/useTitle.ts'
import { WideTable } from '../../parts/WideTable.tsx'
import { api } from '../../trpc.ts'

interface Filter {
  text?: string
  event?: string
  from?: string
  to?: string
}

/** Who did what, when and from where: searched, page by page, and taken out as a file. */
export function AuditPage() {
  useTitle('Audit log')
  const [filter, setFilter] = useState<Filter>({})
  const query = useInfiniteQuery(
    api.audit.search.infiniteQueryOptions(filter, {
      initialCursor: undefined,
      getNextPageParam: ({ events, more }) => (more ? events.at(-1)?.number : undefined),
      // The log grows with every look at figures; what was shown a minute ago is old.
      staleTime: 0,
    }),
  )
  const events = query.data?.pages.flatMap((page) => page.events) ?? []
  const set = (name: keyof Filter, value: string) => {
    const { [name]: _old, ...rest } = filter
    setFilter(value === '' ? rest : { ...rest, [name]: value })
  }
  return (
    <main id="main" className="wrap page" tabIndex={-1}>
      <AdminTabs />
      <h1 className="h1">Who did what, when and from where</h1>
      <p className="dek">
        Events are only added, each bound to the one before. <code>npm run audit:verify</code> shows that none
        was changed.
      </p>
      <div className="bar" role="search">
        <label className="wide">
          Person, subject, address or detail
          <input
            type="search"
            value={filter.text ?? ''}
            onChange={(event) => set('text', event.target.value)}
          />
        </label>
        <label>
          What
          <select value={filter.event ?? ''} onChange={(event) => set('event', event.target.value)}>
            <option value="">Everything</option>
            {Object.entries(auditEvents).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          From
          <input
            type="date"
            value={filter.from ?? ''}
            onChange={(event) => set('from', event.target.value)}
          />
        </label>
        <label>
          To
          <input type="date" value={filter.to ?? ''} onChange={(event) => set('to', event.target.value)} />
        </label>
        <a className="btn" href={`/api/audit.csv?${new URLSearchParams({ ...filter })}`} download>
          Download CSV
        </a>
      </div>
      {query.isError && (
        <Problem error={query.error} what="The audit log" onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && events.length === 0 && <p>No event fits this search.</p>}
      {events.length > 0 && (
        <WideTable label="Events">
          <thead>
            <tr>
              <th scope="col" className="r">
                No.
              </th>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">To what</th>
              <th scope="col">From</th>
              <th scope="col">Detail</th>
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <tr key={event.number}>
                <td className="r">{event.number}</td>
                <td className="nb">{momentWords(event.at)}</td>
                <td>
                  {event.who}
                  {event.role !== null && (
                    <>
                      <br />
                      <span className="mut">{event.role in roleWords ? event.role : ''}</span>
                    </>
                  )}
                </td>
                <td>{event.event}</td>
                <td>{event.subject}</td>
                <td>{event.address}</td>
                <td className="detail">{event.detail}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
      {query.hasNextPage && (
        <p className="row formcol">
          <button type="button" className="btn" onClick={() => void query.fetchNextPage()}>
            Show earlier events
          </button>
        </p>
      )}
    </main>
  )
}
