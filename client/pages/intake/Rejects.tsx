import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../../shared/figures/formatValue.ts'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import { api } from '../../trpc.ts'
import type { Receipt } from './intakeClient.ts'

const shown = 25

interface Props {
  readonly upload: string
  readonly receipt: Receipt
}

/** The rows that are left out, why, and all of them as a file. */
export function Rejects({ upload, receipt: { feed, rejected, rejectedByReason, rejects } }: Props) {
  const feeds = useQuery(api.feeds.queryOptions()).data ?? []
  if (rejected === 0) return null
  const reasons = rejectedByReason.length
  const fields = feeds.find(({ id }) => id === feed)?.fields ?? []
  return (
    <section aria-label="Rejected rows" className="block">
      <h3 className="h3">
        {formatNumber(rejected)} {rejected === 1 ? 'row' : 'rows'} rejected, for{' '}
        {reasons === 1 ? 'one reason' : `${formatNumber(reasons)} reasons`}
      </h3>
      <ul className="words">
        {rejectedByReason.slice(0, 12).map(({ reason, count }) => (
          <li key={reason}>
            <b>{formatNumber(count)}</b> {reason}
          </li>
        ))}
      </ul>
      <ScrollBox label="Rejected rows">
        <table className="plain">
          <caption className="sr">The first rejected rows</caption>
          <thead>
            <tr>
              <th scope="col" className="r">
                Row
              </th>
              <th scope="col">Field</th>
              <th scope="col">Value</th>
              <th scope="col">Reason</th>
            </tr>
          </thead>
          <tbody>
            {rejects.slice(0, shown).map(({ row, field, value, reason }, index) => (
              <tr key={`${row} ${index}`}>
                <th scope="row" className="r">
                  {formatNumber(row)}
                </th>
                <td>
                  {field === ''
                    ? 'the whole row'
                    : (fields.find(({ name }) => name === field)?.label ?? field)}
                </td>
                <td>{value === '' ? <span className="mut">–</span> : <code>{value}</code>}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="kick more">
        {rejected > shown ? `The first ${shown} of ${formatNumber(rejected)}. ` : ''}
        <a href={`/api/uploads/${upload}/rejects.csv`} download>
          Download rejected rows (CSV)
        </a>
      </p>
    </section>
  )
}
