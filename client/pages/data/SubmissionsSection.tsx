import { may } from '../../../shared/access/permission.ts'
import { useState } from 'react'
import { formatDate } from '../../../shared/figures/formatDate.ts'
import { formatMonths } from '../../../shared/figures/formatMonths.ts'
import { formatNumber } from '../../../shared/figures/formatValue.ts'
import { Problem } from '../../parts/Problem.tsx'
import { ScrollBox } from '../../parts/ScrollBox.tsx'
import { useSession } from '../../parts/useSession.ts'
import type { SubmissionRow } from '../../trpc.ts'
import { UndoDialog } from './UndoDialog.tsx'

const shownAtFirst = 20

interface Props {
  readonly submissions: readonly SubmissionRow[] | undefined
  /** Null unless it could not be had. */
  readonly error: unknown
  readonly onRetry: () => void
}

/** Every submission, newest first, and the way to take the newest of a slice back. */
export function SubmissionsSection({ submissions, error, onRetry }: Props) {
  const session = useSession()
  const [all, setAll] = useState(false)
  const [undoing, setUndoing] = useState<SubmissionRow | null>(null)
  const rows = submissions?.toSorted((a, b) => b.submission - a.submission)
  const mayUndo = session !== undefined && may(session.viewer.role, 'data')
  return (
    <section className="sect" aria-labelledby="received">
      <h2 className="h2" id="received">
        {rows ? headline(rows) : 'Submissions'}
      </h2>
      <p className="dek">
        Every submission is kept as it was accepted, so that any figure can be shown as it was known then.
      </p>
      {error !== null && <Problem error={error} what="The list of submissions" onRetry={onRetry} />}
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
                {mayUndo && (
                  <th scope="col">
                    <span className="sr">Undo</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {(all ? rows : rows.slice(0, shownAtFirst)).map((row) => (
                <tr key={row.submission} className={row.undoneBy === null ? undefined : 'undone'}>
                  <th scope="row" className="r">
                    {row.submission}
                  </th>
                  <td className="nb">{formatDate(row.committedOn)}</td>
                  <td>
                    {row.agency}, {row.feedLabel.toLowerCase()}
                  </td>
                  <td className="nb">{row.from === '' ? '–' : formatMonths(row.from, row.to)}</td>
                  <td className="r">
                    {row.undoes !== null || row.rows === null ? '–' : formatNumber(row.rows)}
                  </td>
                  <td className="r">
                    {row.undoes !== null || row.rejected === null ? '–' : formatNumber(row.rejected)}
                  </td>
                  <td className="nb">{formatDate(row.asAt)}</td>
                  <td>{modeWords(row)}</td>
                  <td className="file">
                    {row.fileName}
                    {row.reason !== null && <small>{row.reason}</small>}
                  </td>
                  {mayUndo && (
                    <td>
                      {row.stands && (
                        <button
                          type="button"
                          className="link"
                          aria-label={`Undo submission ${row.submission}`}
                          onClick={() => setUndoing(row)}
                        >
                          Undo
                        </button>
                      )}
                    </td>
                  )}
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
      {undoing && <UndoDialog row={undoing} onClose={() => setUndoing(null)} />}
    </section>
  )
}

function modeWords({ mode, undoes, undoneBy }: SubmissionRow): string {
  if (undoes !== null) return `Undoes ${undoes}`
  const words = mode === 'amend' ? 'Amends' : 'Replaces'
  return undoneBy === null ? words : `${words}; undone by ${undoneBy}`
}

function headline(rows: readonly SubmissionRow[]): string {
  if (rows.length === 0) return 'No submissions yet'
  return rows.length === 1 ? 'One submission' : `${rows.length} submissions`
}
